import type { Tag } from '../model/facet.ts';
import { FACETS } from '../model/facet.ts';
import type { Library } from '../store/library.ts';

/** One value list per facet, as the contract's export has it. */
function facetValues(tags: readonly Tag[]): Record<string, string[]> {
  return Object.fromEntries(FACETS.map((facet) => [facet, tags.filter((tag) => tag.facet === facet).map((tag) => tag.value)]));
}

/** A whole report as the contract's JSON ("Export"). */
export function exportJson(library: Library, id: string): string {
  const report = library.report(id);
  const { title, subtitle, publisher, date, language, licence, sourceName, sourceSha256 } = report;
  return `${JSON.stringify({
    report: { id, title, subtitle, publisher, date, language, licence, sourceName, sourceSha256 },
    chapters: library.chapters(id).map((chapter) => ({
      id: chapter.id, number: chapter.number, title: chapter.title, authors: chapter.authors, pages: chapter.pages,
      sections: chapter.sections.map((section) => ({ id: section.id, title: section.title, level: section.level, runIn: section.runIn })),
    })),
    passages: library.passages(id).map((passage) => ({
      id: passage.id, chapter: passage.chapter, section: passage.section, kind: passage.kind, text: passage.text, pages: passage.pages,
      lines: passage.lines, footnotes: passage.footnotes, facets: facetValues(passage.tags), tags: passage.tags,
    })),
    footnotes: library.footnotes(id).map((note) => ({ chapter: note.chapter, n: note.n, text: note.text, page: note.page, refersTo: note.refersTo })),
    warnings: library.warnings(id),
  }, null, 1)}\n`;
}

/** The report and its chapters as CSL-JSON, for reference managers. */
export function exportCsl(library: Library, id: string): string {
  const report = library.report(id);
  const issued = report.date ? { issued: { 'date-parts': [report.date.split('-').map(Number)] } } : {};
  const publisher = report.publisher ? { publisher: report.publisher } : {};
  const chapters = library.chapters(id).filter((chapter) => chapter.authors.length > 0).map((chapter) => ({
    id: `${id}/${chapter.id}`, type: 'chapter', title: chapter.title, 'container-title': report.title, ...publisher, ...issued,
    author: chapter.authors.map((name) => personName(name)),
    ...(chapter.pages.from ? { page: [chapter.pages.from, chapter.pages.to].filter(Boolean).join('-') } : {}),
    ...(chapter.number === null ? {} : { 'chapter-number': String(chapter.number) }),
  }));
  return `${JSON.stringify([{ id, type: 'report', title: report.title, language: report.language, ...publisher, ...issued }, ...chapters], null, 1)}\n`;
}

function personName(name: string): { family: string; given?: string } {
  const words = name.trim().split(/\s+/);
  return words.length === 1 ? { family: name } : { family: words.at(-1)!, given: words.slice(0, -1).join(' ') };
}
