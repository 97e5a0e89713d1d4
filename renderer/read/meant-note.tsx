import { NoteText } from '../parts/note-text.tsx';
import type { Chapter } from './blocks.ts';
import styles from './meant-note.module.css';

type Note = Chapter['footnotes'][number];

interface MeantNoteProps {
  note: Note;
  notes: readonly Note[];
  /** Beside the text there is room for the first words only. */
  short?: boolean;
  /** The reader goes to the note that is meant. */
  onGo: (n: string) => void;
}

/** What a note that only says "Ibid." or "See note 6 above" means: a link to that note, and its words. */
export function MeantNote({ note, notes, short = false, onGo }: MeantNoteProps) {
  const meant = note.refersTo ? notes.find((one) => one.id === note.refersTo) : undefined;
  if (!meant) return null;
  const counted = new RegExp(`\\bnote (?!${meant.n}\\b)\\d+ above`, 'i').test(note.text);
  return (
    <span className={short ? styles['short'] : styles['meant']}>
      {counted ? 'By an earlier count it means ' : 'It means '}
      <button type="button" className={styles['link']} onClick={() => onGo(meant.n)}>note {meant.n}</button>: <NoteText text={meant.text} />
    </span>
  );
}
