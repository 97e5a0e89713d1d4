import type { FacetChoice, Tag } from '../../../db/model/facet.ts';
import type { ReportDraft } from '../../../db/model/report.ts';
import { searchInThread, startSearchThread, type StartedThread } from '../../../db/service/search-thread.ts';
import { createSearch, type SearchAnswer } from '../../../db/search/search.ts';
import { openLibraryToRead } from '../../../db/store/library-reader.ts';
import { openLibrary } from '../../../db/store/library.ts';
import type { BenchPassage } from '../generator.ts';
import { THREAD_FILE } from '../bundle-thread.ts';
import { SHOWN, type Engine } from './engine.ts';

const OPEN = { country: [], domain: [], limitation: [] };

let ahead: StartedThread | null = null;

/** The app's own search, as the window asks it: in a thread of its own, with snippets and reasons for the hits that are shown. */
export const attache: Engine = {
  name: 'Attaché', most: Infinity,
  async build(passages, folder) {
    const library = openLibrary(folder);
    let report: BenchPassage[] = [];
    const keep = (): void => {
      if (report.length > 0) library.saveReport(draftOf(report), tagsOf(report), { format: 'text', bytes: new Uint8Array(0) }, () => {});
      report = [];
    };
    for (const passage of passages) {
      if (report.length > 0 && report[0]!.report !== passage.report) keep();
      report.push(passage);
    }
    keep();
    library.close();
  },
  // In the app's order (electron/app.ts): the thread starts with the program, and then the library is opened.
  async start() {
    const channel = new BroadcastChannel('memory');
    const { promise, resolve } = Promise.withResolvers<unknown>();
    channel.addEventListener('message', resolve);
    ahead = startSearchThread(THREAD_FILE);
    await promise;
    channel.close();
  },
  async open(folder) {
    const library = openLibrary(folder);
    const search = searchInThread(ahead!, folder, { log: console.error, progress: () => {}, settled: () => {} });
    const run = (query: string, choice: FacetChoice | null, limit: number): Promise<SearchAnswer> => search.run({ query, choice: choice ?? OPEN, report: null, where: 'all', limit, offset: 0 }, null);
    return {
      threadMb,
      async close() {
        await search.close();
        library.close();
      },
      async count(query, choice) {
        await run(query, choice, 0);
      },
      async ask(query, choice) {
        const answer = await run(query, choice, SHOWN);
        const facets = Object.entries(answer.facets).flatMap(([facet, counts]) => Array.from(counts, ([value, count]) => [`${facet}/${value}`, count] as const));
        return { ids: answer.hits.map(({ passage }) => passage.id), total: answer.total, facets: new Map(facets) };
      },
    };
  },
  openHere(folder) {
    const library = openLibraryToRead(folder);
    const search = createSearch(library);
    const run = (query: string, choice: FacetChoice | null, limit: number): unknown => library.reading(() => search.run({ query, choice: choice ?? OPEN, report: null, where: 'all', limit, offset: 0 }));
    while (!library.reading(search.prepare)) continue;
    return { ask: (query, choice) => run(query, choice, SHOWN), count: (query, choice) => run(query, choice, 0), close: library.close };
  },
};

async function threadMb(): Promise<number> {
  const channel = new BroadcastChannel('memory');
  const { promise, resolve } = Promise.withResolvers<number>();
  channel.addEventListener('message', ({ data }) => resolve(data as number));
  channel.postMessage('how much?');
  const mb = await promise;
  channel.close();
  return mb;
}

const pages = { from: null, to: null };
const lines = { from: 1, to: 1 };

/** A report as an importer would hand it over. */
function draftOf(passages: readonly BenchPassage[]): ReportDraft {
  const id = passages[0]!.report;
  const draft: ReportDraft = {
    report: { id, title: id, subtitle: null, publisher: null, date: null, language: 'en', licence: null, sourceName: id, sourceSha256: id, builtIn: false },
    chapters: [], passages: [], footnotes: [], warnings: [], authored: new Map(), pictures: [],
  };
  for (const passage of passages) {
    const [title, heading] = passage.heading.split(' \n ');
    let chapter = draft.chapters.at(-1);
    if (chapter?.title !== title) draft.chapters.push(chapter = { id: `ch${draft.chapters.length}`, number: draft.chapters.length, title: title!, authors: [], pages, sections: [] });
    let section = chapter!.sections.at(-1);
    if (section?.title !== heading) chapter!.sections.push(section = { id: `${chapter!.id}-s${chapter!.sections.length}`, title: heading!, level: 1, runIn: false });
    const n = String(draft.footnotes.length);
    if (passage.notes) draft.footnotes.push({ id: `n${n}`, chapter: chapter!.id, n, text: passage.notes, page: null, lines, refersTo: null });
    draft.passages.push({
      id: passage.id, chapter: chapter!.id, section: section!.id, kind: 'paragraph', text: passage.text, pages, lines, footnotes: passage.notes ? [{ n, offset: 0 }] : [],
    });
  }
  return draft;
}

function tagsOf(passages: readonly BenchPassage[]): Map<string, Tag[]> {
  return new Map(passages.map(({ id, tags }) => [id, tags.map(([facet, value]): Tag => ({ facet, value, evidence: [], confidence: 0.8 }))]));
}
