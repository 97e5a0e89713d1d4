import type { PassageKind } from './report.ts';
import type { FacetChoice } from './facet.ts';

/**
 * One line of a text report, its blanks at both ends cut off.
 * `spaced`: the next line is a new word (a line that ended in a blank); else the two join directly.
 * `mark`: it began with a page mark (a form feed, or the single leading blank that PDF extractors leave).
 */
export interface SourceLine {
  n: number;
  text: string;
  spaced: boolean;
  mark: boolean;
}

/** A text report as lines; nothing is judged yet. */
export interface PagedSource {
  kind: 'pages';
  lines: SourceLine[];
  /** True where the file keeps a blank at the end of every line that goes on: a line without one ends its paragraph. */
  keepsBlanks: boolean;
}

/** A piece of a document whose author marked its structure (Markdown, later DOCX, HTML, EPUB). */
export type SourceBlock =
  | { kind: 'heading'; level: number; text: string; line: number }
  | { kind: PassageKind; text: string; notes: { key: string; offset: number }[]; line: number; lastLine: number; tags: FacetChoice | null; ref: string | null; id?: string | null; confidence?: string | null };

export interface BlockSource {
  kind: 'blocks';
  meta: Record<string, unknown>;
  blocks: SourceBlock[];
  /** Footnotes by key, in the order in which they are defined. */
  notes: { key: string; text: string; line: number }[];
}

export type ReportSource = (PagedSource | BlockSource) & { format: string };

/** How far a long job is; `total` 0 while it cannot be known. */
export interface Progress {
  phase: 'reading' | 'structure' | 'facets' | 'saving' | 'indexing' | 'printing';
  done: number;
  total: number;
}
