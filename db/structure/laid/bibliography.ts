import { isTerminated } from '../block.ts';
import { raised } from '../raised.ts';
import type { LaidBlock } from './blocks.ts';
import { cutEntries, edgeOf } from './entries.ts';
import { cutIndex, isIndexLetter, isIndexTitle } from './printed-index.ts';
import type { Row, Setting } from './page.ts';

const TITLE = /^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+|[A-Z]\.\s+)?(?:references|(?:select(?:ed)? )?bibliography|works cited|literature(?: cited)?|further reading|sources|literatur(?:verzeichnis|hinweise|angaben)?|quellen(?:verzeichnis|angaben)?|bibliographie|bibliografía|referencias|références bibliographiques|ouvrages cités|références|referências|(?:参考|引用|主要参考)文献|参考资料|참고\s*문헌)$/i;
/** "[12] Larsen …", and "12. Larsen …" */
const BRACKETED = /^\[\d{1,3}\]\s+\S/;
const NUMBERED = /^\d{1,3}\.\s+\S/;
/** A hanging indent is at least this wide, as a share of the size, and so many rows have it. */
const HANG = 0.8;
const HANGING_AT_LEAST = 0.15;
/** Raised figures call the entries of a list that is one of endnotes: so many of them at least, by share. */
const CALLED = 0.5;

/** A list that is being read, and how a column of it is cut into entries. */
interface List {
  title: LaidBlock;
  cut: (zone: readonly LaidBlock[]) => LaidBlock[];
}

/**
 * Cuts the lists of works that a report stands on ("References", "Bibliography") into their entries: at their numbers, or
 * at the lines that hang out to the left; and printed indexes into theirs. They are no footnotes, however small they are
 * set. A numbered list that raised figures call is left alone: its entries are endnotes.
 * @param pages for each page its columns, each with its blocks; entries become items
 */
export function cutBibliographies(pages: LaidBlock[][][], setting: Setting): void {
  const called = raisedNumbers(pages);
  let list: List | null = null;
  let open: LaidBlock | null = null;
  for (const columns of pages) for (const [at, blocks] of columns.entries()) {
    const out: LaidBlock[] = [];
    let zone: LaidBlock[] = [];
    const flush = (): void => {
      if (zone.length === 0) return;
      const entries = list!.cut(zone);
      const [first] = entries;
      if (open && first?.begins === false) {
        // It is no entry of its own, so that it is joined with the one that it belongs to.
        first.kind = 'body';
        open.ends = false;
      }
      open = entries.at(-1) ?? open;
      out.push(...entries);
      zone = [];
    };
    for (const block of blocks) {
      if (isTitle(block, blocks, setting)) {
        flush();
        const rows = rowsAfter(pages, columns, at, block);
        const style = styleOf(rows);
        if (isIndexTitle(block.rows[0]!.text)) list = { title: block, cut: cutIndex };
        else list = isCalled(rows, style, called) ? null : { title: block, cut: (zone) => entriesOf(zone, style) };
        open = null;
        out.push(block);
      } else if (list && block.kind === 'body' && !endsList(block, list, zone)) zone.push(block);
      else {
        flush();
        if (block.kind === 'body') list = null;
        out.push(block);
      }
    }
    flush();
    columns[at] = out;
  }
}

function isTitle(block: LaidBlock, blocks: readonly LaidBlock[], setting: Setting): boolean {
  const [row] = block.rows;
  if (block.kind !== 'body' || block.rows.length !== 1 || !(TITLE.test(row!.text) || isIndexTitle(row!.text))) return false;
  const next = blocks[blocks.indexOf(block) + 1];
  return row!.bold || row!.size > setting.body * 1.08 || row!.text === row!.text.toUpperCase() || (next?.size ?? setting.body) < row!.size * 0.95 || block.above > row!.size;
}

/** A heading ends the list: what looks as its title does, or larger than its entries. */
function endsList(block: LaidBlock, { title, cut }: List, zone: readonly LaidBlock[]): boolean {
  const [row] = block.rows;
  if (!row || block.rows.length > 3 || BRACKETED.test(row.text) || (cut === cutIndex && isIndexLetter(block))) return false;
  const asTitle = Math.abs(block.size - title.size) < 0.3 && block.bold === title.bold && (title.bold || title.size > (zone[0]?.size ?? 0) * 1.08);
  return asTitle || (block.bold && !zone.some((entry) => entry.bold)) || block.size > (zone[0]?.size ?? Infinity) * 1.1;
}

function rowsAfter(pages: readonly LaidBlock[][][], columns: readonly LaidBlock[][], at: number, title: LaidBlock): Row[] {
  const here = columns[at]!;
  const next = [...columns.slice(at + 1), ...(pages[pages.indexOf(columns as LaidBlock[][]) + 1] ?? [])];
  return [...here.slice(here.indexOf(title) + 1), ...next.flat()].flatMap((block) => block.rows).slice(0, 120);
}

function styleOf(rows: readonly Row[]): RegExp | null {
  return [BRACKETED, NUMBERED].find((style) => rows.filter((row) => style.test(row.text)).length >= Math.max(2, rows.length * 0.1)) ?? null;
}

function raisedNumbers(pages: readonly LaidBlock[][][]): Set<string> {
  return new Set(pages.flat(2).filter((block) => block.kind === 'body').flatMap((block) => block.rows.flatMap((row) => [...row.text.matchAll(/(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map(([figures]) => figures))));
}

function isCalled(rows: readonly Row[], style: RegExp | null, called: ReadonlySet<string>): boolean {
  const numbers = style === null ? [] : rows.filter((row) => style.test(row.text)).map((row) => /\d+/.exec(row.text)![0]);
  return numbers.filter((number) => called.has(raised(number))).length >= Math.max(1, numbers.length * CALLED);
}

/** The entries of a list of works. @param style how they are numbered, where they are */
function entriesOf(zone: readonly LaidBlock[], style: RegExp | null): LaidBlock[] {
  const rows = zone.flatMap((block) => block.rows);
  const left = Math.min(...rows.map((row) => row.left));
  const isSetIn = (row: Row): boolean => row.left > left + HANG * row.size;
  const hanging = rows.filter(isSetIn).length;
  // Without numbers and without an indent that hangs, the blocks are the entries as they were cut.
  if (!style && hanging < rows.length * HANGING_AT_LEAST) return zone.map((block) => ({ ...block, kind: 'item' }));
  const atEdge = edgeOf(rows);
  // Their first lines may be indented instead: those then begin behind a full stop, and the others do not.
  const isIndented = shareOfStarts(rows, isSetIn) > shareOfStarts(rows, (row) => !isSetIn(row));
  return cutEntries(zone, rows, (row) => (style ? style.test(row.text) : isIndented ? isSetIn(row) : atEdge(row)));
}

/** Of some rows, how many read as the first line of an entry. */
function shareOfStarts(rows: readonly Row[], of: (row: Row) => boolean): number {
  const those = rows.flatMap((row, at) => (at > 0 && of(row) ? [{ row, before: rows[at - 1]! }] : []));
  return those.filter(({ row, before }) => isTerminated(before.text) && /^\p{Lu}/u.test(row.text)).length / (those.length || 1);
}
