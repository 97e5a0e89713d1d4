import type { LineSpan } from './lines.ts';

/** What the importer can be unsure of: that two pieces belong together, their order, a heading, a note, a tag, anything else. */
export const DOUBT_KINDS = ['join', 'order', 'heading', 'note', 'tag', 'other'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** One thing that the importer was unsure of, for a reader to accept or to mend. */
export interface Doubt {
  /** Made of what it is about, so that it is the same one after a new import. */
  key: string;
  kind: DoubtKind;
  /** What the importer did, and why it is unsure. */
  message: string;
  /** The passage that it is about. */
  passage: string | null;
  /** The other passage, for a join or an order. */
  near: string | null;
  /** The id of a footnote. */
  footnote: string | null;
  /** In the source. */
  lines: LineSpan | null;
}

/** More doubts of one kind than anybody looks at; of an import's, the first ones are kept. */
export const OF_A_KIND = 200;
