import type { Tag } from '../model/facet.ts';
import type { NoteMarker, Passage, PassageKind } from '../model/report.ts';
import type { Sqlite } from './open.ts';
import { readTags } from './tag-codec.ts';
import type { KeptText, TextReader } from './texts.ts';

export interface StoredPassage extends Passage {
  /** The row's number, by which postings and facets name the passage. */
  pk: number;
  report: string;
  tags: Tag[];
  /** The size of its picture, where it has one. */
  picture: { width: number; height: number } | null;
}
/** A passage as its row holds it, its text readable. */
export interface ReadRow {
  pk: number; report: string; chapter: string; section: string | null; id: string; kind: string; text: string; page_from: string | null; page_to: string | null;
  line_from: number; line_to: number; markers: string; tags: string;
  width: number | null; height: number | null;
}
export type PassageRow = ReadRow & KeptText;

export const PASSAGE = `SELECT p.pk, r.id AS report, c.id AS chapter, s.id AS section, p.id, p.kind, p.text, p.packed, y.pk AS symbols, p.page_from, p.page_to, p.line_from, p.line_to, p.markers, p.tags, i.width, i.height
  FROM passage p JOIN report r ON r.pk = p.report JOIN chapter c ON c.pk = p.chapter LEFT JOIN section s ON s.pk = p.section LEFT JOIN picture i ON i.passage = p.pk LEFT JOIN symbols y ON y.report = p.report`;
/** Nearly every passage is of this kind, and its row says nothing of it. */
export const USUAL_KIND: PassageKind = 'paragraph';

/** Reads passages, and nothing else of a report. */
export function createPassageReader(db: Sqlite, read: TextReader) {
  const byPk = db.prepare<[string], PassageRow>(`${PASSAGE} WHERE p.pk IN (SELECT value FROM json_each(?))`);
  /** Writes into the row: a copy of so many fields takes longer than reading them. */
  const readRow = (row: PassageRow): ReadRow => {
    const { text, tags } = read.passage(row, row.tags);
    return Object.assign(row, { text, tags, packed: null });
  };
  const passageOf = (row: PassageRow): StoredPassage => passageFrom(readRow(row));
  return {
    /** A row that `PASSAGE` selects, as a passage. */
    passageOf,
    /** @returns the passages of these row numbers, in the order asked for; gone ones are left out */
    passagesByPk(pks: readonly number[]): StoredPassage[] {
      const found = new Map(byPk.all(JSON.stringify(pks)).map((row) => [row.pk, passageOf(row)]));
      return pks.flatMap((pk) => found.get(pk) ?? []);
    },
  };
}

/** Reads what a row says. */
export function passageFrom(row: ReadRow): StoredPassage {
  return {
    pk: row.pk, report: row.report, id: row.id, chapter: row.chapter, section: row.section, kind: (row.kind || USUAL_KIND) as PassageKind, text: row.text,
    pages: { from: row.page_from, to: row.page_to }, lines: { from: row.line_from, to: row.line_to },
    footnotes: JSON.parse(row.markers) as NoteMarker[], tags: readTags(row.tags),
    picture: row.width === null || row.height === null ? null : { width: row.width, height: row.height },
  };
}
