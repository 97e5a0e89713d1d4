import type { Vocabulary } from './marking.ts';
import type { PackItem } from './pack-item.ts';
import type { PageSpan, PassageKind } from './report.ts';

export type { FigureRow, ItemLook, PackItem, PassageRef, Point, Trim } from './pack-item.ts';

/** A pack as its author made it. See docs/pack-file.md. */
export interface Pack {
  title: string;
  subtitle: string;
  /** Applied by the user; Attaché never classifies. */
  marking: string;
  preparedFor: string;
  preparedBy: string;
  /** ISO 8601 day, or empty. */
  date: string;
  place: string;
  copies: string[];
  language: string;
  paper: 'A4' | 'Letter';
  /** Where notes go: at the foot of the page, or at the end of each item. */
  notes: 'foot' | 'end';
  /** Printed on both sides: the inner margin is the wider one. */
  duplex?: boolean | undefined;
  /** From which words its markings are taken, and how they rank; without one, words of many offices. */
  vocabulary?: Vocabulary | undefined;
  /** The user's own vocabulary, from the lowest word to the highest. */
  ownMarkings?: string[] | undefined;
  /** Text of 16 points. */
  largePrint?: boolean | undefined;
  /** For a printer without colours: black and outlines only. */
  blackAndWhite?: boolean | undefined;
  /** A list of the acronyms that the pack's own text explains. */
  acronyms?: boolean | undefined;
  /** An index of the names in the pack, with their pages. */
  names?: boolean | undefined;
  items: PackItem[];
}

/** A pack that is kept on the desk. `revision` grows with every change, so that two windows cannot overwrite each other. */
export interface SavedPack {
  id: string;
  pack: Pack;
  revision: number;
  createdAt: string;
  updatedAt: string;
}

/** Where a passage comes from, as it is printed under a heading and in an endnote. */
export interface PassageSource {
  reportTitle: string;
  publisher: string | null;
  date: string | null;
  chapterTitle: string;
  chapterNumber: number | null;
  authors: string[];
}

/** A note as a pack holds it. "Ibid." and "See note 6 above" bring along what they mean, since that note may not be in the pack. */
export interface PackNote {
  n: string;
  offset: number;
  text: string;
  /** The number and the words of the note that it refers to. */
  means?: { n: string; text: string } | undefined;
  /** The number of the note before it in its chapter. */
  before?: string | undefined;
}

/** A passage as a pack holds it once it is looked up: with its notes' texts, so that it can be printed without the library. */
export interface PackPassage {
  kind: PassageKind;
  text: string;
  pages: PageSpan;
  notes: PackNote[];
  picture?: PackPicture | undefined;
}

/** A picture of a report, as a document carries it. */
export interface PackPicture {
  mime: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  base64: string;
}

/** Where a point or a figure stands, looked up. */
export interface Located {
  source: PassageSource;
  pages: PageSpan;
}

/** Passages that follow one another under one heading of the report. */
export interface PackGroup {
  heading: string | null;
  source: PassageSource;
  passages: PackPassage[];
}

export interface PackTable {
  title: string;
  /** Label and what colour its dot has. */
  columns: { label: string; facet: 'domain' | 'limitation'; value: string }[];
  rows: { label: string; cells: { count: number; text: string | null }[] }[];
}

/** Why a pack shows its own copy, and of which day (ISO 8601) that is. */
export interface Kept {
  on: string;
  because: 'removed' | 'changed';
}

/** One item of a pack, looked up. */
export type ResolvedItem =
  | { kind: 'heading'; text: string; level?: 1 | 2 | undefined }
  | { kind: 'text'; markdown: string }
  | { kind: 'points'; title: string; points: { text: string; from: Located | null }[] }
  /** `said`: what the reader of the pack's list should know of it. `kept`: it is the pack's own copy, and of which day. */
  | { kind: 'passages'; title: string; groups: PackGroup[]; said?: string | undefined; kept?: Kept | undefined }
  | { kind: 'figures'; title: string; rows: { value: string; year: string; what: string; words: string; from: Located | null }[] }
  | { kind: 'picture'; caption: string; from: Located; picture: PackPicture; kept?: Kept | undefined }
  | { kind: 'divider' }
  | { kind: 'table'; table: PackTable; kept?: Kept | undefined }
  | { kind: 'pageBreak' }
  /** What it showed is not in the library: said on paper too, never left out silently. */
  | { kind: 'missing'; problem: string };

export interface ResolvedPack {
  pack: Pack;
  items: ResolvedItem[];
}
