import type { PagedSource, SourceLine } from '../../model/source.ts';
import { cutPages } from '../pages.ts';

/** A line of a typed text: the page that it stands on, and what is between it and the line before. */
export interface TypedLine extends SourceLine {
  page: string | null;
  /** `blank` lines, the `turn` of a page (the paragraph may go on), or nothing. */
  before: 'blank' | 'turn' | null;
}

/** "Page 3 of 12", "Seite 3 von 12", "3/12"; the word is not needed where a page turns. */
const PAGE_OF = /^[–—-]?\s?(page|seite|página|pagina|trang|side|sida|strona|halaman|p\.)?\s?(\d{1,4})\s?(?:of|von|de|di|sur|av|af|van|z|dari|\/)\s?\d{1,4}\s?[–—-]?$/i;
/** "- 2 -", as nroff and groff number the pages of a text: at their top, from the second one on, each as long as the others. */
const DASHED = /^[\u2010–—-]\s?(\d{1,4})\s?[\u2010–—-]$/;
/** Hyphens of typography; a line's last one is looked into as others are. */
const HYPHENS = /[\u2010\u2011]/g;
/** So many pages with a number of their own tell that a program took the text from pages that were set. */
const LABELLED = 3;
/** So many lines at the top and at the foot of a page can be its running head. */
const EDGE = 2;

/**
 * Tells a text that somebody typed from one that was taken out of pages. Typed text has no blanks at its line ends and
 * no page marks but form feeds that each have a "Page 3 of 12" beside them; none stands behind its last page.
 */
export function isTyped(source: PagedSource): boolean {
  if (source.keepsBlanks || source.endsFed) return false;
  const { lines } = source;
  const marks = lines.flatMap((line, at) => (line.mark ? [at] : []));
  const told = marks.filter((at) => [lines[at - 1], lines[at]].some((line) => line !== undefined && PAGE_OF.test(line.text)));
  if (told.length * 2 < marks.length) return false;
  return marks.length > 0 || dashedNumbers(lines).length > 0 || cutPages(source).filter((page) => page.label !== null).length < LABELLED;
}

/** The lines without what stands on every page: its number and its running head. */
export function typedLines({ lines }: PagedSource): TypedLine[] {
  const pages = cutAtNumbers(lines);
  const heads = pages.length > 1 ? repeated(pages) : new Set<string>();
  const out: TypedLine[] = [];
  let before: SourceLine | null = null;
  for (const { label, lines: own } of pages) {
    let isFirst = true;
    own.forEach((line, at) => {
      const isEdge = at < EDGE || at >= own.length - EDGE;
      if (isEdge && heads.has(keyOf(line))) return;
      const gap: TypedLine['before'] = isFirst && out.length > 0 ? 'turn' : before !== null && line.n - before.n > 1 ? 'blank' : null;
      out.push({ ...line, text: line.text.replace(HYPHENS, '-'), page: label, before: gap });
      isFirst = false;
      before = line;
    });
  }
  return out;
}

interface NumberedPage {
  label: string | null;
  lines: SourceLine[];
}

/** Cuts at form feeds, and, where there are none, behind each "Page 3 of 12". A text without these is one page. */
function cutAtNumbers(lines: readonly SourceLine[]): NumberedPage[] {
  const hasMarks = lines.some((line) => line.mark);
  const numbers = new Map<SourceLine, string>();
  lines.forEach((line, at) => {
    const [, word, number] = PAGE_OF.exec(line.text) ?? [];
    const isAtTurn = line.mark || lines[at + 1]?.mark === true || (hasMarks && at === lines.length - 1);
    if (number !== undefined && (word !== undefined || isAtTurn)) numbers.set(line, number);
  });
  if (!hasMarks && !rises([...numbers.values()])) return cutAtDashed(lines);
  const pages: NumberedPage[] = [{ label: null, lines: [] }];
  for (const line of lines) {
    if (line.mark) pages.push({ label: null, lines: [] });
    const number = numbers.get(line);
    if (number === undefined) pages.at(-1)!.lines.push(line);
    else pages.at(-1)!.label = number;
    if (number !== undefined && !hasMarks) pages.push({ label: null, lines: [] });
  }
  return pages.filter((page) => page.lines.length > 0);
}

/** Cuts before each "- 2 -"; a text without these is one page. */
function cutAtDashed(lines: readonly SourceLine[]): NumberedPage[] {
  const numbers = new Set(dashedNumbers(lines));
  const pages: NumberedPage[] = [{ label: numbers.size > 0 ? '1' : null, lines: [] }];
  for (const line of lines) {
    if (numbers.has(line)) pages.push({ label: DASHED.exec(line.text)![1]!, lines: [] });
    else pages.at(-1)!.lines.push(line);
  }
  return pages;
}

/** The lines with the numbers of pages between dashes, counted from 2; none where they are not as far apart as each other. */
function dashedNumbers(lines: readonly SourceLine[]): SourceLine[] {
  const found = lines.filter(({ text }) => DASHED.test(text));
  const numbers = found.map(({ text }) => DASHED.exec(text)![1]!);
  const isEven = found.every(({ n }, at) => at < 2 || n - found[at - 1]!.n === found[1]!.n - found[0]!.n);
  return found.length >= LABELLED && numbers[0] === '2' && rises(numbers) && isEven ? found : [];
}

/** Whether numbers of pages are counted one by one. */
const rises = (numbers: readonly string[]): boolean => numbers.length > 1 && numbers.every((number, at) => at === 0 || Number(number) === Number(numbers[at - 1]) + 1);

/** What stands at the edge of at least half of the pages. */
function repeated(pages: readonly NumberedPage[]): Set<string> {
  const times = new Map<string, number>();
  for (const { lines } of pages) {
    const edges = new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)].map(keyOf));
    for (const key of edges) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set([...times].filter(([key, many]) => key !== '' && many > 1 && many * 2 >= pages.length).map(([key]) => key));
}

/** A line without its figures: page numbers differ. */
const keyOf = ({ text }: SourceLine): string => text.replace(/\d+/g, '').trim();
