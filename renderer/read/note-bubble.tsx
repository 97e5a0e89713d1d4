import type { RefObject } from 'react';
import { Bubble } from '../parts/overlay.tsx';
import { NoteText } from '../parts/note-text.tsx';
import type { Chapter } from './blocks.ts';
import { MeantNote } from './meant-note.tsx';
import styles from './bubbles.module.css';

interface NoteBubbleProps {
  notes: Chapter['footnotes'];
  /** The number of the note that was pressed, or null. */
  n: string | null;
  anchor: RefObject<HTMLElement | null>;
  /** The reader goes to where another note is called; the bubble is to be closed. */
  onNote: (n: string) => void;
  onClose: () => void;
}

/** A note where its call was pressed; one that only says "Ibid." brings the note that it means. */
export function NoteBubble({ notes, n, anchor, onNote, onClose }: NoteBubbleProps) {
  const note = notes.find((one) => one.n === n);
  return (
    <Bubble label={`Note ${n ?? ''}`} anchor={anchor} open={n !== null} onClose={onClose} placement="bottom">
      <p className={styles['note']}>
        <b className={styles['number']}>{n}</b>
        {note ? <NoteText text={note.text} /> : 'This note’s text was not found when the report was imported.'}
      </p>
      {note && <MeantNote note={note} notes={notes} onGo={onNote} />}
    </Bubble>
  );
}
