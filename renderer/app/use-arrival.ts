import { useEffect } from 'react';
import { useServices } from './services.ts';

/** A window that closes on the way, or a screen that is still loading, may take the focus with it; it is looked for so often and so long. */
const LOOK_MS = 100;
const LONGEST_MS = 2000;

/** Whether the focus is nowhere, or on a link outside the screen that was clicked on the way. */
function isAstray(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return activeElement.closest('nav') !== null && !activeElement.closest('main') && !activeElement.matches(':focus-visible');
}

/**
 * Whoever arrives on a screen without a focus has it in the screen's main part: there the keys scroll, and a screen
 * reader begins to read. No frame is drawn around it, since there is nothing to act on. Who came by Tab and Enter stays on the link.
 */
export function useArrival(): void {
  const { router } = useServices();
  useEffect(() => {
    let looking: ReturnType<typeof setInterval> | undefined;
    let visit: number | null = null;
    const arrive = (): void => {
      const now = router.location.get().visit;
      if (now === visit) return;
      visit = now;
      clearInterval(looking);
      const until = Date.now() + LONGEST_MS;
      looking = setInterval(() => {
        if (isAstray()) document.getElementById('main')?.focus({ preventScroll: true, focusVisible: false });
        if (Date.now() > until) clearInterval(looking);
      }, LOOK_MS);
    };
    arrive();
    const stop = router.location.subscribe(arrive);
    return () => {
      stop();
      clearInterval(looking);
    };
  }, [router]);
}
