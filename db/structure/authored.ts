import { passageId, slug } from '../model/ids.ts';
import { FACETS, type FacetChoice, type Tag } from '../model/facet.ts';
import type { Origins } from '../model/origin.ts';
import type { Chapter, Footnote, Passage } from '../model/report.ts';
import type { BlockSource } from '../model/source.ts';
import { originOf } from './origins.ts';
import type { Structured } from './paged.ts';
import { resolveReferences } from './references.ts';

/** An id that an author gives a passage, so that it stays the same when the words change and in a translation. */
const OWN_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
const NO_PAGES = { from: null, to: null };

/**
 * Turns a document whose author marked its structure into a report. Headings of the first level are chapters (where
 * there is only one, it is the report's title and the second level makes the chapters); notes are numbered within
 * their chapter in the order in which they are called.
 */
export function structureBlocks(source: BlockSource, reportTitle: string): Structured & { authored: Map<string, Tag[]>; origins: Origins } {
  const out = { chapters: [] as Chapter[], passages: [] as Passage[], footnotes: [] as Footnote[], warnings: [] as Structured['warnings'], authored: new Map<string, Tag[]>(), origins: worksOf(source.meta) };
  const notes = new Map(source.notes.map((note) => [note.key, note]));
  const chapterLevel = levelOfChapters(source);
  const taken = new Set<string>();
  const ids = new Set<string>();
  let chapter: Chapter | null = null;
  let section: string | null = null;
  const begin = (title: string): Chapter => {
    const wanted = slug(title, 'chapter');
    const id = ids.has(wanted) ? `${wanted}-${ids.size + 1}` : wanted;
    ids.add(id);
    section = null;
    out.chapters.push((chapter = { id, number: null, title, authors: authorsOf(source.meta), pages: NO_PAGES, sections: [] }));
    return chapter;
  };
  for (const block of source.blocks) {
    if (block.kind === 'heading') {
      if (block.level < chapterLevel) continue;
      if (block.level === chapterLevel) begin(block.text);
      else {
        const into = chapter ?? begin(reportTitle);
        into.sections.push({ id: (section = `${into.id}.${into.sections.length + 1}`), title: block.text, level: block.level - chapterLevel, runIn: false });
      }
      continue;
    }
    const into = chapter ?? begin(reportTitle);
    const id = block.id && OWN_ID.test(block.id) && !taken.has(block.id) ? block.id : passageId(block.text, taken);
    taken.add(id);
    const footnotes = block.notes.flatMap(({ key, offset }) => {
      const n = callNote(out, into, notes, key);
      return n === null ? [] : [{ n, offset }];
    });
    out.passages.push({ id, chapter: into.id, section, kind: block.kind, text: block.text, pages: NO_PAGES, lines: { from: block.line, to: block.lastLine }, footnotes });
    if (block.tags) out.authored.set(id, authoredTags(block.tags));
    const origin = originOf(block, out.warnings);
    if (origin) out.origins.passages.set(id, origin);
  }
  out.chapters = out.chapters.filter((found) => out.passages.some((passage) => passage.chapter === found.id));
  for (const found of out.chapters) resolveReferences(out.footnotes.filter((note) => note.chapter === found.id));
  return out;
}

function levelOfChapters(source: BlockSource): number {
  const levels = source.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const top = Math.min(...levels, 6);
  return levels.filter((level) => level === top).length === 1 && levels.length > 1 && source.blocks[0]?.kind === 'heading' && source.blocks[0].level === top ? top + 1 : top;
}

/** Numbers a note within its chapter at its first call. */
function callNote(out: Structured, chapter: Chapter, notes: ReadonlyMap<string, { text: string; line: number }>, key: string): string | null {
  const id = `${chapter.id}-n-${slug(key, 'note')}`;
  const known = out.footnotes.find((note) => note.id === id);
  if (known) return known.n;
  const note = notes.get(key);
  if (!note) {
    out.warnings.push({ code: 'call-without-note', message: `The note [^${key}] is called but not written.`, line: null });
    return null;
  }
  const n = String(out.footnotes.filter((other) => other.chapter === chapter.id).length + 1);
  out.footnotes.push({ id, chapter: chapter.id, n, text: note.text, page: null, lines: { from: note.line, to: note.line }, refersTo: null });
  return n;
}

function authoredTags(choice: FacetChoice): Tag[] {
  return FACETS.flatMap((facet) => choice[facet].map((value) => ({ facet, value, evidence: [{ where: 'author' as const, words: value }], confidence: 1 })));
}

function authorsOf(meta: Record<string, unknown>): string[] {
  const given = meta['authors'] ?? meta['author'];
  if (Array.isArray(given)) return given.filter((name): name is string => typeof name === 'string');
  return typeof given === 'string' ? [given] : [];
}

function worksOf(meta: Record<string, unknown>): Origins {
  const work = (key: string): string | null => (typeof meta[key] === 'string' ? slug(meta[key]) : null);
  return { retells: work('retells'), translates: work('translates'), passages: new Map() };
}
