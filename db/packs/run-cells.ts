import { cellRows, tableLook, type TableLook } from '../model/table-cells.ts';
import type { Run } from './laid-out.ts';

/** A cell of a report's table: its text without calls, and with them. */
export interface RunCell {
  words: string;
  runs: Run[];
  /** The first column over which it stands, from 0, and over how many. */
  column: number;
  columns: number;
}

export interface RunTable extends Omit<TableLook, 'spans'> {
  /** The cells of each row fill all columns. */
  rows: RunCell[][];
}

/** A report's table in rows and cells, each with the calls that stand in it; null where its cells are not told apart. */
export function tableOfRuns(runs: readonly Run[]): RunTable | null {
  let text = '';
  const calls: { offset: number; call: number }[] = [];
  for (const run of runs) {
    if ('text' in run) text += run.text;
    else calls.push({ offset: text.length, call: run.call });
  }
  const found = cellRows(text, calls);
  if (!found) return null;
  const { spans, ...look } = tableLook(found.map((cells) => cells.map((cell) => cell.text)));
  const rows = found.map((cells, row) => Array.from({ length: look.columns }, (_, at): RunCell => {
    const columns = cells.length === 1 ? (at === 0 ? look.columns : 0) : row === 0 ? (spans[at] ?? 1) : 1;
    const cell = cells[at] ?? { text: '', calls: [] };
    return { words: cell.text, runs: runsOf(cell), column: at, columns };
  }).filter(({ columns }) => columns > 0));
  return { ...look, rows };
}

function runsOf({ text, calls }: { text: string; calls: readonly { offset: number; call: number }[] }): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { offset, call } of calls) {
    const at = Math.min(offset, text.length);
    if (at > from) runs.push({ text: text.slice(from, at) });
    runs.push({ call });
    from = at;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}
