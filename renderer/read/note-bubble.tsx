import type { RefObject } from 'react';
import { Bubble } from '../parts/overlay.tsx';
import { NoteText } from '../parts/note-text.tsx';
import type { Chapter } from './blocks.ts';
import styles from './bubbles.module.css';

interface NoteBubbleProps {
  notes: Chapter['footnotes'];
  /** The number of the note that was pressed, or null. */
  n: string | null;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** A note where its call was pressed; one that only says "Ibid." brings the note that it means. */
export function NoteBubble({ notes, n, anchor, onClose }: NoteBubbleProps) {
  const note = notes.find((one) => one.n === n);
  const meant = note?.refersTo ? notes.find((one) => one.id === note.refersTo) : undefined;
  return (
    <Bubble label={`Note ${n ?? ''}`} anchor={anchor} open={n !== null} onClose={onClose} placement="bottom">
      <p className={styles['note']}>
        <b className={styles['number']}>{n}</b>
        {note ? <NoteText text={note.text} /> : 'This note’s text was not found when the report was imported.'}
      </p>
      {meant && (
        <p className={styles['meant']}>
          It means note {meant.n}: <NoteText text={meant.text} />
        </p>
      )}
    </Bubble>
  );
}
