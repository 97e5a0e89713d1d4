/** So many steps can be taken back; more are nobody's memory. */
const MOST = 500;
/** Letters typed into one field within this time are one step. */
const ONE_STEP_MS = 1500;

/**
 * What was before, for undo and redo.
 * @param clock the time in milliseconds
 */
export function createHistory<T>(clock: () => number = Date.now) {
  let past: T[] = [];
  let future: T[] = [];
  let last: { typing: string; at: number } | null = null;
  return {
    /**
     * Remembers a state that is about to be changed.
     * @param typing the field that is typed into, null for a change that is a step of its own
     */
    remember(before: T, typing: string | null): void {
      const at = clock();
      const goesOn = typing !== null && last?.typing === typing && at - last.at < ONE_STEP_MS && future.length === 0;
      if (!goesOn) past = [...past.slice(1 - MOST), before];
      future = [];
      last = typing === null ? null : { typing, at };
    },
    /** @returns the state before the last step, null where there is none */
    undo(now: T): T | null {
      const before = past.at(-1);
      if (before === undefined) return null;
      past = past.slice(0, -1);
      future = [...future, now];
      last = null;
      return before;
    },
    /** @returns the state that was undone last, null where there is none */
    redo(now: T): T | null {
      const after = future.at(-1);
      if (after === undefined) return null;
      future = future.slice(0, -1);
      past = [...past, now];
      last = null;
      return after;
    },
    clear(): void {
      past = [];
      future = [];
      last = null;
    },
    canUndo: (): boolean => past.length > 0,
    canRedo: (): boolean => future.length > 0,
  };
}
