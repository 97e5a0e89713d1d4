import type { PassageKind } from './report.ts';
import type { FacetChoice } from './facet.ts';

/** One line of a text report. `spaced`: it ended in a blank, so the next line is a new word (else they join directly). */
export interface SourceLine {
  n: number;
  text: string;
  spaced: boolean;
}

/** What lies between two page marks. */
export interface SourcePage {
  lines: SourceLine[];
}

/** A text report, cut into pages; nothing is judged yet. */
export interface PagedSource {
  kind: 'pages';
  pages: SourcePage[];
}

/** A piece of a document whose author marked its structure (Markdown, later DOCX, HTML, EPUB). */
export type SourceBlock =
  | { kind: 'heading'; level: number; text: string; line: number }
  | { kind: PassageKind; text: string; notes: { key: string; offset: number }[]; line: number; lastLine: number; tags: FacetChoice | null; ref: string | null };

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
