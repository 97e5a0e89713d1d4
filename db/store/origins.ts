import type { Confidence, PassageOrigin, Origins } from '../model/origin.ts';
import type { Sqlite } from './open.ts';

/** A source that a passage names. */
export interface Citation {
  passage: string;
  chapter: string;
  target: string | null;
  note: string | null;
}
/** A passage as a link shows it. */
export interface LinkedPassage {
  report: string;
  language: string;
  chapter: string;
  chapterTitle: string;
  section: string | null;
  passage: string;
}

const WHERE_IT_STANDS = `r.id AS report, r.language, c.id AS chapter, c.title AS chapterTitle, s.title AS section, p.id AS passage`;
const PLACES = 'JOIN report r ON r.pk = p.report JOIN chapter c ON c.pk = p.chapter LEFT JOIN section s ON s.pk = p.section';

/** Writes where the passages of a retelling come from. */
export function createOriginWriter(db: Sqlite) {
  const works = db.prepare('UPDATE report SET retells = ?, translates = ? WHERE pk = ?');
  const citation = db.prepare('INSERT INTO citation (passage, ord, chapter, target, note) VALUES (?, ?, ?, ?, ?)');
  const confidence = db.prepare('INSERT INTO confidence (passage, word) VALUES (?, ?)');
  return {
    saveWorks: (report: number, { retells, translates }: Origins): void => {
      works.run(retells, translates, report);
    },
    saveOrigin(passage: number, origin: PassageOrigin): void {
      origin.refs.forEach((ref, at) => citation.run(passage, at, ref.chapter, ref.passage, ref.note));
      if (origin.confidence) confidence.run(passage, origin.confidence);
    },
  };
}

/** Reads what links reports with one another: retellings with their sources, translations with their originals. */
export function createOriginReader(db: Sqlite) {
  const works = db.prepare<[], { id: string; title: string; language: string; retells: string | null; translates: string | null }>('SELECT id, title, language, retells, translates FROM report ORDER BY pk');
  const citations = db.prepare<[string, string], Citation>(`SELECT p.id AS passage, t.chapter, t.target, t.note FROM passage p JOIN report r ON r.pk = p.report JOIN chapter c ON c.pk = p.chapter
    JOIN citation t ON t.passage = p.pk WHERE r.id = ? AND c.id = ? ORDER BY p.ord, t.ord`);
  const confidence = db.prepare<[string, string], { passage: string; word: Confidence }>(`SELECT p.id AS passage, d.word FROM passage p JOIN report r ON r.pk = p.report JOIN chapter c ON c.pk = p.chapter
    JOIN confidence d ON d.passage = p.pk WHERE r.id = ? AND c.id = ? ORDER BY p.ord`);
  const holding = db.prepare<[string, string], { id: string }>(`SELECT r.id FROM report r WHERE r.id <> ?
    AND EXISTS (SELECT 1 FROM passage p WHERE p.report = r.pk AND p.id IN (SELECT value FROM json_each(?)))`);
  const named = db.prepare<[string, string], LinkedPassage>(`SELECT ${WHERE_IT_STANDS} FROM passage p ${PLACES} WHERE r.id = ? AND p.id IN (SELECT value FROM json_each(?)) ORDER BY p.ord`);
  const citing = db.prepare<[string, string], LinkedPassage & { target: string }>(`SELECT ${WHERE_IT_STANDS}, t.target FROM report own JOIN chapter here ON here.report = own.pk JOIN passage source ON source.chapter = here.pk
    JOIN citation t ON t.target = source.id JOIN passage p ON p.pk = t.passage ${PLACES} WHERE own.id = ? AND here.id = ? AND r.pk <> own.pk ORDER BY p.pk, t.ord`);
  const citingNotes = db.prepare<[string, string], LinkedPassage & { note: string }>(`SELECT ${WHERE_IT_STANDS}, t.note FROM citation t JOIN passage p ON p.pk = t.passage ${PLACES}
    WHERE t.note IS NOT NULL AND r.id = ? AND t.chapter = ? ORDER BY p.pk, t.ord`);
  return {
    /** Every report with the works that it retells or translates. */
    works: () => works.all(),
    /** The sources that the passages of a chapter name, in reading order. */
    citations: (report: string, chapter: string): Citation[] => citations.all(report, chapter),
    confidence: (report: string, chapter: string): { passage: string; word: Confidence }[] => confidence.all(report, chapter),
    /** Other reports that hold any of these passages, whatever their title. */
    reportsHolding: (passages: readonly string[], but: string): string[] => holding.all(but, JSON.stringify(passages)).map(({ id }) => id),
    /** Those of these passages that a report holds. */
    placesOf: (report: string, passages: readonly string[]): LinkedPassage[] => named.all(report, JSON.stringify(passages)),
    /** Passages of other reports that name a passage of this chapter as their source. */
    citing: (report: string, chapter: string): (LinkedPassage & { target: string })[] => citing.all(report, chapter),
    /** Passages of a retelling that name a footnote of this chapter of its work. */
    citingNotes: (retelling: string, chapter: string): (LinkedPassage & { note: string })[] => citingNotes.all(retelling, chapter),
  };
}
