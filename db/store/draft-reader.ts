import type { Confidence, PassageOrigin, SourceRef } from '../model/origin.ts';
import type { Picture, ReportDraft } from '../model/report.ts';
import type { Sqlite } from './open.ts';
import type { createReportReader } from './report-reader.ts';
import type { createReviewReader } from './review-rows.ts';

/** Reads reports back as drafts, as the importer made them: from what was kept before they were corrected, else from their rows. */
export function createDraftReader(db: Sqlite, reader: ReturnType<typeof createReportReader>, review: ReturnType<typeof createReviewReader>) {
  const works = db.prepare<[string], { retells: string | null; translates: string | null }>('SELECT retells, translates FROM report WHERE id = ?');
  const inReport = 'JOIN passage p ON p.pk = t.passage JOIN report r ON r.pk = p.report WHERE r.id = ? ORDER BY p.ord';
  const citations = db.prepare<[string], { id: string; chapter: string; target: string | null; note: string | null }>(`SELECT p.id, t.chapter, t.target, t.note FROM citation t ${inReport}, t.ord`);
  const confidences = db.prepare<[string], { id: string; word: Confidence }>(`SELECT p.id, t.word FROM confidence t ${inReport}`);
  const pictures = db.prepare<[string], Picture>(`SELECT p.id AS passage, t.mime, t.width, t.height, t.bytes FROM picture t ${inReport}`);
  const authored = db.prepare<[string], { id: string }>('SELECT p.id FROM passage p JOIN report r ON r.pk = p.report WHERE r.id = ? AND p.authored = 1');

  function fromRows(id: string): ReportDraft {
    const { importedAt: _importedAt, counts: _counts, facets: _facets, ...meta } = reader.report(id);
    const stored = reader.passages(id);
    const marked = new Set(authored.all(id).map((row) => row.id));
    // Libraries of earlier versions show it by the evidence alone.
    const byHand = stored.filter((passage) => marked.has(passage.id) || passage.tags.some((tag) => tag.evidence.some(({ where }) => where === 'author')));
    return {
      report: meta,
      chapters: reader.chapters(id).map(({ passages: _passages, words: _words, ...chapter }) => chapter),
      passages: stored.map(({ pk: _pk, report: _report, tags: _tags, picture: _picture, ...passage }) => passage),
      footnotes: reader.footnotes(id), warnings: reader.warnings(id),
      authored: new Map(byHand.map((passage) => [passage.id, passage.tags])),
      origins: { ...works.get(id)!, passages: originsOf(id) },
      pictures: pictures.all(id).map((picture) => ({ ...picture, bytes: new Uint8Array(picture.bytes) })),
      doubts: review.doubts(id),
    };
  }

  function originsOf(id: string): Map<string, PassageOrigin> {
    const origins = new Map<string, PassageOrigin>();
    const of = (passage: string): PassageOrigin => {
      const known = origins.get(passage) ?? { refs: [], confidence: null };
      origins.set(passage, known);
      return known;
    };
    for (const { id: passage, chapter, target, note } of citations.all(id)) of(passage).refs.push({ chapter, passage: target, note } satisfies SourceRef);
    for (const { id: passage, word } of confidences.all(id)) of(passage).confidence = word;
    return origins;
  }

  return {
    /** A report as the importer made it, without any correction. @throws AttacheError 'not-found' */
    draft: (id: string): ReportDraft => review.uncorrected(id) ?? fromRows(id),
  };
}
