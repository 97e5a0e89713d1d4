import type { ReactNode } from 'react';
import type { AttacheError } from '../../db/model/errors.ts';
import { Button } from './button.tsx';
import styles from './states.module.css';

/** Says that something is being fetched; it shows only where that takes longer than 150 ms (the style waits). */
export function Waiting({ what }: { what: string }) {
  return (
    <output className={styles['waiting']}>
      <span className={styles['dots']} aria-hidden="true"><i /><i /><i /></span>
      {what}
    </output>
  );
}

/** What went wrong, in the library's own sentence, and a way to try again. */
export function Problem({ error, retry, children }: { error: AttacheError; retry?: () => void; children?: ReactNode }) {
  return (
    <div className={styles['problem']} role="alert">
      <p className={styles['sentence']}>{error.message}</p>
      <div className={styles['ways']}>
        {retry && <Button onPress={retry}>Try again</Button>}
        {children}
      </div>
    </div>
  );
}

/** A place with nothing in it yet: what it is for, and the first step. */
export function Empty({ title, children, action, level = 2 }: { title: string; children: ReactNode; action?: ReactNode; level?: 1 | 2 }) {
  const Title = `h${level}` as const;
  return (
    <div className={styles['empty']}>
      <Title className={styles['title']}>{title}</Title>
      <div className={styles['text']}>{children}</div>
      {action && <div className={styles['ways']}>{action}</div>}
    </div>
  );
}
