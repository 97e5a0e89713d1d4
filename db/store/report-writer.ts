import { deflateSync } from 'node:zlib';
import { AttacheError } from '../model/errors.ts';
import type { Tag } from '../model/facet.ts';
import type { Chapter, Footnote, Passage, ReportDraft } from '../model/report.ts';
import type { Progress } from '../model/source.ts';
import type { PassageWords } from '../model/words.ts';
import { createIndexWriter, createPassagesToIndex, type TaggedPassage } from './index-writer.ts';
import type { Sqlite } from './open.ts';
import { createOriginWriter } from './origins.ts';
import { USUAL_KIND } from './passage-reader.ts';
import { createReviewWriter, type ReviewRecord } from './review-rows.ts';
import { withTags } from './tag-codec.ts';
import { createTextWriter } from './text-writer.ts';

export interface StoredSource {
  format: string;
  bytes: Uint8Array;
  /** The bytes as they are kept, where they are deflated already. */
  deflated?: Uint8Array;
}

type Pack = (text: string) => Uint8Array;

/** A report that no correction was made to. */
const UNCORRECTED: ReviewRecord = { uncorrected: null, outcomes: [], former: new Map() };

/** Everything that writes reports. Each method is one transaction: it is done as a whole, or the library is as it was. */
export function createReportWriter(db: Sqlite) {
  const insert = {
    report: db.prepare(`INSERT INTO report (id, title, subtitle, publisher, date, language, licence, source_name, source_sha256, format, built_in, imported_at, source)
      VALUES (@id, @title, @subtitle, @publisher, @date, @language, @licence, @sourceName, @sourceSha256, @format, @builtIn, @importedAt, @source)`),
    chapter: db.prepare('INSERT INTO chapter (report, id, ord, number, title, authors, page_from, page_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    section: db.prepare('INSERT INTO section (chapter, id, ord, title, level, run_in) VALUES (?, ?, ?, ?, ?, ?)'),
    footnote: db.prepare("INSERT INTO footnote (chapter, id, ord, n, text, page, line_from, line_to, refers_to, packed) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?)"),
    passage: db.prepare(`INSERT INTO passage (report, chapter, section, id, ord, kind, text, page_from, page_to, line_from, line_to, markers, tags, authored, packed, letters)
      VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, '', ?, ?, ?)`),
    picture: db.prepare('INSERT INTO picture (passage, mime, width, height, bytes) VALUES (?, ?, ?, ?, ?)'),
    warning: db.prepare('INSERT INTO warning (report, code, message, line) VALUES (?, ?, ?, ?)'),
  };

  const origins = createOriginWriter(db);
  const review = createReviewWriter(db);
  const index = createIndexWriter(db);
  const passagesToIndex = createPassagesToIndex(db);
  const packerFor = createTextWriter(db);

  function saveChapter(report: number, chapter: Chapter, ord: number, footnotes: Footnote[], pack: Pack): { pk: number; sections: Map<string, number> } {
    const pk = Number(insert.chapter.run(report, chapter.id, ord, chapter.number, chapter.title, JSON.stringify(chapter.authors), chapter.pages.from, chapter.pages.to).lastInsertRowid);
    const sections = new Map<string, number>();
    chapter.sections.forEach((section, at) => {
      sections.set(section.id, Number(insert.section.run(pk, section.id, at, section.title, section.level, section.runIn ? 1 : 0).lastInsertRowid));
    });
    footnotes.forEach((note, at) => insert.footnote.run(pk, note.id, at, note.n, note.page, note.lines.from, note.lines.to, note.refersTo, pack(note.text)));
    return { pk, sections };
  }

  function savePassage(report: number, chapter: { pk: number; sections: Map<string, number> }, passage: Passage, ord: number, { authored, packed }: { authored: boolean; packed: Uint8Array }): number {
    const section = passage.section === null ? null : chapter.sections.get(passage.section)!;
    const { lastInsertRowid } = insert.passage.run(report, chapter.pk, section, passage.id, ord, passage.kind === USUAL_KIND ? '' : passage.kind, passage.pages.from, passage.pages.to,
      passage.lines.from, passage.lines.to, JSON.stringify(passage.footnotes), authored ? 1 : 0, packed, passage.text.length);
    return Number(lastInsertRowid);
  }

  /** Writes what a report holds, below its row. */
  function saveContents(reportPk: number, draft: ReportDraft, tags: ReadonlyMap<string, Tag[]>, record: ReviewRecord, tell: (progress: Progress) => void, words?: PassageWords): void {
    if (draft.origins) origins.saveWorks(reportPk, draft.origins);
    const kept = draft.passages.map((passage) => withTags(passage.text, tags.get(passage.id) ?? []));
    const pack = packerFor(reportPk, [...kept, ...draft.footnotes.map(({ text }) => text)]);
    const footnotes = Map.groupBy(draft.footnotes, (note) => note.chapter);
    const chapters = new Map(draft.chapters.map((chapter, at) => [chapter.id, saveChapter(reportPk, chapter, at, footnotes.get(chapter.id) ?? [], pack)]));
    const titles = new Map(draft.chapters.flatMap((chapter) => chapter.sections.map((section) => [section.id, section.title] as const)));
    const chapterTitles = new Map(draft.chapters.map((chapter) => [chapter.id, chapter.title]));
    const notes = new Map(draft.footnotes.map((note) => [`${note.chapter}/${note.n}`, note.text]));
    const pictures = new Map(draft.pictures.map((picture) => [picture.passage, picture]));
    const toIndex: TaggedPassage[] = [];
    draft.passages.forEach((passage, at) => {
      if (at % 500 === 0) tell({ phase: 'saving', done: at, total: draft.passages.length });
      const own = tags.get(passage.id) ?? [];
      const pk = savePassage(reportPk, chapters.get(passage.chapter)!, passage, at, { authored: draft.authored.has(passage.id), packed: pack(kept[at]!) });
      const heading = [chapterTitles.get(passage.chapter), passage.section === null ? '' : titles.get(passage.section)].join(' \n ');
      const called = passage.footnotes.map((marker) => notes.get(`${passage.chapter}/${marker.n}`) ?? '').join(' \n ');
      const origin = draft.origins?.passages.get(passage.id);
      if (origin) origins.saveOrigin(pk, origin);
      const picture = pictures.get(passage.id);
      if (picture) insert.picture.run(pk, picture.mime, picture.width, picture.height, picture.bytes);
      toIndex.push({ pk, id: passage.id, text: passage.text, heading, notes: called, tags: own });
    });
    tell({ phase: 'indexing', done: 0, total: draft.passages.length });
    index.add(reportPk, toIndex, words);
    for (const warning of draft.warnings) insert.warning.run(reportPk, warning.code, warning.message, warning.line);
    review.save(reportPk, draft.doubts ?? [], record);
    tell({ phase: 'saving', done: draft.passages.length, total: draft.passages.length });
  }

  const pkOf = (id: string): number => {
    const row = db.prepare<[string], { pk: number }>('SELECT pk FROM report WHERE id = ?').get(id);
    if (!row) throw new AttacheError('not-found', 'This report is not in the library any more.');
    return row.pk;
  };

  return {
    /**
     * Puts a report into the library: text, notes, tags and postings in one transaction.
     * @param tags by passage id
     * @param source the file as it was read; kept deflated, so that the report can be read again
     * @param tell called now and then; it may throw to stop, and then nothing has happened
     * @param record what corrections made of it
     * @param words of its passages, where they are cut already
     */
    saveReport(draft: ReportDraft, tags: ReadonlyMap<string, Tag[]>, source: StoredSource, tell: (progress: Progress) => void, record: ReviewRecord = UNCORRECTED, words?: PassageWords): void {
      const deflated = source.deflated ?? deflateSync(source.bytes);
      db.transaction(() => {
        const { report } = draft;
        const reportPk = Number(insert.report.run({ ...report, builtIn: report.builtIn ? 1 : 0, importedAt: new Date().toISOString(), format: source.format, source: deflated }).lastInsertRowid);
        saveContents(reportPk, draft, tags, record, tell, words);
        if (draft.places && draft.places.length > 0) review.savePlaces(reportPk, draft.places);
      }).immediate();
    },

    /**
     * Puts other contents in the place of a report's: its row, its source and its id stay, all else is made anew.
     * @param words of its passages, where they are cut already
     * @throws AttacheError 'not-found'
     */
    replaceReport(draft: ReportDraft, tags: ReadonlyMap<string, Tag[]>, record: ReviewRecord, tell: (progress: Progress) => void, words?: PassageWords): void {
      db.transaction(() => {
        const pk = pkOf(draft.report.id);
        index.remove(pk, passagesToIndex(pk));
        db.prepare('DELETE FROM chapter WHERE report = ?').run(pk);
        db.prepare('DELETE FROM warning WHERE report = ?').run(pk);
        saveContents(pk, draft, tags, record, tell, words);
      }).immediate();
    },

    /** Takes a report out, with its postings; packs keep what they need of it. @throws AttacheError 'not-found' */
    removeReport(id: string): void {
      db.transaction(() => {
        const pk = pkOf(id);
        index.remove(pk, passagesToIndex(pk));
        db.prepare('DELETE FROM report WHERE pk = ?').run(pk);
      }).immediate();
    },
  };
}
