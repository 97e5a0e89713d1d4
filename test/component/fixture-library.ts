import type { Result } from '../../db/contract/methods.ts';
import { FACETS, type FacetName, type Tag } from '../../db/model/facet.ts';
import { CHAPTERS, type Written, type WrittenChapter } from './fixture-text.ts';

export type Passage = Result<'read.passage'>['passage'];
export type Footnote = Result<'read.passage'>['footnotes'][number];
export type Chapter = Result<'library.contents'>['chapters'][number];
export type Summary = Result<'library.list'>['reports'][number];
export interface Report {
  summary: Summary;
  chapters: Chapter[];
  passages: Passage[];
  footnotes: Footnote[];
  warnings: Result<'library.contents'>['warnings'];
}

const VALUES: Record<FacetName, Record<string, string>> = {
  country: { cambodia: 'Cambodia', indonesia: 'Indonesia', philippines: 'Philippines', thailand: 'Thailand', vietnam: 'Vietnam', asean: 'Region (ASEAN)' },
  domain: { security: 'Security', economy: 'Economy', 'soft-power': 'Soft power' },
  limitation: {
    'constitutional-constraint': 'Constitutional constraint', 'us-alliance-dependence': 'US alliance dependence', 'values-diplomacy': 'Values diplomacy', 'slow-decisions': 'Slow decisions',
    implementation: 'Implementation', 'limited-security-role-other': 'Other limits of the security role', 'host-country-constraint': 'Host-country constraint',
    'china-pressure': 'Pressure from China', 'multilateral-limits': 'Multilateral limits',
  },
};

export const TAXONOMIES: Result<'facets.list'>['taxonomies'] = FACETS.map((facet) => ({
  facet, label: { country: 'Country', domain: 'Domain', limitation: 'Limitation' }[facet],
  values: Object.entries(VALUES[facet]).map(([value, label]) => ({ value, label, description: null })),
}));

/** Every value in its place, with its count. */
export function counted(countOf: (facet: FacetName, value: string) => number): Summary['facets'] {
  return Object.fromEntries(FACETS.map((facet) => [facet, Object.entries(VALUES[facet]).map(([value, label]) => ({ value, label, count: countOf(facet, value) }))])) as Summary['facets'];
}

export const carries = (passage: Pick<Passage, 'tags'>, facet: string, value: string): boolean => passage.tags.some((tag) => tag.facet === facet && tag.value === value);

function passageOf(chapter: WrittenChapter, written: Written, at: number): Passage {
  const footnotes: Passage['footnotes'] = [];
  let text = '';
  for (const piece of written.text.split(/(\[\^\d+\])/)) {
    const n = /^\[\^(\d+)\]$/.exec(piece)?.[1];
    if (n === undefined) text += piece;
    else footnotes.push({ n, offset: text.length });
  }
  const [from, to] = typeof written.page === 'string' ? [written.page, written.page] : written.page;
  const tags = written.tags.map((name): Tag => {
    const [facet, value] = name.split('/') as [FacetName, string];
    return { facet, value, evidence: [{ where: facet === 'country' ? 'chapter' : 'text', words: facet === 'country' ? chapter.title : text.split(' ').slice(1, 4).join(' ') }], confidence: 0.9 };
  });
  return {
    id: `${chapter.id}-${at + 1}`, chapter: chapter.id, section: written.section, kind: written.kind ?? 'paragraph', text, pages: { from, to }, lines: { from: at * 3 + 1, to: at * 3 + 2 }, footnotes, tags, picture: written.kind === 'caption' ? { width: 640, height: 240 } : null };
}

/** A report of the written chapters. @param values what is to be otherwise, so that a library can hold several */
export function makeReport(values: Partial<Summary> = {}, written: readonly WrittenChapter[] = CHAPTERS, prefix = ''): Report {
  const passages = written.flatMap((chapter) => chapter.passages.map((one, at) => ({ ...passageOf(chapter, one, at), id: `${prefix}${chapter.id}-${at + 1}` })));
  const footnotes = written.flatMap((chapter) => Object.entries(chapter.notes).map(([n, text], at): Footnote => ({
    id: `${chapter.id}-n${n}`, chapter: chapter.id, n, text, page: null, lines: { from: at + 1, to: at + 1 }, refersTo: chapter.means?.[n] ? `${chapter.id}-n${chapter.means[n]}` : null,
  })));
  const chapters = written.map((chapter): Chapter => {
    const mine = passages.filter((passage) => passage.chapter === chapter.id);
    return {
      id: chapter.id, number: chapter.number, title: chapter.title, authors: chapter.authors, pages: { from: mine[0]?.pages.from ?? null, to: mine.at(-1)?.pages.to ?? null },
      sections: chapter.sections.map((section) => ({ runIn: false, ...section })), passages: mine.length, words: mine.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) * 6,
    };
  });
  const warnings = [
    { code: 'note-without-call', message: 'Note 10 of chapter 1 is called by no passage; it stands at the end of the chapter.', line: 214 },
    { code: 'page-label-guessed', message: 'The page after 14 shows no number; it was counted on.', line: 388 },
  ];
  return {
    chapters, passages, footnotes, warnings,
    summary: {
      id: 'partners-at-sea', title: 'Partners at sea and ashore: Japan in Southeast Asia', subtitle: 'Seven conversations', publisher: 'Institute for Quiet Diplomacy', date: '2024-03', language: 'en', licence: null,
      sourceName: 'partners.txt', sourceSha256: '0'.repeat(64), builtIn: false, importedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      counts: { chapters: chapters.length, sections: chapters.reduce((sum, one) => sum + one.sections.length, 0), passages: passages.length, footnotes: footnotes.length, warnings: warnings.length },
      facets: counted((facet, value) => passages.filter((passage) => carries(passage, facet, value)).length), ...values,
    },
  };
}
