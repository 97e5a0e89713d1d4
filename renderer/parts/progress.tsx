import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './progress.module.css';

/**
 * How far something is: a bar, and words beneath it.
 * @param part from 0 to 1; null where nobody knows
 * @param says the same for a screen reader
 */
export function Progress({ label, part, says, className, children }: { label: string; part: number | null; says: string; className?: string | undefined; children: ReactNode }) {
  return (
    <ProgressBar aria-label={label} value={part ?? 0} maxValue={1} isIndeterminate={part === null} valueLabel={says} className={classes(className)}>
      <div className={styles['track']}><div className={part === null ? styles['unknown'] : styles['fill']} style={part === null ? {} : { width: `${part * 100}%` }} /></div>
      {children}
    </ProgressBar>
  );
}
