import type { BlockContent, FootnoteDefinition, List, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { FACETS } from '../model/facet.ts';
import type { Footnote, PassageKind } from '../model/report.ts';
import { cellRows, joinCells } from '../model/table-cells.ts';
import type { Library } from '../store/library.ts';
import type { StoredChapter, StoredPassage } from '../store/report-reader.ts';

/** Markdown has six levels; the first is the report's title, the second its chapters. */
const LEVELS = 6;

/**
 * A whole report as the Markdown of docs/authoring.md: what Attaché imports again gives the same passages, headings,
 * notes at their places, pages and tags. Pictures are not part of it.
 */
export function exportMarkdown(library: Library, id: string): string {
  const report = library.report(id);
  const work = library.origins.works().find((one) => one.id === id);
  const chapters = library.chapters(id);
  const { title, subtitle, publisher, date, language, licence } = report;
  const facts = { title, subtitle, publisher, date, language, licence, retells: work?.retells, translates: work?.translates,
    chapters: chapters.map(({ title, number, authors }) => ({ title, ...(number === null ? {} : { number }), authors })) };
  const front = stringify(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)), { lineWidth: 0 });
  const children: RootContent[] = [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }];
  let page: string | null = null;
  for (const chapter of chapters) {
    const written = writeChapter(library, id, chapter, page);
    children.push(...written.nodes);
    ({ page } = written);
  }
  return `---\n${front}---\n\n${written({ type: 'root', children })}`;
}

/** A brace in the text is kept from being read as a mark. */
function written(root: Root): string {
  return toMarkdown(root, { bullet: '-', fences: true, extensions: [gfmToMarkdown(), { unsafe: [{ character: '{', inConstruct: 'phrasing' }] }] });
}

function writeChapter(library: Library, report: string, chapter: StoredChapter, pageBefore: string | null): { nodes: RootContent[]; page: string | null } {
  const nodes: RootContent[] = [heading(2, chapter.title)];
  const refs = Map.groupBy(library.origins.citations(report, chapter.id), (citation) => citation.passage);
  const sure = new Map(library.origins.confidence(report, chapter.id).map(({ passage, word }) => [passage, word]));
  let page = pageBefore;
  let next = 0;
  let current: string | null = null;
  const sectionsTo = (section: string | null): void => {
    const to = chapter.sections.findIndex((one) => one.id === section);
    for (; next <= to; next++) {
      const { id, title, level, runIn } = chapter.sections[next]!;
      nodes.push(heading(Math.min(LEVELS, level + 2), title, runIn ? ' {run-in}' : ''));
      current = id;
    }
  };
  for (const passage of library.passagesOfChapter(report, chapter.id)) {
    sectionsTo(passage.section);
    const returns = passage.section !== current;
    current = passage.section;
    const said = [
      ...(returns ? [`section: ${passage.section === null ? 'none' : chapter.sections.findIndex((one) => one.id === passage.section) + 1}`] : []),
      ...FACETS.flatMap((facet) => {
        const values = passage.tags.filter((tag) => tag.facet === facet).map((tag) => tag.value);
        return values.length > 0 ? [`${facet}: ${values.join(', ')}`] : [];
      }),
      ...(refs.has(passage.id) ? [`ref: ${refs.get(passage.id)!.map(({ chapter, target, note }) => [chapter, note === null ? target : `n${note}`].filter(Boolean).join('/')).join(', ')}`] : []),
      ...(sure.has(passage.id) ? [`confidence: ${sure.get(passage.id)}`] : []),
      ...(passage.id.startsWith('p-') ? [] : [`id: ${passage.id}`]),
    ];
    nodes.push(...writePassage(passage, chapter.id, page, said, nodes.at(-1)));
    page = passage.pages.to;
  }
  sectionsTo(chapter.sections.at(-1)?.id ?? null);
  nodes.push(...library.footnotesOfChapter(report, chapter.id).map((note) => definition(note, chapter.id)));
  return { nodes, page };
}

function heading(depth: number, title: string, mark = ''): RootContent {
  return { type: 'heading', depth: depth as 1, children: [{ type: 'text', value: title }, ...(mark ? [raw(mark)] : [])] };
}

/** Kinds that a form of Markdown stands for by itself. */
const FORMS: ReadonlySet<PassageKind> = new Set(['paragraph', 'list-item', 'quotation']);

function writePassage(passage: StoredPassage, chapter: string, page: string | null, said: string[], before: RootContent | undefined): RootContent[] {
  const marks = [...said, ...(FORMS.has(passage.kind) ? [] : [`kind: ${passage.kind}`])];
  if (passage.pages.to !== passage.pages.from) marks.push(`page: ${passage.pages.to ?? 'none'}`);
  const turn = passage.pages.from === page ? [] : [raw(`{page: ${passage.pages.from ?? 'none'}} `)];
  const after = marks.length > 0 ? [raw(`\n{${marks.join('; ')}}`)] : [];
  const rows = passage.kind === 'table' && turn.length === 0 ? tableOf(passage, chapter) : null;
  if (rows) return [{ type: 'table', children: rows }, { type: 'paragraph', children: [raw(`{${marks.join('; ')}}`)] }];
  const paragraph: BlockContent = { type: 'paragraph', children: [...turn, ...phrasing(passage, chapter, 0, passage.text.length), ...after] };
  if (passage.kind === 'quotation' || passage.kind === 'pull-quote') return [{ type: 'blockquote', children: [paragraph] }];
  if (passage.kind !== 'list-item') return [paragraph];
  if (before?.type !== 'list') return [{ type: 'list', spread: true, children: [{ type: 'listItem', spread: false, children: [paragraph] }] } satisfies List];
  before.children.push({ type: 'listItem', spread: false, children: [paragraph] });
  return [];
}

/** The rows of a table; null where its cells are not told apart, or would not be read again as they stand. */
function tableOf(passage: StoredPassage, chapter: string): TableRow[] | null {
  const rows = cellRows(passage.text);
  if (rows?.map((cells) => joinCells(cells.map(({ text }) => text))).join('\n') !== passage.text) return null;
  return rows.map((cells): TableRow => ({
    type: 'tableRow', children: cells.map(({ at, text }) => ({ type: 'tableCell', children: phrasing(passage, chapter, at, at + text.length) })),
  }));
}

/** A part of a passage with its calls; lines that are broken by hand stay broken. */
function phrasing({ text, footnotes }: StoredPassage, chapter: string, from: number, to: number): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let at = from;
  const addText = (end: number): void => {
    text.slice(at, end).split('\n').forEach((line, n) => {
      if (n > 0) out.push({ type: 'break' });
      if (line !== '') out.push({ type: 'text', value: line });
    });
    at = end;
  };
  for (const { n, offset } of footnotes.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < from || offset > to || (offset === from && from > 0)) continue;
    addText(offset);
    out.push({ type: 'footnoteReference', identifier: `${chapter}-${n}`, label: `${chapter}-${n}` });
  }
  addText(to);
  return out;
}

function definition({ n, text, page }: Footnote, chapter: string): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier: `${chapter}-${n}`, label: `${chapter}-${n}`, children: [{ type: 'paragraph', children: [{ type: 'text', value: text }, ...(page === null ? [] : [raw(` {page: ${page}}`)])] }] };
}

/** Written as it is. */
function raw(value: string): PhrasingContent {
  return { type: 'html', value };
}
