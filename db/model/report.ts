import type { Doubt } from './doubt.ts';
import type { Tag } from './facet.ts';
import type { LinePlace, LineSpan } from './lines.ts';
import type { Origins } from './origin.ts';

/** Printed page labels ("v", "17") of the first and last line, or null where the report does not show them. */
export interface PageSpan {
  from: string | null;
  to: string | null;
}

/** A quotation is somebody else's words, set apart; a pull quote says again, in large letters, what the report's own text says. */
export type PassageKind = 'paragraph' | 'list-item' | 'quotation' | 'pull-quote' | 'caption' | 'table' | 'figure';

/** A call to footnote `n` of the same chapter, after the UTF-16 `offset` in the passage's text. */
export interface NoteMarker {
  n: string;
  offset: number;
}

/** The smallest unit that is read, found, cited and printed: a paragraph, a list item, a caption … */
export interface Passage {
  id: string;
  chapter: string;
  section: string | null;
  kind: PassageKind;
  /** Clean text without footnote markers. */
  text: string;
  pages: PageSpan;
  lines: LineSpan;
  footnotes: NoteMarker[];
}

/** A footnote; its number counts within its chapter. `refersTo` is what "Ibid." or "See note 6 above" means. */
export interface Footnote {
  id: string;
  chapter: string;
  n: string;
  text: string;
  page: string | null;
  lines: LineSpan;
  refersTo: string | null;
}

/** A heading and what stands under it; its id is unique within the report. `runIn`: the heading is the first words of its paragraph. */
export interface Section {
  id: string;
  title: string;
  /** 1 for the chapter's main headings, 2 and more below. */
  level: number;
  runIn: boolean;
}

export interface Chapter {
  id: string;
  number: number | null;
  title: string;
  authors: string[];
  pages: PageSpan;
  sections: Section[];
}

/** What the importer was unsure of, or had to leave out. */
export interface ImportWarning {
  code: string;
  message: string;
  line: number | null;
}

/** A picture of the report, and the passage (its caption, or a figure's own) that it is shown with. */
export interface Picture {
  passage: string;
  mime: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  bytes: Uint8Array;
}

export interface ReportMeta {
  id: string;
  title: string;
  subtitle: string | null;
  publisher: string | null;
  /** ISO 8601 date, as far as known: "2022", "2022-03", "2022-03-31". */
  date: string | null;
  /** BCP 47 */
  language: string;
  licence: string | null;
  sourceName: string;
  sourceSha256: string;
  /** Ships with the app, and may be hidden but not lost. */
  builtIn: boolean;
}

/** A report as its structure is known, before facets. */
export interface ReportDraft {
  report: ReportMeta;
  chapters: Chapter[];
  /** In reading order. */
  passages: Passage[];
  footnotes: Footnote[];
  warnings: ImportWarning[];
  /** Tags that the author set by hand (own briefings), by passage id. */
  authored: Map<string, Tag[]>;
  /** Where the passages come from, where the report retells another. */
  origins?: Origins;
  /** One at most for a passage. */
  pictures: Picture[];
  /** Who says in which language it is, where no person does: the program that wrote the file, or nobody; its row says "en" then. */
  languageBy?: 'program' | 'nobody';
  /** What the importer was unsure of. */
  doubts?: Doubt[];
  /** Where the lines stand on the file's pages, where it has pages. */
  places?: LinePlace[];
}
