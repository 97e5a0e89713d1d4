/** What an import's thread and the one that watches it share, as places of an Int32Array. */
export const FLAGS = {
  /** Not 0 once the user has cancelled. */
  stop: 0,
  /** One of `HOLD`. */
  hold: 1,
} as const;

/** Whether the thread may be ended: held while it does what must not be cut off; once it is to be ended, it begins nothing of that kind. */
export const HOLD = { free: 0, held: 1, ended: 2 } as const;
