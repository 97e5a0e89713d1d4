import { spanAt, tableLook, tableRows, type TableLook } from '../model/table-cells.ts';
import type { LaidPassage, Run } from './laid-out.ts';

/** The words of some runs, without the calls between them. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => ('text' in run ? run.text : '')).join('');
}

/** A cell of a report's table: its text without calls, and with them. */
export interface RunCell {
  words: string;
  runs: Run[];
  /** The first column over which it stands, from 0, and over how many. */
  column: number;
  columns: number;
}

export interface RunTable extends TableLook {
  /** The cells of each row fill all columns. */
  rows: RunCell[][];
}

/** A passage that is a table in rows and cells, each with the calls that stand in it; null for any other, for one whose cells are not told apart, and for one that is shown as a picture. */
export function tableOfPassage({ kind, runs, picture }: Pick<LaidPassage, 'kind' | 'runs' | 'picture'>): RunTable | null {
  if (picture) return null;
  const calls: { offset: number; call: number }[] = [];
  let offset = 0;
  for (const run of runs) {
    if ('text' in run) offset += run.text.length;
    else calls.push({ offset, call: run.call });
  }
  const found = tableRows({ kind, text: wordsOf(runs) }, calls);
  if (!found) return null;
  const look = tableLook(found.map((cells) => cells.map((cell) => cell.text)));
  const rows = found.map((cells, row) => Array.from({ length: look.columns }, (_, column): RunCell => {
    const cell = cells[column] ?? { text: '', calls: [] };
    return { words: cell.text, runs: runsOf(cell), column, columns: spanAt(look, row, column, cells.length) };
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
