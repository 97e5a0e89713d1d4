import type { HostEvent } from '../../db/contract/bridge.ts';
import type { Handlers } from '../../db/contract/dispatch.ts';
import { cite } from '../../db/model/cite.ts';
import { AttacheError } from '../../db/model/errors.ts';
import { fakeCompare, fakeSearch } from './fake-search.ts';
import type { FakeState } from './fake-state.ts';
import { makeReport, TAXONOMIES, type Report } from './fixture-library.ts';

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `app.${string}` | `library.${string}` | `read.${string}` | `search.${string}` | `compare.${string}` | `facets.${string}`>>;

/** A picture of one grey dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const PHASES = ['reading', 'structure', 'facets', 'saving', 'indexing'] as const;
const pause = (ms: number): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, ms);
});

/** The library's side of the fake: reports in memory. A file whose text is "bad" cannot be read, "slow" takes its time, "locked" opens with the password "open". */
export function libraryHandlers(state: FakeState, emit: (event: HostEvent) => void): LibraryHandlers {
  const reportOf = (id: string): Report => {
    const found = state.reports.find(({ summary }) => summary.id === id);
    if (!found) throw new AttacheError('not-found', 'This report is not in the library (any more). Import it again to read it.');
    return found;
  };
  return {
    'app.about': () => ({ version: '0.0.0', host: 'test', libraryName: 'library', refusedRequests: state.refused, canMakePdf: true, canPrint: state.canPrint }),
    'library.list': () => ({ reports: state.reports.map(({ summary }) => summary) }),
    'library.contents': ({ report }) => {
      const { summary, chapters, warnings } = reportOf(report);
      return { report: summary, chapters, warnings };
    },
    'library.import': async ({ job, file, password }) => {
      const [name = '', text = ''] = (state.files.get(file) ?? '').split('\n');
      if (text === 'bad') throw new AttacheError('file-not-text', `“${name}” is no text that Attaché can read. The library is unchanged. Choose a text or Markdown file.`);
      if (text === 'locked' && password === null) throw new AttacheError('password-needed', `“${name}” is locked with a password. The library is unchanged. Type the password to read it.`);
      if (text === 'locked' && password !== 'open') throw new AttacheError('password-wrong', `This password does not open “${name}”. The library is unchanged. Try again.`);
      for (const phase of PHASES) {
        emit({ type: 'progress', job, phase, done: 1, total: 4 });
        await pause(text === 'slow' ? 200 : 1);
        if (state.cancelled.has(job)) throw new AttacheError('cancelled', 'The import was cancelled. The library is as it was.');
      }
      const same = state.reports.find(({ summary }) => summary.sourceName === name);
      if (same) return { report: same.summary, already: true };
      const made = makeReport({ id: name.replace(/\W+/g, '-'), title: `The report in ${name}`, sourceName: name, importedAt: new Date().toISOString() });
      state.reports.push(made);
      emit({ type: 'changed', what: 'library' });
      return { report: made.summary, already: false };
    },
    'library.cancel': ({ job }) => {
      state.cancelled.add(job);
      return {};
    },
    'library.remove': ({ report }) => {
      const found = reportOf(report);
      if (found.summary.builtIn) state.hidden.push(found);
      state.reports = state.reports.filter((one) => one !== found);
      emit({ type: 'changed', what: 'library' });
      return {};
    },
    'library.hidden': () => ({ briefings: state.hidden.length }),
    'library.bringBack': () => {
      state.reports = [...state.reports, ...state.hidden.splice(0)];
      emit({ type: 'changed', what: 'library' });
      return {};
    },
    'library.export': ({ report, format }) => ({ file: 'export', name: `${reportOf(report).summary.id}.${format}` }),
    'library.check': () => ({ ok: true, findings: [], counts: { reports: state.reports.length, passages: 39, footnotes: 30, packs: state.packs.length } }),
    'facets.list': () => ({ taxonomies: TAXONOMIES }),
    'read.chapter': ({ report, chapter: id }) => {
      const { chapters, passages, footnotes } = reportOf(report);
      const at = chapters.findIndex((chapter) => chapter.id === id);
      const chapter = chapters[at];
      if (!chapter) throw new AttacheError('not-found', 'This chapter is not in the library (any more).');
      const neighbour = (n: number) => (chapters[n] ? { id: chapters[n].id, title: chapters[n].title } : null);
      return {
        chapter, passages: passages.filter((passage) => passage.chapter === id), footnotes: footnotes.filter((note) => note.chapter === id),
        previous: neighbour(at - 1), next: neighbour(at + 1),
      };
    },
    'read.passage': ({ report, passage: id }) => {
      const { summary, chapters, passages, footnotes } = reportOf(report);
      const passage = passages.find((one) => one.id === id);
      if (!passage) throw new AttacheError('not-found', 'This passage is not in the library (any more). Its report may have been removed or imported anew.');
      const chapter = chapters.find((one) => one.id === passage.chapter)!;
      const section = chapter.sections.find((one) => one.id === passage.section);
      const source = { reportTitle: summary.title, publisher: summary.publisher, date: summary.date, chapterTitle: chapter.title, chapterNumber: chapter.number, authors: chapter.authors };
      return {
        passage, footnotes: footnotes.filter((note) => note.chapter === chapter.id && passage.footnotes.some(({ n }) => n === note.n)),
        report: { id: summary.id, title: summary.title }, chapter: { id: chapter.id, number: chapter.number, title: chapter.title, authors: chapter.authors },
        section: section ? { id: section.id, title: section.title } : null, citation: cite(source, passage.pages),
      };
    },
    'read.links': ({ report, chapter }) => {
      const { summary, passages } = reportOf(report);
      const here = passages.filter((passage) => passage.chapter === chapter);
      const translations = state.reports.filter((other) => other.summary.language !== summary.language).flatMap((other) => here.flatMap(({ id }) => {
        const { language } = other.summary;
        return other.passages.some((passage) => passage.id === id) ? [{ passage: id, kind: 'translation' as const, to: { report: other.summary.id, chapter, passage: id, note: null, language }, label: language }] : [];
      }));
      if (chapter !== 'vietnam') return { links: translations, confidence: [] };
      return {
        links: [{ passage: 'vietnam-2', kind: 'source' as const, to: { report: 'partners-at-sea', chapter: 'thailand', passage: 'thailand-6', note: null, language: 'en' }, label: 'Thailand, p. 64' }, ...translations],
        confidence: [{ passage: 'vietnam-2', word: 'tentative' as const }],
      };
    },
    'read.picture': ({ report, passage }) => (reportOf(report).passages.some(({ id, picture }) => id === passage && picture) ? { mime: 'image/png', width: 640, height: 240, base64: DOT } : null),
    'search.run': (question) => fakeSearch(state.reports, question),
    'search.suggest': ({ text, limit }) => ({
      suggestions: [
        ...state.earlier.filter((query) => query.startsWith(text) && query !== text).map((query) => ({ kind: 'search' as const, text: query, detail: null, query })),
        ...state.suggestions.filter((one) => text !== '' && one.text.toLowerCase().startsWith(text.toLowerCase())),
      ].slice(0, limit),
    }),
    'search.similar': ({ report, passage, limit }) => {
      const { chapter } = reportOf(report).passages.find(({ id }) => id === passage)!;
      const { hits } = fakeSearch(state.reports, { query: '', report, choice: { country: [], domain: [], limitation: [] }, where: 'all', limit: 500, offset: 0, asker: null });
      return { hits: hits.filter((hit) => hit.chapter === chapter && hit.id !== passage).slice(0, limit) };
    },
    'compare.table': ({ query, report }) => fakeCompare(state.reports, query, report),
  };
}
