import type { Handlers } from '../../db/contract/dispatch.ts';
import { AttacheError } from '../../db/model/errors.ts';

type ReviewHandlers = Pick<Handlers, Extract<keyof Handlers, `review.${string}`>>;

const nothing = (): never => {
  throw new AttacheError('bad-request', 'No correction of this report is left to take back.');
};

/** A review in which nothing is in doubt and nothing was corrected. */
export function reviewHandlers(): ReviewHandlers {
  return {
    'review.open': () => ({ doubts: [], accepted: 0, corrections: [], canUndo: null, canRedo: null, source: 'lines', why: null }),
    'review.source': ({ from }) => ({ kind: 'lines', first: from, lines: [] }),
    'review.correct': ({ report }) => ({ report, correction: 'correction-1', passage: null }),
    'review.undo': nothing,
    'review.redo': nothing,
  };
}
