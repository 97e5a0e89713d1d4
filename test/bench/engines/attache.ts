import type { Tag } from '../../../db/model/facet.ts';
import type { ReportDraft } from '../../../db/model/report.ts';
import { createSearch } from '../../../db/search/search.ts';
import { openLibrary } from '../../../db/store/library.ts';
import type { BenchPassage } from '../generator.ts';
import { SHOWN, type Engine } from './engine.ts';

const OPEN = { country: [], domain: [], limitation: [] };

/** The app's own search, as the window asks it: with snippets and reasons for the hits that are shown. */
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
  async open(folder) {
    const search = createSearch(openLibrary(folder));
    return {
      ask(query, choice) {
        const answer = search.run({ query, choice: choice ?? OPEN, report: null, where: 'all', limit: SHOWN, offset: 0 });
        const facets = Object.entries(answer.facets).flatMap(([facet, counts]) => Array.from(counts, ([value, count]) => [`${facet}/${value}`, count] as const));
        return { ids: answer.hits.map(({ passage }) => passage.id), total: answer.total, facets: new Map(facets) };
      },
    };
  },
};

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
