import { z } from 'zod';
import { DOUBT_KINDS } from '../model/doubt.ts';
import { FACETS } from '../model/facet.ts';
import { id, lines, passageKind } from './shapes.ts';

const CHANGE_KINDS = ['accept', 'split', 'join', 'move', 'retag', 'become', 'rename'] as const;

/** Something that the importer was unsure of. The places are those of the report as it is now. */
const doubt = z.strictObject({
  /** Stays the same over new imports; `accept` names it. */
  key: z.string(), kind: z.enum(DOUBT_KINDS),
  /** What the importer did, and why it is unsure. */
  message: z.string(),
  /** The passage that it is about, and the other one, for a join or an order. */
  passage: z.string().nullable(), near: z.string().nullable(),
  section: z.string().nullable(), chapter: z.string().nullable(),
  tag: z.strictObject({ facet: z.enum(FACETS), value: z.string() }).nullable(),
  /** A footnote's id. */
  footnote: z.string().nullable(),
  /** Where in the passage two pieces were joined, for a join that could be two passages. */
  offset: z.number().int().nullable(),
  /** In the source, for `review.source`. */
  lines: lines.nullable(),
});

/** A correction that stands. */
const correction = z.strictObject({
  id: z.string(), kind: z.enum(CHANGE_KINDS),
  /** What was done, in a few words. */
  what: z.string(),
  /** Where it is now, or null. */
  passage: z.string().nullable(), createdAt: z.string(),
  /** False where its place was not found in this edition; `message` says so. */
  fits: z.boolean(), message: z.string().nullable(),
});

/** What a reader may do. */
const choiceOfChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), doubt: z.string().min(1).max(500) }),
  /** Cuts a passage before the letter at `offset` (UTF-16). */
  z.strictObject({ kind: z.literal('split'), passage: id, offset: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal('join'), passage: id, next: id }),
  /** Puts a passage before or behind another, into the section of that one; at the beginning of its chapter where both are null. */
  z.strictObject({ kind: z.literal('move'), passage: id, after: id.nullable(), before: id.nullable().default(null) }),
  z.strictObject({ kind: z.literal('retag'), passage: id, facet: z.enum(FACETS), value: z.string().min(1).max(60), on: z.boolean() }),
  /** Says what a passage is; 'heading' makes it the title of a section, 'nothing' takes it out. */
  z.strictObject({ kind: z.literal('become'), passage: id, what: z.union([passageKind, z.enum(['heading', 'nothing'])]) }),
  z.strictObject({ kind: z.literal('rename'), target: z.enum(['chapter', 'section']), id, to: z.string().trim().min(1).max(500) }),
]);
export type ChoiceOfChange = z.output<typeof choiceOfChange>;

/** `report` keeps its id; `passage` is where the eye should stay. */
const done = z.strictObject({ report: z.string(), correction: z.string(), passage: z.string().nullable() });

const page = z.strictObject({
  /** `page` counts from 1 as the file's pages lie; sizes and places are in points, `y` counts down. A run's `y` is its baseline, a line's its upper edge. */
  kind: z.literal('page'), page: z.number().int(), pages: z.number().int(), width: z.number(), height: z.number(),
  runs: z.array(z.strictObject({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), size: z.number(), bold: z.boolean(), italic: z.boolean() })),
  /** Where the numbered lines of the page stand. */
  lines: z.array(z.strictObject({ n: z.number().int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
});

/** The calls of the review: what the importer was unsure of, what readers mended. */
export const REVIEW_METHODS = {
  /** The doubts that are open, the corrections that stand (the newest last), and what can be taken back or done again. */
  'review.open': {
    params: z.strictObject({ report: id }),
    result: z.strictObject({
      doubts: z.array(doubt),
      /** How many doubts were accepted; they are not listed. */
      accepted: z.number().int(),
      corrections: z.array(correction),
      /** What the newest correction did, and what the last one taken back did; null where there is none. */
      canUndo: z.string().nullable(), canRedo: z.string().nullable(),
      source: z.enum(['lines', 'pages', 'none']),
      /** Why the report cannot be corrected, or null. */
      why: z.string().nullable(),
    }),
  },
  /** The source around some lines: as lines, or as the page on which they stand. */
  'review.source': {
    params: z.strictObject({ report: id, from: z.number().int().min(1), to: z.number().int().min(1), around: z.number().int().min(0).max(40).default(6) }),
    result: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('lines'), first: z.number().int(), lines: z.array(z.string()) }), page]),
  },
  /** Corrects a report: written to the desk first, then the report is made again with it. A new correction empties what could be redone. */
  'review.correct': { params: z.strictObject({ report: id, change: choiceOfChange }), result: done },
  /** Takes back the newest correction that stands. */
  'review.undo': { params: z.strictObject({ report: id }), result: done },
  /** Does again what was last taken back. */
  'review.redo': { params: z.strictObject({ report: id }), result: done },
} as const;
