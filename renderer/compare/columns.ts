import type { Result } from '../../db/contract/methods.ts';

export type Table = Result<'compare.table'>;
export type Row = Table['rows'][number];
export type Cell = Row['cells'][number];
export type Column = Table['columns'][number];

/** What one column shows: a value of the table's, or all limitations taken together. */
export type ShownColumn = { kind: 'value'; column: Column } | { kind: 'limits'; count: number };

/** @param open the limitations each have a column of their own */
export function shownColumns(table: Table, open: boolean): ShownColumn[] {
  const limits = table.columns.filter((column) => column.facet === 'limitation');
  const domains = table.columns.filter((column) => column.facet === 'domain').map((column): ShownColumn => ({ kind: 'value', column }));
  if (limits.length === 0) return domains;
  const rest: ShownColumn[] = open
    ? limits.map((column) => ({ kind: 'value', column }))
    : [{ kind: 'limits', count: table.rows.reduce((sum, row) => sum + row.limited, 0) }];
  return [...domains, ...rest];
}

export function cellOf(row: Row, { facet, value }: Pick<Column, 'facet' | 'value'>): Cell | null {
  return row.cells.find((cell) => cell.facet === facet && cell.value === value) ?? null;
}

/** The limitations of a row, the most frequent first; those without passages are left out. */
export function limitsOf(row: Row): Cell[] {
  return row.cells.filter((cell) => cell.facet === 'limitation' && cell.count > 0).toSorted((a, b) => b.count - a.count);
}
