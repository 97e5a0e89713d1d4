import { inflateSync } from 'node:zlib';
import { AttacheError } from '../model/errors.ts';
import type { FacetName } from '../model/facet.ts';
import type { Chapter, Footnote, ImportWarning, Picture, ReportMeta, Section } from '../model/report.ts';
import type { Sqlite } from './open.ts';
import { createPassageReader, PASSAGE, type PassageRow, type StoredPassage } from './passage-reader.ts';
import type { KeptText, TextReader } from './texts.ts';

export type { StoredPassage } from './passage-reader.ts';

export interface StoredReport extends ReportMeta {
  importedAt: string;
  counts: { chapters: number; sections: number; passages: number; footnotes: number; warnings: number };
  /** How many passages carry each value. */
  facets: { facet: FacetName; value: string; count: number }[];
}
/** Where a passage stands, in titles. */
export interface PassageTitles {
  pk: number;
  reportTitle: string;
  chapterTitle: string;
  authors: string[];
  sectionTitle: string | null;
}
export interface StoredChapter extends Chapter {
  passages: number;
  words: number;
}

interface ReportRow {
  pk: number; id: string; title: string; subtitle: string | null; publisher: string | null; date: string | null; language: string; licence: string | null;
  source_name: string; source_sha256: string; built_in: number; imported_at: string;
}
interface ChapterRow { pk: number; id: string; number: number | null; title: string; authors: string; page_from: string | null; page_to: string | null; passages: number; letters: number }
interface FootnoteRow extends KeptText { id: string; chapter: string; n: string; page: string | null; line_from: number; line_to: number; refers_to: string | null }

const REPORT = `SELECT pk, id, title, subtitle, publisher, date, language, licence, source_name, source_sha256, built_in, imported_at FROM report`;
const FOOTNOTE = `SELECT f.id, c.id AS chapter, f.n, f.text, f.packed, y.pk AS symbols, f.page, f.line_from, f.line_to, f.refers_to FROM footnote f JOIN chapter c ON c.pk = f.chapter LEFT JOIN symbols y ON y.report = c.report`;
/** Letters per word of running English, blank included: good enough for "11 minutes". */
const LETTERS_PER_WORD = 6.2;

/** Everything that reads reports. */
export function createReportReader(db: Sqlite, read: TextReader) {
  const reports = db.prepare<[], ReportRow>(`${REPORT} ORDER BY built_in, translates IS NOT NULL, imported_at DESC, pk DESC`);
  const report = db.prepare<[string], ReportRow>(`${REPORT} WHERE id = ?`);
  const counts = db.prepare<[{ report: number }], StoredReport['counts']>(`SELECT
    (SELECT count(*) FROM chapter WHERE report = $report) AS chapters,
    (SELECT count(*) FROM section s JOIN chapter c ON c.pk = s.chapter WHERE c.report = $report) AS sections,
    (SELECT count(*) FROM passage WHERE report = $report) AS passages,
    (SELECT count(*) FROM footnote f JOIN chapter c ON c.pk = f.chapter WHERE c.report = $report) AS footnotes,
    (SELECT count(*) FROM warning WHERE report = $report) AS warnings`);
  const carriers = db.prepare<[number], StoredReport['facets'][number]>('SELECT facet, value, passages AS count FROM carrier WHERE report = ?');
  const chapters = db.prepare<[number], ChapterRow>(`SELECT c.pk, c.id, c.number, c.title, c.authors, c.page_from, c.page_to, count(p.pk) AS passages, coalesce(sum(coalesce(p.letters, length(p.text))), 0) AS letters
    FROM chapter c LEFT JOIN passage p ON p.chapter = c.pk WHERE c.report = ? GROUP BY c.pk ORDER BY c.ord`);
  const sections = db.prepare<[number], { id: string; title: string; level: number; run_in: number }>('SELECT id, title, level, run_in FROM section WHERE chapter = ? ORDER BY ord');
  const inReport = db.prepare<[string], PassageRow>(`${PASSAGE} WHERE r.id = ? ORDER BY p.ord`);
  const inChapter = db.prepare<[string, string], PassageRow>(`${PASSAGE} WHERE r.id = ? AND c.id = ? ORDER BY p.ord`);
  const onePassage = db.prepare<[string, string], PassageRow>(`${PASSAGE} WHERE r.id = ? AND p.id = ?`);
  const former = db.prepare<[string, string], PassageRow>(`${PASSAGE} JOIN former o ON o.report = r.pk AND o.passage = p.id WHERE r.id = ? AND o.id = ?`);
  const titles = db.prepare<[string], Omit<PassageTitles, 'authors'> & { authors: string }>(`SELECT p.pk, r.title AS reportTitle, c.title AS chapterTitle, c.authors, s.title AS sectionTitle
    FROM passage p JOIN report r ON r.pk = p.report JOIN chapter c ON c.pk = p.chapter LEFT JOIN section s ON s.pk = p.section WHERE p.pk IN (SELECT value FROM json_each(?))`);
  const picture = db.prepare<[string, string], Omit<Picture, 'passage'>>(`SELECT i.mime, i.width, i.height, i.bytes FROM picture i JOIN passage p ON p.pk = i.passage JOIN report r ON r.pk = p.report
    WHERE r.id = ? AND p.id = ?`);
  const notesInReport = db.prepare<[string], FootnoteRow>(`${FOOTNOTE} JOIN report r ON r.pk = c.report WHERE r.id = ? ORDER BY c.ord, f.ord`);
  const notesInChapter = db.prepare<[string, string], FootnoteRow>(`${FOOTNOTE} JOIN report r ON r.pk = c.report WHERE r.id = ? AND c.id = ? ORDER BY f.ord`);

  const { passageOf, passagesByPk } = createPassageReader(db, read);
  const footnoteOf = (row: FootnoteRow): Footnote => ({
    id: row.id, chapter: row.chapter, n: row.n, text: read.text(row), page: row.page, lines: { from: row.line_from, to: row.line_to }, refersTo: row.refers_to,
  });
  const rowOf = (id: string): ReportRow => {
    const row = report.get(id);
    if (!row) throw new AttacheError('not-found', 'This report is not in the library (any more). Import it again to read it.');
    return row;
  };
  const stored = (row: ReportRow): StoredReport => ({
    id: row.id, title: row.title, subtitle: row.subtitle, publisher: row.publisher, date: row.date, language: row.language, licence: row.licence,
    sourceName: row.source_name, sourceSha256: row.source_sha256, builtIn: row.built_in === 1, importedAt: row.imported_at,
    counts: counts.get({ report: row.pk })!,
    facets: carriers.all(row.pk),
  });
  const chapterOf = (row: ChapterRow): StoredChapter => ({
    id: row.id, number: row.number, title: row.title, authors: JSON.parse(row.authors) as string[], pages: { from: row.page_from, to: row.page_to },
    sections: sections.all(row.pk).map((s): Section => ({ id: s.id, title: s.title, level: s.level, runIn: s.run_in === 1 })),
    passages: row.passages, words: Math.round(row.letters / LETTERS_PER_WORD),
  });

  return {
    listReports: (): StoredReport[] => reports.all().map(stored),
    /** The ids alone, which are read at once in a large library too. */
    reportIds: (): string[] => db.prepare<[], string>('SELECT id FROM report').pluck().all(),
    report: (id: string): StoredReport => stored(rowOf(id)),
    /** @returns the id of the report that was made from this file, or null */
    findBySource: (sha256: string): string | null => db.prepare<[string], { id: string }>('SELECT id FROM report WHERE source_sha256 = ?').get(sha256)?.id ?? null,
    hasReport: (id: string): boolean => report.get(id) !== undefined,
    chapters: (id: string): StoredChapter[] => chapters.all(rowOf(id).pk).map(chapterOf),
    warnings: (id: string): ImportWarning[] => db.prepare<[number], ImportWarning>('SELECT code, message, line FROM warning WHERE report = ? ORDER BY pk').all(rowOf(id).pk),
    passages: (id: string): StoredPassage[] => inReport.all(id).map(passageOf),
    passagesOfChapter: (id: string, chapter: string): StoredPassage[] => inChapter.all(id, chapter).map(passageOf),
    /** A passage by its id, or by one that it had before it was corrected. @throws AttacheError 'not-found' */
    passage(id: string, passage: string): StoredPassage {
      const row = onePassage.get(id, passage) ?? former.get(id, passage);
      if (!row) throw new AttacheError('not-found', 'This passage is not in the library (any more). Its report may have been removed or imported anew, or the passage was taken out in a review.');
      return passageOf(row);
    },
    /** @returns the picture that is shown with a passage, or null where it has none */
    picture: (id: string, passage: string): Omit<Picture, 'passage'> | null => picture.get(id, passage) ?? null,
    passagesByPk,
    /** The titles above the passages of these row numbers, by row number. */
    titlesByPk: (pks: readonly number[]): Map<number, PassageTitles> => new Map(titles.all(JSON.stringify(pks)).map((row) => [row.pk, { ...row, authors: JSON.parse(row.authors) as string[] }])),
    footnotes: (id: string): Footnote[] => notesInReport.all(id).map(footnoteOf),
    footnotesOfChapter: (id: string, chapter: string): Footnote[] => notesInChapter.all(id, chapter).map(footnoteOf),
    hasPassage: (id: string, passage: string): boolean => onePassage.get(id, passage) !== undefined,
    /** The kind of file that the report was made from: "text", "pdf", … @throws AttacheError 'not-found' */
    formatOf: (id: string): string => db.prepare<[number], { format: string }>('SELECT format FROM report WHERE pk = ?').get(rowOf(id).pk)!.format,
    /** The file that the report was made from, as it was. */
    source(id: string): { format: string; bytes: Uint8Array } {
      const row = db.prepare<[number], { format: string; source: Buffer }>('SELECT format, source FROM report WHERE pk = ?').get(rowOf(id).pk)!;
      return { format: row.format, bytes: inflateSync(row.source) };
    },
  };
}
