import { Fragment, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { spanAt, tableLook, type TableCell, type TableLook } from '../../db/model/table-cells.ts';
import type { NoteMarker } from '../../db/model/report.ts';
import { classes } from './classes.ts';
import { PassageText } from './passage-text.tsx';
import styles from './table-text.module.css';

/** How wide a letter is, in ems, so that a column has room for its longest word. */
const LETTER = 0.58;
/** What is between columns. */
const GAP = 14;

interface TableTextProps {
  rows: readonly TableCell<NoteMarker>[][];
  /** How a call to a note is drawn, and which words are marked: as in `PassageText`. */
  call?: (n: string) => ReactNode;
  words?: readonly string[];
}

/**
 * A table's text in rows and cells, with the calls of its notes. What stands between cells stays in the page, unseen, so
 * that a place in the page is a place in the text.
 */
export function TableText({ rows, ...how }: TableTextProps) {
  const look = tableLook(rows.map((cells) => cells.map(({ text }) => text)));
  const [frame, isTooWide] = useTooWide();
  return (
    <div ref={frame} className={styles['frame']} {...(isTooWide ? { role: 'region', 'aria-label': 'Table', tabIndex: 0 } : {})}>
      <table className={styles['table']}>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={cells[0]!.at}>
              {cells.map((cell, column) => {
                const span = spanAt(look, row, column, cells.length);
                return span === 0 ? null : <Cells key={cell.at} cells={cells.slice(column, column + span)} look={look} place={{ row, column, span }} {...how} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether what an element holds is wider than it is: the keyboard has to reach it then, to move it. */
function useTooWide(): [RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null);
  const [isTooWide, setTooWide] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(() => setTooWide(ref.current!.scrollWidth > ref.current!.clientWidth));
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, []);
  return [ref, isTooWide];
}

interface CellsProps extends Omit<TableTextProps, 'rows'> {
  /** The cell, and those that it covers. */
  cells: readonly TableCell<NoteMarker>[];
  look: TableLook;
  place: { row: number; column: number; span: number };
}

function Cells({ cells, look: { heads, figures, room }, place: { row, column, span }, ...how }: CellsProps) {
  const isHead = row < heads;
  const Cell = isHead ? 'th' : 'td';
  const over = span > 1 ? { colSpan: span } : { style: { minWidth: `calc(${room[column]! * LETTER}em + ${GAP}px)` } };
  return (
    <Cell className={classes(figures[column] && span === 1 && styles['figures'])} scope={isHead ? (span > 1 ? 'colgroup' : 'col') : undefined} {...over}>
      {cells.map(({ at, text, calls, behind }) => (
        <Fragment key={at}>
          <PassageText text={text} calls={calls} {...how} />
          <span className={styles['behind']}>{behind}</span>
        </Fragment>
      ))}
    </Cell>
  );
}
