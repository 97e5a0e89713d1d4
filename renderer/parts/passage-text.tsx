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

/** A longer word than this (an address) may break; its call may then stand on a line of its own. */
const KEPT = 30;

/** The word that a call follows at once, as far as it can be kept on a line with it. */
function lastWord(before: string): string {
  const word = /[^\s–—-]*$/u.exec(before)![0];
  return word.length > KEPT ? '' : word;
}

/** A passage's words with the calls to its notes at their places, as text nodes only. */
export function PassageText({ text, calls, lead = 0, call, words }: PassageTextProps) {
  const pieces: ReactNode[] = [];
  let from = lead;
  const marked = (start: number, end: number): ReactNode => (words === undefined ? text.slice(start, end) : <Marked key={`at ${start}`} parts={cutAtWords(text.slice(start, end), words)} />);
  calls.toSorted((a, b) => a.offset - b.offset).forEach(({ n, offset }) => {
    const end = Math.min(Math.max(offset, from), text.length);
    const last = end - lastWord(text.slice(from, end)).length;
    if (last > from) pieces.push(marked(from, last));
    pieces.push(<span key={`${offset}/${n}`} className={styles['kept']}>{marked(last, end)}<sup className={styles['call']}>{call ? call(n, offset) : n}</sup></span>);
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
