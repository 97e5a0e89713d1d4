import type { ReactNode } from 'react';
import type { NoteMarker } from '../../db/model/report.ts';
import { classes } from '../parts/classes.ts';
import { PassageText } from '../parts/passage-text.tsx';
import styles from './table-text.module.css';

/** What the importer sets between the cells of a row; rows are lines. */
const BETWEEN = ' | ';
const FIGURES = /^[\d\s.,%+–-]*\d[\d\s.,%+–-]*$/;

interface Cell {
  /** Where it begins in the passage's text. */
  at: number;
  text: string;
  /** What stands behind it in the text, and is not shown. */
  behind: string;
}

/** True for a table whose cells are told apart in its text. */
export const hasCells = (text: string): boolean => text.includes(BETWEEN);

/**
 * A table's text in rows and cells, with the calls of its notes. What stands between cells stays in the page, unseen, so
 * that a place in the page is a place in the text.
 */
export function TableText({ text, calls, call }: { text: string; calls: readonly NoteMarker[]; call: (n: string) => ReactNode }) {
  const rows = rowsOf(text);
  const columns = Math.max(...rows.map((cells) => cells.length));
  return (
    <table className={styles['table']}>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]!.at}>
            {cells.map((cell, nth) => (
              <td key={cell.at} className={classes(FIGURES.test(cell.text) && styles['figures'])} colSpan={nth === cells.length - 1 ? columns - nth : undefined}>
                <PassageText text={cell.text} calls={callsIn(cell, calls)} call={call} />
                <span className={styles['behind']}>{cell.behind}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(text: string): Cell[][] {
  const rows: Cell[][] = [];
  let at = 0;
  const lines = text.split('\n');
  for (const [nth, line] of lines.entries()) {
    const words = line.split(BETWEEN);
    rows.push(words.map((word, column): Cell => {
      const cell = { at, text: word, behind: column < words.length - 1 ? BETWEEN : nth < lines.length - 1 ? '\n' : '' };
      at += word.length + cell.behind.length;
      return cell;
    }));
  }
  return rows;
}

/** The calls in a cell, and those right behind it. */
function callsIn({ at, text, behind }: Cell, calls: readonly NoteMarker[]): NoteMarker[] {
  return calls.filter(({ offset }) => offset >= at && (behind === '' || offset < at + text.length + behind.length)).map((one) => ({ ...one, offset: one.offset - at }));
}
