import type { FacetChoice } from './facet.ts';

/** What can be said of any item that stands on paper. */
export interface ItemLook {
  /** The user's own remark, in the margin beside the item. */
  remark?: string | undefined;
  /** The portion marking of this item. Applied by the user; Attaché never classifies. */
  marking?: string | undefined;
  /** Where the item's notes go, other than the pack's do. */
  notes?: 'foot' | 'end' | undefined;
  /** On pages that lie on their side. */
  landscape?: boolean | undefined;
}

/** What belongs here, in the words of a template: shown while nothing is written, never printed. */
interface Hinted {
  hint?: string | undefined;
}

/** A passage by its id. */
export interface PassageRef {
  report: string;
  passage: string;
}

/**
 * What is kept of a passage: stretches of its text, word for word and in order. Whatever stands between them is left
 * out and shown as "[…]"; nothing kept leaves the whole passage out.
 */
export interface Trim {
  passage: string;
  keep: string[];
}

/** What items that show passages are called, other than by the report's headings; empty for no title. */
interface Titled {
  title?: string | undefined;
}

/** Items that show several passages, some of which may be trimmed. */
interface Trimmed {
  trims?: Trim[] | undefined;
}

/** One talking point: a line of Markdown, and the passage that it rests on. */
export interface Point {
  text: string;
  source?: PassageRef | undefined;
}

/** One figure: "US$ 2.1 billion", "2019", what it counts, and where it stands: in a passage, or in words. */
export interface FigureRow {
  value: string;
  year: string;
  what: string;
  source?: PassageRef | undefined;
  sourceWords?: string | undefined;
}

/** One item of a pack as its author made it: it names what it shows, it does not hold it. Kinds and fields may be added, never changed. */
export type PackItem =
  | ({ kind: 'heading'; text: string; /** 2 stands under the last one of 1, which is the default. */ level?: 1 | 2 | undefined } & ItemLook)
  | ({ kind: 'text'; markdown: string } & Hinted & ItemLook)
  | ({ kind: 'points'; title: string; points: Point[] } & Hinted & ItemLook)
  | ({ kind: 'passage'; report: string; passage: string; keep?: string[] | undefined } & Titled & ItemLook)
  | ({ kind: 'range'; report: string; from: string; to: string } & Titled & Trimmed & ItemLook)
  | ({ kind: 'section'; report: string; section: string } & Titled & Trimmed & ItemLook)
  | ({ kind: 'chapter'; report: string; chapter: string } & Titled & Trimmed & ItemLook)
  | ({ kind: 'search'; query: string; report?: string | undefined; limit: number } & FacetChoice & Titled & Trimmed & ItemLook)
  | ({ kind: 'compare'; report: string } & ItemLook)
  | ({ kind: 'figures'; title: string; rows: FigureRow[] } & Hinted & ItemLook)
  | ({ kind: 'picture'; report: string; passage: string; caption?: string | undefined } & ItemLook)
  | { kind: 'divider' }
  | { kind: 'pageBreak' };
