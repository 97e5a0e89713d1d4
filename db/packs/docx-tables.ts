import { AlignmentType, BorderStyle, Table, TableLayoutType, TableRow, TableCell, WidthType, type Paragraph, type ParagraphChild } from 'docx';
import { compareParts, COUNT_WORDS, type Grid, type Listing } from './compare-parts.ts';
import { headingOf, styled, textRun } from './docx-parts.ts';
import type { LaidTable } from './laid-out.ts';
import { counted } from './words.ts';

interface Cell {
  words: string;
  children?: ParagraphChild[];
  /** Over how many columns it stands, where that is not one. */
  columns?: number;
}
type Align = 'left' | 'right' | 'center' | null;

interface TableSetting {
  align?: readonly Align[];
  /** How the width is shared out among the columns; alike where it is not said. */
  shares?: readonly number[];
  /** How many rows at the top are heads: they stand again at the top of each page. */
  heads?: number;
}

/** A row stays on one page, unless a cell of it is longer than this. */
const LONG_CELL = 1500;
/** Rules as on paper: above, below, and hairlines between the rows. */
const RULES = {
  top: { style: BorderStyle.SINGLE, size: 6, color: '000000' }, bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000' },
  insideHorizontal: { style: BorderStyle.SINGLE, size: 2, color: '000000' }, insideVertical: { style: BorderStyle.NONE }, left: { style: BorderStyle.NONE }, right: { style: BorderStyle.NONE },
};
const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };

/** A table as wide as the text; a row that is too short is filled up. */
export function tableOf(rows: Cell[][], width: number, { align = [], shares = [], heads = 1 }: TableSetting = {}): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)), 1);
  const all = Array.from({ length: columns }, (_, at) => shares[at] ?? 1);
  const sum = all.reduce((a, b) => a + b, 0);
  const widths = all.map((share) => Math.floor((width * share) / sum));
  return new Table({
    width: { size: width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: RULES,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: rows.map((row, at) => new TableRow({
      tableHeader: at < heads, cantSplit: at < heads || row.every(({ words }) => words.length < LONG_CELL),
      children: placed(row, columns).map(({ cell: { words, children, columns: over = 1 }, column }) => {
        const side = over === 1 ? align[column] : null;
        const said = children ?? [textRun(words, at < heads || column === 0 ? { bold: true } : {})];
        return new TableCell({
          width: { size: widths.slice(column, column + over).reduce((a, b) => a + b, 0), type: WidthType.DXA }, ...(over > 1 ? { columnSpan: over } : {}),
          children: [styled('TableText', words, said, side ? { alignment: ALIGN[side] } : {})],
        });
      }),
    })),
  });
}

function placed(row: readonly Cell[], columns: number): { cell: Cell; column: number }[] {
  const cells: { cell: Cell; column: number }[] = [];
  for (let column = 0, at = 0; column < columns; at++) {
    const cell = row[at] ?? { words: '' };
    cells.push({ cell, column });
    column += cell.columns ?? 1;
  }
  return cells;
}

/** The comparison of countries: a table for the domains, and one for what holds back. */
export function compareBlocks(item: LaidTable, width: number): (Paragraph | Table)[] {
  return [
    headingOf(item.level, item.table.title), styled('Source', COUNT_WORDS),
    ...compareParts(item.table).flatMap((part) => [part.kind === 'grid' ? gridOf(part, width) : listingOf(part, width), styled('TableText', '')]),
  ];
}

function gridOf({ columns, rows }: Grid, width: number): Table {
  const written = (cell: Grid['rows'][number]['cells'][number]): Cell => ({ words: cell.count === 0 ? 'no passage' : `${counted(cell.count, 'passage')}${cell.text === null ? '' : `. ${cell.text}`}` });
  return tableOf([[{ words: '' }, ...columns.map(({ label }) => ({ words: label }))], ...rows.map(({ label, cells }) => [{ words: label }, ...cells.map(written)])], width, { shares: [1, ...columns.map(() => 2)] });
}

function listingOf({ heading, rows }: Listing, width: number): Table {
  const lines = rows.flatMap(({ label, lines: found, without }) => [
    ...found.map(({ column, cell }) => [label, column.label, String(cell.count), cell.text ?? '']),
    ...(without.length === 0 ? [] : [[label, without.join(', '), '0', '']]),
  ]);
  const cells = [['', heading, 'Passages', 'In the report’s words'], ...lines].map((row) => row.map((words) => ({ words })));
  return tableOf(cells, width, { align: [null, null, 'right', null], shares: [2, 3, 1, 5] });
}
