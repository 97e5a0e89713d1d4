import type { RootContent } from 'mdast';
import type { Pack, PackPicture, PackTable } from '../model/pack.ts';
import type { PageSpan, PassageKind } from '../model/report.ts';
import type { Acronym } from '../model/acronyms.ts';

/** Which of a pack's copies a document is. */
export interface Copy {
  number: number;
  of: number;
  /** Who gets it; empty where nobody is named. */
  name: string;
}

/** A stretch of a passage's text, or a call to the note with that number. */
export type Run = { text: string } | { call: number };

export interface LaidNote {
  /** Counts through the whole pack. */
  number: number;
  /** What the note is called in the report, so that it can be found there: "note 18", "Vietnam, note 18"; null for the user's own notes. */
  origin: string | null;
  /** The note's words: the report's as plain text, the user's own as Markdown. */
  content: string | RootContent[];
}

export interface LaidPassage {
  kind: PassageKind;
  runs: Run[];
  /** Where it stands in the report. */
  pages: PageSpan;
  /** The report's number among the sources. */
  report: number;
  picture: PackPicture | null;
}

export interface LaidGroup {
  heading: string | null;
  /** The line under the heading: "Nguyen, Vietnam, pp. 53–55", or only the pages where the item names its source already. */
  source: string | null;
  passages: LaidPassage[];
}

/** `level` is the rank of the item's heading below the pack's title: 2, or 3 under a heading of the user's. */
interface Placed {
  id: string;
  level: number;
  notes: LaidNote[];
  /** The user's own words in the margin. */
  remark: string | null;
  /** On pages that lie on their side: asked for, or a table is wider than an upright page. */
  landscape: boolean;
  /** Where its notes go, where that is not where the pack's do. */
  notesAt: 'foot' | 'end' | null;
}

export interface LaidHeading extends Placed { kind: 'heading'; text: string }
/** Own words, whatever they were typed as: `form` says how they are set. */
export interface LaidText extends Placed { kind: 'text'; form: 'text' | 'points' | 'figures' | 'divider'; blocks: RootContent[] }
export interface LaidPassages extends Placed { kind: 'passages'; title: string; source: string | null; groups: LaidGroup[]; said: string | null }
export interface LaidPicture extends Placed { kind: 'picture'; caption: string; source: string; pages: PageSpan; report: number; picture: PackPicture }
export interface LaidTable extends Placed { kind: 'table'; table: PackTable }
export interface LaidMissing extends Placed { kind: 'missing'; problem: string }
export interface LaidBreak extends Placed { kind: 'pageBreak' }
export type LaidItem = LaidHeading | LaidText | LaidPassages | LaidPicture | LaidTable | LaidMissing | LaidBreak;

/** A pack with everything decided that HTML, Markdown and Word have in common: ids, ranks, note numbers, source lines. */
export interface LaidPack {
  pack: Pack;
  items: LaidItem[];
  /** Every chapter that is quoted, cited in full, in the order of its first passage. */
  sources: string[];
  /** What stands at the head and foot of every page: the highest marking of the pack and its parts. */
  marking: string;
  /** A sentence where that is not the marking that was typed. */
  markingNotice: string | null;
  /** Which of its copies this is, null for a pack without numbers. */
  copy: Copy | null;
  acronyms: Acronym[];
  names: string[];
}
