import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './screen.module.css';

/**
 * A screen that is one column of entries under its title: the library, the packs.
 * @param actions what can be done there, beside the title
 */
export function Screen({ title, actions, wide = false, children }: { title: string; actions: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <main className={styles['screen']} id="main" tabIndex={-1}>
      <div className={classes(styles['column'], wide && styles['wide'])}>
        <div className={styles['head']}>
          <h1 className={styles['title']}>{title}</h1>
          {actions}
        </div>
        {children}
      </div>
    </main>
  );
}
