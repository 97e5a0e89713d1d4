/** A call to a note, and the height in the flow at which it stands. */
export interface Call {
  note: number;
  y: number;
}

/**
 * The smallest part of a document that is placed: a paragraph, a heading, a point of a list, a table's row. Heights are
 * those of one long column as wide as the page's text (`tall`) or as a page on its side (`wide`).
 */
export interface Piece {
  top: number;
  bottom: number;
  /** Where each of its lines ends; fewer than two where it must stay whole. Asked only for pieces at a page's end. */
  lines: () => readonly number[];
  calls: readonly Call[];
  /** Stands on the page of what follows: a heading, the line with its source. */
  keep: boolean;
  /** Begins a page. */
  opens: boolean;
  /** On a page on its side. */
  wide: boolean;
  /** What stands above it again where it begins a page: the height of its table's head. */
  head: number;
}

/** A note at the foot of a page: how much room it takes, and where its lines end, from its top. */
export interface Note {
  height: number;
  lines: () => readonly number[];
}

/** A stretch of a piece: from after line `from` (0: its beginning) to line `to` (null: its end). */
export interface Part {
  piece: number;
  from: number;
  to: number | null;
}

/** A stretch of a note, by its lines. */
export interface NotePart {
  note: number;
  from: number;
  to: number | null;
}

export interface PagePlan {
  wide: boolean;
  parts: Part[];
  notes: NotePart[];
}

export interface Room {
  /** The height of a page's text, notes included. */
  tall: number;
  wide: number;
  /** What the rule above the notes takes. */
  rule: number;
}
