import type { ReactNode } from 'react';
import { cutAtWords, Marked } from './marked.tsx';

/**
 * A note's words. Addresses are no links: nothing here leads out of the machine, but they may break anywhere, and can be
 * selected and copied.
 * @param words that were looked for, as the note writes them: they are marked
 */
export function NoteText({ text, words }: { text: string; words?: readonly string[] | undefined }) {
  const pieces: ReactNode[] = [];
  let end = 0;
  const marked = (from: number, to: number): ReactNode => (words === undefined ? text.slice(from, to) : <Marked key={`at ${from}`} parts={cutAtWords(text.slice(from, to), words)} />);
  for (const { 0: address, index } of text.matchAll(/https?:\/\/\S+/g)) {
    pieces.push(marked(end, index), <span key={index} className="address">{address}</span>);
    end = index + address.length;
  }
  pieces.push(marked(end, text.length));
  return pieces;
}
