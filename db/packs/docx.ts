import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TableOfContents, TextRun, type ISectionOptions, type Table } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PhrasingContent, RootContent } from 'mdast';
import type { ResolvedPack } from '../model/pack.ts';
import { clean, headingOf, pictureParagraph, styled, textRun, type DocxWork } from './docx-parts.ts';
import { passageBlocks } from './docx-passages.ts';
import { BULLETS, numbersOf, pageOf, stylesOf } from './docx-styles.ts';
import { compareBlocks } from './docx-tables.ts';
import { textBlocks, type OrderedList } from './docx-text.ts';
import { copyWords } from './finish.ts';
import { contentsTitle } from './html-cover.ts';
import type { LaidItem, LaidNote, LaidPack } from './laid-out.ts';
import { layOut } from './lay-out.ts';
import { namesByItem, placeWords } from './names-by-item.ts';
import { runningTitle } from './page-style.ts';
import { dateWords } from './words.ts';

type Block = Paragraph | Table | TableOfContents;
/** What stands on pages of one kind: upright, or on their side. */
interface Stretch { turned: boolean; blocks: Block[] }
interface Work extends DocxWork { ordered: OrderedList[] }

/**
 * A pack as a Word document: styles, contents field, notes at the feet of pages numbered by Word, the marking in head
 * and foot. The same pack gives the same bytes.
 * @param resolved the pack with everything looked up
 * @returns the bytes of the .docx file
 */
export async function composeDocx(resolved: ResolvedPack, copy: number | null = null): Promise<Uint8Array> {
  const laid = layOut(resolved, copy);
  const { pack } = laid;
  const work: Work = { called: new Set(), lists: 0, ordered: [] };
  const stretches = [{ turned: false, blocks: frontBlocks(laid) }, ...stretchesOf(laid, work)];
  const footnotes = Object.fromEntries(laid.items.flatMap(({ notes }) => notes.map((note) => [String(note.number), { children: noteBlocks(note, work) }])));
  const document = new Document({
    title: clean(pack.title), creator: clean(pack.preparedBy), lastModifiedBy: clean(pack.preparedBy), subject: clean(pack.subtitle),
    styles: stylesOf(pack.language), footnotes, sections: stretches.map((stretch, at) => sectionOf(stretch, at === 0, laid)),
    numbering: { config: [BULLETS, ...work.ordered.map(({ reference, start }) => numbersOf(reference, start))] },
  });
  return timeless(new Uint8Array(await Packer.toArrayBuffer(document)), pack.date);
}

/** How the columns of a table of figures share its width: figure, year, what it counts, source. */
const FIGURE_COLUMNS = [4, 2, 9, 4];

/** What the library counts on from file to file: the contents' bookmarks, and pictures. */
const COUNTED = [
  /(w:(?:anchor|name)="_Toc|<w:instrText[^>]*>\s*PAGEREF _Toc)(\d+)/g, /(<w:bookmark(?:Start|End)(?: w:name="[^"]*")? w:id=")(\d+)/g, /(<wp:docPr id=")(\d+)/g,
];

/** The library writes the time of day, and counts on from file to file; here stand the pack's day and a count of its own. */
function timeless(bytes: Uint8Array, date: string): Uint8Array {
  const files = unzipSync(bytes);
  const day = `${date === '' ? '2000-01-01' : date}T00:00:00Z`;
  const change = (name: string, how: (xml: string) => string): void => {
    files[name] = strToU8(how(strFromU8(files[name]!)));
  };
  change('docProps/core.xml', (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`));
  change('word/document.xml', (xml) => COUNTED.reduce(recounted, withoutEmptyLines(xml)));
  return zipSync(files, { mtime: '2000-01-01T00:00:00', level: 6 });
}

/** A section, and the contents, end with a paragraph of their own: it would take a line, and a whole page behind a full one. */
function withoutEmptyLines(xml: string): string {
  const small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';
  return xml.replaceAll('<w:p><w:pPr><w:sectPr', `<w:p><w:pPr>${small}<w:sectPr`)
    .replaceAll('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent>', `<w:p><w:pPr>${small}</w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent>`);
}

/** The numbers that a pattern finds after its first group, counted anew from 1 in the order in which they first stand. */
function recounted(xml: string, pattern: RegExp): string {
  const counts = new Map<string, number>();
  return xml.replace(pattern, (_, before: string, given: string) => {
    if (!counts.has(given)) counts.set(given, counts.size + 1);
    return `${before}${counts.get(given)!}`;
  });
}

/** Head and foot are declared once; Word carries them on through the sections. */
function sectionOf({ turned, blocks }: Stretch, first: boolean, { pack, marking: words, copy }: LaidPack): ISectionOptions {
  const { width, height, side, above } = pageOf(pack.paper, turned);
  const page = { size: { width, height, orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: above, bottom: above, left: side, right: side } };
  const properties = { type: SectionType.NEXT_PAGE, page };
  if (!first) return { properties, children: blocks };
  const marking = (): Paragraph => styled('Marking', words);
  const line = new Paragraph({ style: 'PageNumber', children: [
    new TextRun({ children: ['Pack p. ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }), textRun(` · ${runningTitle(pack)}${copy === null ? '' : ` · ${copyWords(copy)}`}`),
  ] });
  return { properties, children: blocks, headers: { default: new Header({ children: [marking()] }) }, footers: { default: new Footer({ children: [line, marking()] }) } };
}

function frontBlocks({ pack, items, sources, marking, copy }: LaidPack): Block[] {
  const facts: [string, string][] = [
    ['For', pack.preparedFor], ['From', pack.preparedBy], ['Date', pack.date && dateWords(pack.date, pack.language)], ['Place', pack.place],
    ['Copy', copy === null ? '' : copyWords(copy)], ['Marking', marking === '' ? '' : `${marking} (applied by the user)`],
  ];
  const named = items.filter((item) => contentsTitle(item) !== null).length + (sources.length > 0 ? 1 : 0);
  return [
    styled('Title', pack.title), ...(pack.subtitle === '' ? [] : [styled('Subtitle', pack.subtitle)]),
    ...facts.filter(([, value]) => value !== '').map(([name, value]) => styled('BodyText', value, [textRun(`${name}: `, { bold: true }), textRun(value)])),
    ...(items.length === 0 ? [styled('BodyText', 'This pack has no items yet.')] : []),
    ...(named < 2 ? [] : [styled('ContentsHeading', 'Contents'), new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' })]),
  ];
}

/** A page break begins a new stretch, and so does what lies on its side and what follows it; none is empty. */
function stretchesOf(laid: LaidPack, work: Work): Stretch[] {
  const stretches: Stretch[] = [{ turned: false, blocks: [] }];
  const put = (turned: boolean, blocks: Block[]): void => {
    const last = stretches.at(-1)!;
    if (last.turned === turned) last.blocks.push(...blocks);
    else stretches.push({ turned, blocks });
  };
  for (const item of laid.items) {
    if (item.kind === 'pageBreak') stretches.push({ turned: false, blocks: [] });
    else put(item.landscape, [...remarkBlocks(item.remark), ...itemBlocks(item, laid, work)]);
  }
  if (laid.acronyms.length > 0) put(false, [headingOf(2, 'Acronyms'), ...laid.acronyms.map(({ short, long }) => styled('BodyText', long, [textRun(`${short}  `, { bold: true }), textRun(long)]))]);
  if (laid.sources.length > 0) put(false, [headingOf(2, 'Sources'), ...laid.sources.map((source) => styled('BodyText', `${source}.`))]);
  const names = namesByItem(laid);
  if (names.length > 0) put(false, [headingOf(2, 'Names'), ...names.map(({ name, places }) => styled('Entry', name, [textRun(`${name}: `, { bold: true }), textRun(placeWords(places))]))]);
  return stretches.filter(({ blocks }) => blocks.length > 0);
}

/** What stands in the margin on paper stands before its item here. */
function remarkBlocks(remark: string | null): Block[] {
  return remark === null ? [] : [styled('Remark', remark)];
}

function itemBlocks(item: Exclude<LaidItem, { kind: 'pageBreak' }>, { pack }: LaidPack, work: Work): Block[] {
  const width = pageOf(pack.paper, item.landscape).text;
  switch (item.kind) {
    case 'heading':
      return [headingOf(item.level, item.text)];
    case 'text':
      return textBlocks(item.blocks, { work, width, lists: work.ordered, columns: item.form === 'figures' ? FIGURE_COLUMNS : [] });
    case 'passages':
      return passageBlocks(item, work, width);
    case 'picture':
      return [pictureParagraph(item.picture, item.caption), styled('Caption', item.caption), styled('Source', item.source)];
    case 'table':
      return compareBlocks(item, width);
    case 'missing':
      return [styled('BodyText', item.problem, [textRun(`Nothing can be shown here. ${item.problem}`, { italics: true })])];
  }
}

/** The words of a note, and what it is called in the report. Word's notes hold paragraphs only: a table in one is set row by row. */
function noteBlocks({ content, origin }: LaidNote, work: Work): Paragraph[] {
  if (typeof content === 'string') return [styled('FootnoteText', content, [textRun(content), ...(origin === null ? [] : [textRun(` [${origin}]`)])])];
  const plain = content.flatMap(rowsAsParagraphs);
  const blocks = textBlocks(plain, { work, width: 0, lists: work.ordered, columns: [] }, 'FootnoteText').filter((block) => block instanceof Paragraph);
  return blocks.length > 0 ? blocks : [styled('FootnoteText', '')];
}

function rowsAsParagraphs(node: RootContent): RootContent[] {
  if (node.type !== 'table') return [node];
  return node.children.map((row) => ({
    type: 'paragraph', children: row.children.flatMap((cell, at): PhrasingContent[] => [...(at === 0 ? [] : [{ type: 'text' as const, value: ' | ' }]), ...cell.children]),
  }));
}
