import { emptyPage, type BuiltPage } from './build.ts';
import type { Room } from './pieces.ts';
import { shellOf } from './split.ts';

/** An entry of an index, or a letter, as it stands in one long column as wide as it will be on its page. */
export interface Line {
  top: number;
  bottom: number;
  /** A letter never ends a column. */
  keep: boolean;
}

/** What measuring may be off, in pixels. */
const SLACK = 0.6;

/**
 * Sets an index in two columns: its first page below its heading, the last with both columns of about one length.
 * @param body takes the pages
 * @param sheet holds the index, `.index`; what stands before that is its heading
 * @param room the height of a page's text
 */
export function setIndex(body: HTMLElement, sheet: HTMLElement, { tall }: Room): BuiltPage[] {
  const index = sheet.querySelector<HTMLElement>('.index');
  const entries = [...(index?.children ?? [])] as HTMLElement[];
  if (!index || entries.length === 0) return [];
  const section = index.parentElement!;
  const heading = [...section.children].filter((child) => child !== index);
  const lines = entries.map((entry): Line => {
    const { top, bottom } = entry.getBoundingClientRect();
    return { top, bottom, keep: entry.matches('.letter') };
  });
  const start = index.getBoundingClientRect().top - section.getBoundingClientRect().top;
  const plan = fillColumns(lines, (column) => (column < 2 ? tall - start : tall));
  return plan.map((columns, at) => {
    const built = emptyPage(body.ownerDocument, false);
    const shell = shellOf(section);
    if (at === 0) {
      shell.id = section.id;
      heading[0]?.classList.add('page-top');
      shell.append(...heading);
    }
    shell.classList.add(at === 0 ? 'page-top' : 'cut-above');
    const grid = shellOf(index);
    if (at > 0) grid.classList.add('page-top');
    for (const { from, to } of columns) {
      const column = grid.appendChild(body.ownerDocument.createElement('div'));
      column.append(...entries.slice(from, to));
      column.firstElementChild!.classList.add('page-top');
    }
    shell.append(grid);
    built.body.append(shell);
    body.append(built.page);
    return built;
  });
}

/** A column's lines, from this one up to that one. */
export interface Column { from: number; to: number }

/**
 * Which lines stand in which column, two columns a page.
 * @param height of a column, by its number
 * @returns the pages with their columns, in the order of reading
 */
function fillColumns(lines: readonly Line[], height: (column: number) => number): Column[][] {
  const columns = columnsFrom(lines, 0, height);
  const pages = Array.from({ length: Math.ceil(columns.length / 2) }, (_, at) => columns.slice(at * 2, at * 2 + 2));
  const last = pages.at(-1);
  if (last) pages[pages.length - 1] = balanced(lines, last[0]!.from) ?? last;
  return pages;
}

function columnsFrom(lines: readonly Line[], start: number, height: (column: number) => number): Column[] {
  const columns: Column[] = [];
  for (let from = start; from < lines.length;) {
    const high = height(columns.length) + SLACK;
    let to = from + 1;
    while (to < lines.length && lines[to]!.bottom - lines[from]!.top <= high) to += 1;
    while (to < lines.length && to - 1 > from && lines[to - 1]!.keep) to -= 1;
    columns.push({ from, to });
    from = to;
  }
  return columns;
}

/** The lines of the last page in two columns, as low as two can be. */
function balanced(lines: readonly Line[], from: number): Column[] | null {
  for (let end = from; end < lines.length; end += 1) {
    const columns = columnsFrom(lines, from, () => lines[end]!.bottom - lines[from]!.top);
    if (columns.length <= 2) return columns;
  }
  return null;
}
