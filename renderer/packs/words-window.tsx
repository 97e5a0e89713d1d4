import { useState } from 'react';
import { Line, Lines } from '../parts/fields.tsx';
import { FormWindow } from '../parts/form-window.tsx';
import styles from './windows.module.css';

interface WordsWindowProps {
  title: string;
  label: string;
  /** A sentence about what the words do. */
  said: string;
  words: string;
  maxLength: number;
  /** On one line, or on several. */
  short?: boolean;
  onDone: (words: string) => void;
  onClose: () => void;
}

/** Asks for the words of a remark, a caption or a title. */
export function WordsWindow({ title, label, said, words, maxLength, short = false, onDone, onClose }: WordsWindowProps) {
  const [typed, setTyped] = useState(words);
  return (
    <FormWindow title={title} onDone={() => onDone(typed)} onClose={onClose}>
      <p className={styles['said']}>{said}</p>
      {short ? <Line label={label} value={typed} onChange={setTyped} maxLength={maxLength} /> : <Lines focused label={label} rows={4} value={typed} onChange={setTyped} maxLength={maxLength} />}
    </FormWindow>
  );
}
