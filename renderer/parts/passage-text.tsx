import type { ReactNode } from 'react';
import type { NoteMarker } from '../../db/model/report.ts';
import styles from './passage-text.module.css';

interface PassageTextProps {
  text: string;
  calls: readonly NoteMarker[];
  /** How many letters at the beginning are a heading within the paragraph. */
  lead?: number;
  /** How a call to a note is drawn; plain raised figures where nothing is said. */
  call?: (n: string, offset: number) => ReactNode;
}

/** A passage's words with the calls to its notes at their places, as text nodes only. */
export function PassageText({ text, calls, lead = 0, call }: PassageTextProps) {
  const pieces: ReactNode[] = [];
  let from = lead;
  calls.toSorted((a, b) => a.offset - b.offset).forEach(({ n, offset }) => {
    const end = Math.min(Math.max(offset, from), text.length);
    if (end > from) pieces.push(text.slice(from, end));
    pieces.push(<sup key={`${offset}/${n}`} className={styles['call']}>{call ? call(n, offset) : n}</sup>);
    from = end;
  });
  pieces.push(text.slice(from));
  return (
    <>
      {lead > 0 && <b className={styles['lead']}>{text.slice(0, lead)}</b>}
      {pieces}
    </>
  );
}
