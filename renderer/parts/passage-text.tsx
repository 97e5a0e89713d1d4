import type { ReactNode } from 'react';
import type { NoteMarker } from '../../db/model/report.ts';
import { cutAtWords, Marked } from './marked.tsx';
import styles from './passage-text.module.css';

interface PassageTextProps {
  text: string;
  calls: readonly NoteMarker[];
  /** How many letters at the beginning are a heading within the paragraph. */
  lead?: number;
  /** How a call to a note is drawn; plain raised figures where nothing is said. */
  call?: (n: string, offset: number) => ReactNode;
  /** Words that were looked for, as this text writes them: they are marked. */
  words?: readonly string[];
}

/** A passage's words with the calls to its notes at their places, as text nodes only. */
export function PassageText({ text, calls, lead = 0, call, words }: PassageTextProps) {
  const pieces: ReactNode[] = [];
  let from = lead;
  const marked = (start: number, end: number): ReactNode => (words === undefined ? text.slice(start, end) : <Marked key={`at ${start}`} parts={cutAtWords(text.slice(start, end), words)} />);
  calls.toSorted((a, b) => a.offset - b.offset).forEach(({ n, offset }) => {
    const end = Math.min(Math.max(offset, from), text.length);
    if (end > from) pieces.push(marked(from, end));
    pieces.push(<sup key={`${offset}/${n}`} className={styles['call']}>{call ? call(n, offset) : n}</sup>);
    from = end;
  });
  pieces.push(marked(from, text.length));
  return (
    <>
      {lead > 0 && <b className={styles['lead']}>{text.slice(0, lead)}</b>}
      {pieces}
    </>
  );
}
