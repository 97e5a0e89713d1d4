import { deflateSync, inflateSync } from 'node:zlib';
import type { Outcome } from '../model/correction.ts';
import type { Doubt, DoubtKind } from '../model/doubt.ts';
import type { LinePlace } from '../model/lines.ts';
import type { ReportDraft } from '../model/report.ts';
import type { Sqlite } from './open.ts';
import { unpackDraft } from './draft-codec.ts';

/** What is kept of a report beside its text, for its review. */
export interface ReviewRecord {
  /** The report as the importer made it, packed; null where no correction changed it. */
  uncorrected: Uint8Array | null;
  outcomes: readonly Outcome[];
  /** Ids that passages had before, with those that they have now. */
  former: ReadonlyMap<string, string>;
}

interface DoubtRow { key: string; kind: string; message: string; passage: string | null; near: string | null; footnote: string | null; line_from: number | null; line_to: number | null }
type PackedPlace = [n: number, page: number, x: number, y: number, width: number, height: number];

/** Writes what the review needs, within the transaction of its caller. */
export function createReviewWriter(db: Sqlite) {
  const doubt = db.prepare('INSERT INTO doubt (report, key, kind, message, passage, near, footnote, line_from, line_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const outcome = db.prepare('INSERT INTO applied (report, ord, correction, fits, passage) VALUES (?, ?, ?, ?, ?)');
  const former = db.prepare('INSERT INTO former (report, id, passage) VALUES (?, ?, ?)');
  const uncorrected = db.prepare('INSERT INTO uncorrected (report, draft) VALUES (?, ?)');
  const places = db.prepare('INSERT INTO line_place (report, places) VALUES (?, ?)');
  const clear = ['doubt', 'applied', 'former', 'uncorrected'].map((table) => db.prepare(`DELETE FROM ${table} WHERE report = ?`));
  return {
    /** Writes a report's doubts, and what corrections made of it, over what was there. */
    save(report: number, doubts: readonly Doubt[], record: ReviewRecord): void {
      for (const statement of clear) statement.run(report);
      for (const one of doubts) doubt.run(report, one.key, one.kind, one.message, one.passage, one.near, one.footnote, one.lines?.from ?? null, one.lines?.to ?? null);
      record.outcomes.forEach((one, at) => outcome.run(report, at, one.correction, one.fits ? 1 : 0, one.passage));
      for (const [id, passage] of record.former) former.run(report, id, passage);
      if (record.uncorrected) uncorrected.run(report, record.uncorrected);
    },
    savePlaces(report: number, lines: readonly LinePlace[]): void {
      const packed = lines.map(({ n, page, x, y, width, height }): PackedPlace => [n, page, ...([x, y, width, height].map((point) => Math.round(point * 10) / 10) as [number, number, number, number])]);
      places.run(report, deflateSync(JSON.stringify(packed)));
    },
  };
}

/** Reads what the review needs. A report that is not there has nothing. */
export function createReviewReader(db: Sqlite) {
  const of = 'WHERE report = (SELECT pk FROM report WHERE id = ?)';
  const doubts = db.prepare<[string], DoubtRow>(`SELECT key, kind, message, passage, near, footnote, line_from, line_to FROM doubt ${of} ORDER BY pk`);
  const outcomes = db.prepare<[string], { correction: string; fits: number; passage: string | null }>(`SELECT correction, fits, passage FROM applied ${of} ORDER BY ord`);
  const formers = db.prepare<[string], { id: string; passage: string }>(`SELECT id, passage FROM former ${of}`);
  const former = db.prepare<[string, string], { passage: string }>(`SELECT passage FROM former ${of} AND id = ?`);
  const uncorrected = db.prepare<[string], { draft: Uint8Array }>(`SELECT draft FROM uncorrected ${of}`);
  const places = db.prepare<[string], { places: Uint8Array }>(`SELECT places FROM line_place ${of}`);
  return {
    doubts: (report: string): Doubt[] => doubts.all(report).map(({ line_from, line_to, kind, ...row }) => ({
      ...row, kind: kind as DoubtKind, lines: line_from === null || line_to === null ? null : { from: line_from, to: line_to },
    })),
    /** What became of the corrections that the report was last made with. */
    outcomes: (report: string): Outcome[] => outcomes.all(report).map((row) => ({ ...row, fits: row.fits === 1 })),
    /** Ids that passages of a report had before they were corrected, with the present ones. */
    formerIds: (report: string): Map<string, string> => new Map(formers.all(report).map(({ id, passage }) => [id, passage])),
    /** The present id of a passage that had another one before it was corrected, or null. */
    presentId: (report: string, id: string): string | null => former.get(report, id)?.passage ?? null,
    /** The report as the importer made it; null where no correction changed it. */
    uncorrected(report: string): ReportDraft | null {
      const row = uncorrected.get(report);
      if (!row) return null;
      const draft = unpackDraft(row.draft);
      // It was packed before the report had the id that was free for it.
      draft.report.id = report;
      return draft;
    },
    /** Where a report's lines stand on its pages; null where it has no pages, or was imported before they were kept. */
    places(report: string): LinePlace[] | null {
      const row = places.get(report);
      return row ? (JSON.parse(new TextDecoder().decode(inflateSync(row.places))) as PackedPlace[]).map(([n, page, x, y, width, height]) => ({ n, page, x, y, width, height })) : null;
    },
    hasPlaces: (report: string): boolean => places.get(report) !== undefined,
  };
}

