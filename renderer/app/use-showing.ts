import { useEffect } from 'react';
import { useServices } from './services.ts';

/**
 * Says in the window's title what is open on the screen: among several windows, and in a list of them, it is found by that.
 * @param what a report's or a pack's title, or what is searched for; empty while it is not known
 */
export function useShowing(what: string): void {
  const { showing } = useServices();
  useEffect(() => {
    showing.set(what);
    return () => showing.set('');
  }, [showing, what]);
}
