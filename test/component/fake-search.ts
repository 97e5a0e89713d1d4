import type { Checked, Result } from '../../db/contract/methods.ts';
import { FACETS, type FacetName } from '../../db/model/facet.ts';
import { fold } from '../../db/model/fold.ts';
import { carries, counted, type Passage, type Report } from './fixture-library.ts';

type Question = Checked<'search.run'>;
type Hit = Result<'search.run'>['hits'][number];

const wordsOf = (query: string): string[] => fold(query).replace(/"/g, '').split(/\s+/).filter(Boolean);

/** Cuts a text where the words stand, letter by letter of the original. */
function snippetOf(text: string, words: readonly string[]): Hit['snippet'] {
  if (words.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return text.split(pattern).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, hit: at % 2 === 1 }]));
}

/** Every passage that has all the words, in its text or its notes: includes() is enough for a screen. */
export function fakeSearch(reports: readonly Report[], { query, choice, report, where, limit, offset }: Question): Result<'search.run'> {
  const typo = /\bvesels\b/i.test(query) && !query.includes('"');
  const words = wordsOf(typo ? query.replace(/vesels/i, 'vessels') : query);
  const all = reports.filter((one) => report === null || one.summary.id === report).flatMap((one) => one.passages.map((passage) => ({ one, passage })));
  const found = all.map(({ one, passage }) => {
    const notes = one.footnotes.filter((note) => note.chapter === passage.chapter && passage.footnotes.some(({ n }) => n === note.n));
    const inText = words.every((word) => fold(passage.text).includes(word));
    const note = words.length > 0 ? notes.find(({ text }) => words.every((word) => fold(text).includes(word))) : undefined;
    return { one, passage, inText, note };
  }).filter(({ inText, note }) => inText || note !== undefined);
  const chosen = (passage: Passage, facets: readonly FacetName[]): boolean =>
    facets.every((facet) => choice[facet].length === 0 || choice[facet].some((value) => carries(passage, facet, value)));
  const placed = found.filter(({ inText, note }) => (where === 'text' ? inText : where === 'footnotes' ? note !== undefined : true));
  const hits = placed.filter(({ passage }) => chosen(passage, FACETS));
  return {
    query, total: hits.length, tookMs: 0.6,
    facets: counted((facet, value) => placed.filter(({ passage }) => chosen(passage, FACETS.filter((other) => other !== facet)) && carries(passage, facet, value)).length),
    where: { text: found.filter(({ passage, inText }) => inText && chosen(passage, FACETS)).length, footnotes: found.filter(({ passage, note }) => note && chosen(passage, FACETS)).length },
    hits: hits.slice(offset, offset + limit).map(({ one, passage, inText, note }): Hit => {
      const chapter = one.chapters.find(({ id }) => id === passage.chapter)!;
      return {
        id: passage.id, report: one.summary.id, reportTitle: one.summary.title, chapter: chapter.id, chapterTitle: chapter.title, authors: chapter.authors,
        section: passage.section, sectionTitle: chapter.sections.find(({ id }) => id === passage.section)?.title ?? null, kind: passage.kind, pages: passage.pages, text: passage.text,
        snippet: snippetOf(inText ? passage.text : note!.text, words), footnote: inText ? null : note!.n, why: typo ? ['vesels → vessels'] : [], score: 1, tags: passage.tags,
      };
    }),
    notice: typo ? 'No passage has “vesels”. Showing passages for “vessels”.' : null,
    changed: typo ? [{ from: 'vesels', to: 'vessels' }] : [],
  };
}

/** Countries by domain and limitation. */
export function fakeCompare(reports: readonly Report[], query: string, report: string | null): Result<'compare.table'> {
  const { hits } = fakeSearch(reports, { query, report, choice: { country: [], domain: [], limitation: [] }, where: 'all', limit: 500, offset: 0, asker: null });
  const values = (facet: FacetName) => counted((one, value) => hits.filter((hit) => carries(hit, one, value)).length)[facet];
  const columns = (['domain', 'limitation'] as const).flatMap((facet) => values(facet).map((value) => ({ facet, ...value })));
  return {
    total: hits.length, notice: null, columns,
    rows: values('country').map((country) => {
      const mine = hits.filter((hit) => carries(hit, 'country', country.value));
      return {
        ...country, limited: mine.filter((hit) => hit.tags.some((tag) => tag.facet === 'limitation')).length,
        cells: columns.map(({ facet, value }) => {
          const here = mine.filter((hit) => carries(hit, facet, value));
          const first = here[0];
          return { facet, value, count: here.length, lead: first ? { report: first.report, passage: first.id, text: first.text.split('. ')[0]! } : null };
        }),
      };
    }),
  };
}
