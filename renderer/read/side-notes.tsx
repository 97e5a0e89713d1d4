import { useLayoutEffect, useRef, type RefObject } from 'react';
import { classes } from '../parts/classes.ts';
import { NoteText } from '../parts/note-text.tsx';
import type { Chapter } from './blocks.ts';
import { MeantNote } from './meant-note.tsx';
import { stack } from './stack.ts';
import styles from './side-notes.module.css';

interface SideNotesProps {
  notes: Chapter['footnotes'];
  article: RefObject<HTMLElement | null>;
  /** Beside the text at the height of their calls; else below it, one after the other. */
  beside: boolean;
  /** The reader asks where a note is called. */
  onNote: (n: string) => void;
  /** The note that was looked for. */
  lit: string | null;
}

/** Room between two notes, in pixels. */
const GAP_PX = 10;

/** The chapter's notes, each as near to its call as the notes before it allow. */
export function SideNotes({ notes, article, beside, onNote, lit }: SideNotesProps) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const [text, side] = [article.current, list.current];
    if (!text || !side || !beside) return undefined;
    const place = (): void => placeNotes(text, side);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(text);
    observer.observe(side);
    return () => {
      observer.disconnect();
      // The window may become narrow: below the text, notes follow one another.
      side.style.minHeight = '';
      for (const note of side.children) (note as HTMLElement).style.top = '';
    };
  }, [article, beside]);
  const goTo = (n: string): void => {
    const number = list.current?.querySelector<HTMLElement>(`[data-n="${CSS.escape(n)}"] button`);
    number?.focus({ preventScroll: true });
    number?.scrollIntoView({ block: 'center' });
  };
  if (notes.length === 0) return beside ? <div className={styles['beside']} /> : null;
  return (
    <aside className={beside ? styles['beside'] : styles['below']} aria-label="Notes">
      <h2 className={beside ? 'aloud' : styles['title']}>Notes</h2>
      <ol ref={list} className={styles['list']}>
        {notes.map((note) => (
          <li key={note.id} className={classes(styles['note'], note.n === lit && styles['lit'])} data-n={note.n}>
            <button type="button" className={styles['number']} aria-label={`Note ${note.n}, back to the text`} onClick={() => onNote(note.n)}>{note.n}</button>
            <NoteText text={note.text} />
            <MeantNote note={note} notes={notes} short onGo={goTo} />
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** Measures first and moves afterwards, so that the page is laid out once. */
function placeNotes(text: HTMLElement, side: HTMLElement): void {
  const top = side.getBoundingClientRect().top;
  const calls = new Map<string, number>();
  for (const call of text.querySelectorAll<HTMLElement>('[data-note]')) {
    const n = call.dataset['note']!;
    if (!calls.has(n)) calls.set(n, call.getBoundingClientRect().top - top - 4);
  }
  const notes = [...side.children] as HTMLElement[];
  const wanted = notes.map((note) => calls.get(note.dataset['n'] ?? '') ?? null);
  const tops = stack(wanted, notes.map((note) => note.offsetHeight), GAP_PX);
  notes.forEach((note, at) => {
    note.style.top = `${tops[at]}px`;
  });
  const last = notes.length - 1;
  side.style.minHeight = `${(tops[last] ?? 0) + (notes[last]?.offsetHeight ?? 0)}px`;
}
