import { useRef } from 'react';
import { useServices } from '../app/services.ts';

/** Longer ones are not kept (db/contract/methods.ts). */
const LONGEST = 2000;

/**
 * Remembers a query that led to a passage, so that it is suggested again.
 * @returns to be called when the reader turns to a passage; once for each query is enough
 */
export function useRemember(query: string): () => void {
  const { client } = useServices();
  const last = useRef('');
  return () => {
    const asked = query.trim();
    if (asked === '' || asked === last.current || asked.length > LONGEST) return;
    last.current = asked;
    // A suggestion that cannot be kept is no reason to disturb a reader.
    client('desk.noteSearch', { query: asked }).catch(() => {
      last.current = '';
    });
  };
}
