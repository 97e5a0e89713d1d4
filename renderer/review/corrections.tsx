import { PaneGroup } from '../parts/panes.tsx';
import { agoWords, count } from '../parts/words.ts';
import type { Correction, Review } from './use-review.ts';
import styles from './review.module.css';

/** The corrections that stand, the newest first; those that have lost their place stand above all others. Acceptances are only counted. */
export function Corrections({ review, corrections }: { review: Review; corrections: readonly Correction[] }) {
  const made = corrections.filter(({ kind }) => kind !== 'accept').toReversed();
  if (made.length === 0) return null;
  const ordered = [...made.filter(({ fits }) => !fits), ...made.filter(({ fits }) => fits)];
  return (
    <PaneGroup title={count(made.length, 'correction')}>
      <ol className={styles['doubts']} aria-label="Corrections">
        {ordered.map(({ id, what, passage, createdAt, fits, message }) => (
          <li key={id}>
            {passage === null ? <div className={styles['doubt']}><What what={what} when={createdAt} /></div> : (
              <button type="button" className={styles['doubt']} onClick={() => review.lookUp(passage)}><What what={what} when={createdAt} /></button>
            )}
            {!fits && message !== null && <p className={styles['lost']}>{message}</p>}
          </li>
        ))}
      </ol>
    </PaneGroup>
  );
}

function What({ what, when }: { what: string; when: string }) {
  return (
    <>
      {what}
      <span className={styles['quiet']}> {agoWords(when)}</span>
    </>
  );
}
