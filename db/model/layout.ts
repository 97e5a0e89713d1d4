import type { ImportWarning } from './report.ts';

/** A place on a page, in points; `top` counts down from the page's upper edge. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** White inside a line that is wider than most spaces between words: another cell of a table may begin behind it. */
export interface Gap {
  /** Where it stands in the line's text. */
  at: number;
  left: number;
  right: number;
}

/**
 * Words that stand on one line without a gap wider than a word space: a column's line, a table's cell, a page number.
 * Raised figures are written as such ("treaty.²"), lowered ones too ("CO₂"), so that text alone says what they are.
 */
export interface LaidLine extends Box {
  text: string;
  baseline: number;
  /** Of most of its letters, in points. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** The file itself says that it is no text of the report (a running head, a page number). */
  artifact: boolean;
  /** From left to right; left out where there are none. */
  gaps?: Gap[];
}

/** A straight stroke or thin bar, across or down. */
export interface Rule extends Box {
  across: boolean;
}

export interface LaidPicture extends Box {
  /** Index into the source's pictures. */
  picture: number;
}

export interface LaidPage {
  width: number;
  height: number;
  /** Counted from 1, as PDF readers count; for warnings. */
  number: number;
  /** The label that the file gives the page ("iv"), or null. */
  label: string | null;
  /** In the order of the file. */
  lines: LaidLine[];
  rules: Rule[];
  /** Rectangles that are filled: the background of a row or a cell, or the bar of a chart. Left out where there are none. */
  shades?: Box[];
  /** Areas that are drawn (charts, maps); what stands in them are labels. */
  drawings: Box[];
  pictures: LaidPicture[];
  /** Addresses that the page's links lead to. */
  links: string[];
}

export interface SourcePicture {
  mime: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** An entry of the file's own table of contents. `page` is an index into the pages, null where it leads nowhere. */
export interface OutlineEntry {
  title: string;
  /** 1 for the outermost. */
  level: number;
  page: number | null;
}

/** A document whose pages are known by where everything stands on them; nothing is judged yet. */
export interface LaidSource {
  kind: 'laid-out';
  /** What the file says of itself: title, author, date, language. */
  meta: Record<string, unknown>;
  pages: LaidPage[];
  outline: OutlineEntry[];
  pictures: SourcePicture[];
  warnings: ImportWarning[];
}
