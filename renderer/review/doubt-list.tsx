import { DOUBT_KINDS, type DoubtKind } from '../../db/model/doubt.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Choice } from '../parts/choice.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { count } from '../parts/words.ts';
import { Corrections } from './corrections.tsx';
import type { KindFilter, Opened, Review } from './use-review.ts';
import styles from './review.module.css';

export const KIND_WORDS: Record<DoubtKind, string> = { join: 'Joined pieces', order: 'Order', heading: 'Headings', note: 'Notes', tag: 'Tags', other: 'Other' };

/** What is in doubt, by kind, and what was mended. */
export function DoubtList({ review, opened, title }: { review: Review; opened: Opened; title: string }) {
  const { doubts, doubt, filter, setFilter, goTo } = review;
  const options = DOUBT_KINDS.flatMap((kind) => {
    const many = opened.doubts.filter((one) => one.kind === kind).length;
    return many > 0 ? [{ id: kind, label: `${KIND_WORDS[kind]} (${many})` }] : [];
  });
  return (
    <div className={styles['list']}>
      <h1 className={styles['title']}>Review</h1>
      <p className={styles['of']}>{title}</p>
      <PaneGroup title={opened.doubts.length === 0 ? 'No doubts left' : count(opened.doubts.length, 'doubt')} aside={opened.accepted > 0 ? <span className={styles['quiet']}>{opened.accepted} accepted</span> : null}>
        {options.length > 1 && (
          <Choice label="Kind of doubt" hidden value={filter} onChange={(kind) => setFilter(kind as KindFilter)} options={[{ id: 'all', label: 'All kinds' }, ...options]} />
        )}
        {opened.doubts.length === 0 && <p className={styles['quiet']}>{opened.accepted > 0 ? 'Everything was looked at.' : 'The importer was sure of everything. Any passage can still be mended: choose it in the text.'}</p>}
        <ol className={styles['doubts']} aria-label="Doubts">
          {doubts.map((one, index) => (
            <li key={one.key}>
              <button type="button" className={classes(styles['doubt'], one === doubt && styles['here'])} aria-current={one === doubt ? 'true' : undefined} onClick={() => goTo(index)}>
                <span className={styles['kind']}>{KIND_WORDS[one.kind]}</span>
                {one.message}
              </button>
            </li>
          ))}
        </ol>
      </PaneGroup>
      <Corrections review={review} corrections={opened.corrections} />
      <div className={styles['ways']}>
        <Button isDisabled={opened.canUndo === null || review.busy} onPress={review.undo}>Undo</Button>
        <Button isDisabled={opened.canRedo === null || review.busy} onPress={review.redo}>Redo</Button>
      </div>
    </div>
  );
}
