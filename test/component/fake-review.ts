import type { HostEvent } from '../../db/contract/bridge.ts';
import type { Handlers } from '../../db/contract/dispatch.ts';
import type { Result } from '../../db/contract/methods.ts';
import { AttacheError } from '../../db/model/errors.ts';

type ReviewHandlers = Pick<Handlers, Extract<keyof Handlers, `review.${string}`>>;
type Opened = Result<'review.open'>;
type Correction = Opened['corrections'][number];

export interface FakeReview {
  doubts: Opened['doubts'];
  corrections: Correction[];
  undone: Correction[];
  why: string | null;
}

/** A review in which nothing is in doubt and nothing was corrected. */
export const emptyReview = (): FakeReview => ({ doubts: [], corrections: [], undone: [], why: null });

/** A doubt about a passage of the fixture's chapter on Vietnam. */
export function doubtAbout(passage: string, values: Partial<Opened['doubts'][number]> = {}): Opened['doubts'][number] {
  return {
    key: `join:${passage}`, kind: 'join', message: `Joined with what stands before it (${passage}). It could be a paragraph of its own.`, passage, near: null,
    section: null, chapter: passage.replace(/-\d+$/, ''), tag: null, footnote: null, offset: null, lines: { from: 4, to: 5 }, ...values,
  };
}

const nothing = (): never => {
  throw new AttacheError('bad-request', 'No correction of this report is left to take back.');
};

/** The review's side of the fake: corrections are kept and counted, the passages stay as they are. */
export function reviewHandlers(state: FakeReview, emit: (event: HostEvent) => void): ReviewHandlers {
  const done = (report: string, correction: Correction): Result<'review.correct'> => {
    emit({ type: 'changed', what: 'library' });
    return { report, correction: correction.id, passage: correction.passage };
  };
  const accepted = (): string[] => state.corrections.flatMap(({ kind, what }) => (kind === 'accept' ? [what] : []));
  return {
    'review.open': () => ({
      doubts: state.doubts.filter(({ key }) => !accepted().includes(key)), accepted: accepted().length, corrections: state.corrections,
      canUndo: state.corrections.at(-1)?.what ?? null, canRedo: state.undone.at(-1)?.what ?? null, source: 'lines', why: state.why,
    }),
    'review.source': ({ from, to }) => ({ kind: 'lines', first: from - 1, lines: Array.from({ length: to - from + 3 }, (_, at) => `Line ${from - 1 + at} of the file`) }),
    'review.correct': ({ report, change }) => {
      const passage = 'passage' in change ? change.passage : change.kind === 'accept' ? (state.doubts.find(({ key }) => key === change.doubt)?.passage ?? null) : null;
      const correction: Correction = {
        id: `correction-${state.corrections.length + 1}`, kind: change.kind, what: change.kind === 'accept' ? change.doubt : `${change.kind} ${passage ?? ''}`, passage,
        createdAt: new Date().toISOString(), fits: true, message: null,
      };
      state.corrections = [...state.corrections, correction];
      state.undone = [];
      return done(report, correction);
    },
    'review.undo': ({ report }) => {
      const last = state.corrections.at(-1) ?? nothing();
      state.corrections = state.corrections.slice(0, -1);
      state.undone = [...state.undone, last];
      return done(report, last);
    },
    'review.redo': ({ report }) => {
      const last = state.undone.at(-1) ?? nothing();
      state.undone = state.undone.slice(0, -1);
      state.corrections = [...state.corrections, last];
      return done(report, last);
    },
  };
}
