import type { Handlers } from '../contract/dispatch.ts';
import { AttacheError } from '../model/errors.ts';
import { slug } from '../model/ids.ts';
import { cite } from '../model/cite.ts';
import { TAXONOMIES, labelOf } from '../facets/taxonomies.ts';
import { importBuiltIns } from './built-in.ts';
import { passageSource } from './resolve-pack.ts';
import { comparisonOf } from './comparison.ts';
import { INDEX_DIFFERS } from '../store/check.ts';
import type { Desk } from '../store/desk.ts';
import type { Library } from '../store/library.ts';
import { isSqliteError } from '../store/open.ts';
import type { Export, FileToImport } from './work-orders.ts';
import { linksOf } from './links.ts';
import { hitViews, passageView, reportSummary, searchView } from './views.ts';
import type { Rooms } from './rooms.ts';

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `library.${string}` | `read.${string}` | `search.${string}` | `compare.${string}` | `facets.${string}`>>;

/** How the name of a file ends that a report is written as. */
const EXPORT_ENDINGS: Record<Export['format'], string> = { json: 'json', markdown: 'md', 'csl-json': 'csl.json' };

/** The calls that read, search and fill the library. */
export function libraryHandlers({ library, desk, search, shelf, importer, prints, indexed, emit }: Rooms): LibraryHandlers {
  const chapterOf = (report: string, id: string) => {
    const chapters = library.chapters(report);
    const at = chapters.findIndex((chapter) => chapter.id === id);
    if (at < 0) throw new AttacheError('not-found', 'This chapter is not in the library (any more).');
    const neighbour = (n: number) => {
      const chapter = chapters[n];
      return chapter ? { id: chapter.id, title: chapter.title } : null;
    };
    return { chapter: chapters[at]!, previous: neighbour(at - 1), next: neighbour(at + 1) };
  };

  return {
    'library.list': () => ({ reports: library.listReports().map(reportSummary) }),
    'library.contents': ({ report }) => ({ report: reportSummary(library.report(report)), chapters: library.chapters(report), warnings: library.warnings(report) }),
    'library.import': async ({ job, file, password }) => {
      const read = async (): Promise<FileToImport> => {
        await indexed;
        return { ...(await shelf.takeReport(file)), password, corrections: desk.corrections(null) };
      };
      const done = await importer.import(job, read, (progress) => emit({ type: 'progress', job, ...progress }));
      if (!done.already) emit({ type: 'changed', what: 'library' });
      return { report: reportSummary(library.report(done.report)), already: done.already };
    },
    'library.cancel': ({ job }) => {
      importer.cancel(job);
      prints.cancel(job);
      return {};
    },
    'library.remove': async ({ report }) => {
      await indexed;
      const { builtIn, sourceName } = library.report(report);
      library.removeReport(report);
      if (builtIn) desk.noteRemoved(sourceName);
      emit({ type: 'changed', what: 'library' });
      return {};
    },
    'library.hidden': () => ({ briefings: desk.countRemoved() }),
    'library.bringBack': async () => {
      await indexed;
      desk.forgetRemoved();
      importBuiltIns(library, desk);
      emit({ type: 'changed', what: 'library' });
      return {};
    },
    'library.export': async ({ report, format }) => {
      const name = `${slug(library.report(report).title)}.${EXPORT_ENDINGS[format]}`;
      return { file: shelf.putBytes(name, await importer.export({ report, format })).file, name };
    },
    'library.check': async () => {
      await indexed;
      const inLibrary = await problemsIn(importer);
      if (inLibrary.includes(INDEX_DIFFERS)) library.disownIndex();
      const findings = [...inLibrary, ...desk.problems()];
      return { ok: findings.length === 0, findings, counts: countsOf(library, desk) };
    },
    'facets.list': () => ({
      taxonomies: TAXONOMIES.map((taxonomy) => ({
        facet: taxonomy.facet, label: taxonomy.label['en'] ?? taxonomy.facet,
        values: taxonomy.values.map(({ value, description }) => ({ value, label: labelOf(taxonomy.facet, value), description: description?.['en'] ?? null })),
      })),
    }),
    'read.chapter': ({ report, chapter }) => ({
      ...chapterOf(report, chapter),
      passages: library.passagesOfChapter(report, chapter).map(passageView), footnotes: library.footnotesOfChapter(report, chapter),
    }),
    'read.passage': ({ report, passage: id }) => {
      const passage = library.passage(report, id);
      const { chapter } = chapterOf(report, passage.chapter);
      const called = new Set(passage.footnotes.map((marker) => marker.n));
      const section = chapter.sections.find((s) => s.id === passage.section);
      return {
        passage: passageView(passage), footnotes: library.footnotesOfChapter(report, chapter.id).filter((note) => called.has(note.n)),
        report: { id: report, title: library.report(report).title },
        chapter: { id: chapter.id, number: chapter.number, title: chapter.title, authors: chapter.authors },
        section: section ? { id: section.id, title: section.title } : null,
        citation: cite(passageSource(library, report, chapter.id), passage.pages),
      };
    },
    'read.links': ({ report, chapter }) => linksOf(library, report, chapter),
    'read.picture': ({ report, passage }) => {
      const picture = library.picture(report, passage);
      return picture && { mime: picture.mime, width: picture.width, height: picture.height, base64: Buffer.from(picture.bytes).toString('base64') };
    },
    'search.run': async ({ asker, ...question }) => {
      const began = performance.now();
      const answer = await search.run(question, asker);
      return searchView(library, question.query, answer, Math.round((performance.now() - began) * 100) / 100);
    },
    'search.suggest': async ({ text, limit }) => ({ suggestions: await search.suggest(text, desk.earlierSearches(), limit) }),
    'search.similar': async ({ report, passage, limit }) => ({ hits: hitViews(library, await search.similar(library.passage(report, passage).pk, limit)) }),
    'compare.table': ({ query, report }) => comparisonOf({ library, search }, query, report),
  };
}

/** What a check finds; a file that cannot be opened any more is a finding too. */
async function problemsIn(importer: Rooms['importer']): Promise<string[]> {
  try {
    return await importer.check();
  } catch (error) {
    if (error instanceof AttacheError && error.code === 'library-damaged') return [error.message];
    throw error;
  }
}

/** What the library and the desk hold; nothing where a damaged file cannot be counted, of which the findings tell. */
function countsOf(library: Library, desk: Desk): { reports: number; passages: number; footnotes: number; packs: number } {
  try {
    const reports = library.listReports();
    const sum = (what: 'passages' | 'footnotes'): number => reports.reduce((all, { counts }) => all + counts[what], 0);
    return { reports: reports.length, passages: sum('passages'), footnotes: sum('footnotes'), packs: desk.countPacks() };
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { reports: 0, passages: 0, footnotes: 0, packs: 0 };
  }
}
