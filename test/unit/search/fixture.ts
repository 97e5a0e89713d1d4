import { onTestFinished } from 'vitest';
import { FACETS, type FacetName, type Tag } from '../../../db/model/facet.ts';
import { passageId } from '../../../db/model/ids.ts';
import type { PassageKind, ReportDraft } from '../../../db/model/report.ts';
import { createSearch, type SearchAnswer, type SearchQuestion } from '../../../db/search/search.ts';
import { openLibrary, type Library } from '../../../db/store/library.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

export interface FixturePassage {
  text: string;
  /** Heading above it. */
  heading?: string;
  kind?: PassageKind;
  /** Texts of the footnotes that it calls, numbered over the chapter. */
  notes?: string[];
  /** "country/vietnam", with how sure the tag is. */
  tags?: Record<string, number>;
}
export interface FixtureChapter {
  title: string;
  authors?: string[];
  passages: (FixturePassage | string)[];
}

/** A report in our own words, as the importer would hand it over. */
export function reportOf(id: string, chapters: readonly FixtureChapter[]): { draft: ReportDraft; tags: Map<string, Tag[]> } {
  const draft: ReportDraft = {
    report: { id, title: `Report ${id}`, subtitle: null, publisher: null, date: null, language: 'en', licence: null, sourceName: `${id}.txt`, sourceSha256: id, builtIn: false },
    chapters: [], passages: [], footnotes: [], warnings: [], authored: new Map(), pictures: [],
  };
  const tags = new Map<string, Tag[]>();
  const taken = new Set<string>();
  const lines = { from: 1, to: 1 };
  chapters.forEach(({ title, authors = [], passages }, at) => {
    const chapter = `ch${at + 1}`;
    const headings = [...new Set(passages.flatMap((passage) => (typeof passage === 'string' || !passage.heading ? [] : [passage.heading])))];
    const sections = headings.map((heading, n) => ({ id: `${chapter}-s${n}`, title: heading, level: 1, runIn: false }));
    draft.chapters.push({ id: chapter, number: at + 1, title, authors, pages: { from: null, to: null }, sections });
    let n = 0;
    for (const given of passages) {
      const passage = typeof given === 'string' ? { text: given } : given;
      const calls = (passage.notes ?? []).map((text) => {
        n += 1;
        draft.footnotes.push({ id: `${chapter}-n${n}`, chapter, n: String(n), text, page: null, lines, refersTo: null });
        return { n: String(n), offset: passage.text.length };
      });
      const own = passageId(passage.text, taken);
      taken.add(own);
      const section = sections.find((candidate) => candidate.title === passage.heading)?.id ?? null;
      draft.passages.push({ id: own, chapter, section, kind: passage.kind ?? 'paragraph', text: passage.text, pages: { from: null, to: null }, lines, footnotes: calls });
      tags.set(own, Object.entries(passage.tags ?? {}).map(([key, confidence]) => {
        const [facet, value] = key.split('/');
        return { facet: FACETS.find((name) => name === facet)!, value: value!, evidence: [], confidence };
      }));
    }
  });
  return { draft, tags };
}

/** Puts a briefing of one passage into a library, as one that ships with the app. */
export function saveBriefing(library: Library, text: string): void {
  const { draft, tags } = reportOf('briefing', [{ title: 'Essentials', passages: [text] }]);
  draft.report.builtIn = true;
  library.saveReport(draft, tags, { format: 'markdown', bytes: new Uint8Array([1]) }, () => {});
}

export function save(library: Library, id: string, chapters: readonly FixtureChapter[]): void {
  const { draft, tags } = reportOf(id, chapters);
  library.saveReport(draft, tags, { format: 'text', bytes: new Uint8Array(1) }, () => {});
}

export function openTemp(folder = temporaryFolder()): Library {
  const library = openLibrary(folder);
  onTestFinished(() => library.close());
  return library;
}

export type Ask = (query: string, options?: Partial<Omit<SearchQuestion, 'query' | 'choice'>> & { choice?: Partial<Record<FacetName, string[]>> }) => SearchAnswer;

export function asking(library: Library): Ask {
  const search = createSearch(library);
  return (query, { choice, ...options } = {}) => search.run({
    query, choice: { country: [], domain: [], limitation: [], ...choice }, report: null, where: 'all', limit: 50, offset: 0, ...options,
  });
}

/** Passages of one chapter, ready to be searched. */
export function searchOver(...passages: (FixturePassage | string)[]): Ask {
  const library = openTemp();
  save(library, 'r1', [{ title: 'Harbours', passages }]);
  return asking(library);
}

/** The first words of every hit, to say in short which passages were found. */
export const firstWords = (answer: SearchAnswer): string[] => answer.hits.map((hit) => hit.passage.text.split(' ').slice(0, 2).join(' '));
/** A hit's snippet with its marks in brackets. */
export const marked = (answer: SearchAnswer, at = 0): string => answer.hits[at]!.snippet.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('');
/** Passages that only fill the library, so that words are rare in it. */
export const filler = (count: number): string[] => Array.from({ length: count }, (_, i) => `Filler ${i} tells of nothing but grain prices in year ${1900 + i}.`);
