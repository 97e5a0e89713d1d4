import type { ImportWarning, PageSpan, PassageKind, Picture } from './report.ts';
import type { FacetChoice } from './facet.ts';
import type { LaidSource } from './layout.ts';
import type { ReportFacts } from './facts.ts';

/**
 * One line of a text report, its blanks at both ends cut off.
 * `spaced`: the next line is a new word (a line that ended in a blank); else the two join directly.
 * `mark`: it began with a page mark (a form feed, or the single leading blank that PDF extractors leave).
 * `indent`: how many blanks stood before it, where any did. `cells`: what stood far apart in it, as columns do, and
 * `laid`: the line with all of its blanks, where there were more than one in a row.
 */
export interface SourceLine {
  n: number;
  text: string;
  spaced: boolean;
  mark: boolean;
  indent?: number;
  cells?: readonly string[];
  laid?: string;
}

/** A text report as lines; nothing is judged yet. */
export interface PagedSource {
  kind: 'pages';
  /** Those with text: where numbers are left out, blank lines stand. */
  lines: SourceLine[];
  /** True where the file keeps a blank at the end of every line that goes on: a line without one ends its paragraph. */
  keepsBlanks: boolean;
  /** How many pages a form feed begins. */
  feeds?: number;
  /** A form feed stands behind the last page too, as extractors set it. */
  endsFed?: boolean;
}

/**
 * A piece of a document whose author marked its structure (Markdown, Word, HTML, EPUB). `pages` holds the labels of the
 * printed edition where the document carries them; `picture` is an index into the source's pictures; `runIn`: the
 * heading is also the first words of the passage below it; `number`: a chapter's, where it was cut off the heading; `notes`: the keys of those that are called in it. Lines are those of the file, or count pieces where it has none.
 */
export type SourceBlock =
  | { kind: 'heading'; level: number; text: string; line: number; runIn: boolean; number?: number | null; notes?: readonly string[] }
  | SourcePassage;

export interface SourcePassage {
  kind: PassageKind;
  text: string;
  notes: { key: string; offset: number }[];
  line: number;
  lastLine: number;
  tags: FacetChoice | null;
  ref: string | null;
  id?: string | null;
  confidence?: string | null;
  /** Its author said what kind it is of; nothing is found out about that. */
  isOfKind?: boolean;
  /** Its lines as somebody typed them, where it keeps them. */
  typed?: readonly SourceLine[];
  pages: PageSpan;
  picture: number | null;
  /** Under which of the chapter's headings it stands (from 1; 0 for none), where that is not the last one; what follows stands there too. */
  section?: number | null;
}

/** A footnote; `n` is the number that the document shows, or null where it shows none. */
export interface SourceNote {
  key: string;
  n: string | null;
  text: string;
  line: number;
  page: string | null;
}

export type BlockPicture = Omit<Picture, 'passage'>;

export interface BlockSource {
  kind: 'blocks';
  /** What the document says of itself. */
  facts: ReportFacts;
  /** The work that it retells or translates, where its author says so. */
  works: { retells: string | null; translates: string | null };
  blocks: SourceBlock[];
  /** In the order in which they are defined. */
  notes: SourceNote[];
  pictures: BlockPicture[];
  warnings: ImportWarning[];
  /** The lines that its passages count, where these are not the file's own: those of a message's bodies, or of the page in a saved one. */
  inside?: string[];
}

export type ReportSource = (PagedSource | BlockSource | LaidSource) & { format: string };

/** How far a long job is; `total` 0 while it cannot be known. */
export interface Progress {
  phase: 'reading' | 'structure' | 'facets' | 'saving' | 'indexing' | 'printing';
  done: number;
  total: number;
}
