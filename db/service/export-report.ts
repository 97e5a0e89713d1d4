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

const escape = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** A whole report as Markdown that Attaché itself can import: front matter, headings, `[^n]` footnotes. */
export function exportMarkdown(library: Library, id: string): string {
  const report = library.report(id);
  const head = { title: report.title, subtitle: report.subtitle, publisher: report.publisher, date: report.date, language: report.language };
  const out = ['---', ...Object.entries(head).filter(([, value]) => value !== null).map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---', ''];
  for (const chapter of library.chapters(id)) {
    out.push(`# ${escape(chapter.title)}`, '');
    if (chapter.authors.length > 0) out.push(`*${escape(chapter.authors.join(', '))}*`, '');
    let section: string | null = null;
    for (const passage of library.passagesOfChapter(id, chapter.id)) {
      if (passage.section !== section) {
        section = passage.section;
        const heading = chapter.sections.find((s) => s.id === section);
        if (heading && !heading.runIn) out.push(`${'#'.repeat(Math.min(6, heading.level + 1))} ${escape(heading.title)}`, '');
      }
      const prefix = passage.kind === 'list-item' ? '- ' : passage.kind === 'pull-quote' ? '> ' : '';
      out.push(prefix + withCalls(passage.text, passage.footnotes.map((note) => ({ ...note, key: `${chapter.id}-${note.n}` }))), '');
    }
    for (const note of library.footnotesOfChapter(id, chapter.id)) out.push(`[^${chapter.id}-${note.n}]: ${escape(note.text)}`, '');
  }
  return out.join('\n');
}

function withCalls(text: string, calls: { offset: number; key: string }[]): string {
  let at = 0;
  let out = '';
  for (const call of [...calls].sort((a, b) => a.offset - b.offset)) {
    out += `${escape(text.slice(at, call.offset))}[^${call.key}]`;
    at = call.offset;
  }
  return out + escape(text.slice(at));
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
