import { pageWords } from '../../db/model/cite.ts';
import { readRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Go } from '../parts/link.tsx';
import { Marked } from '../parts/marked.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { Problem } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import styles from './similar-passages.module.css';

const MOST = 6;
/** The list may lie below the edge of the pane, behind a long passage. */
const bringUp = (list: Element | null): void => list?.scrollIntoView({ block: 'nearest' });

/** More like the selected passage, looked for when the reader asks; each leads to its place in the text. */
export function SimilarPassages({ at, open, onTurn }: { at: { report: string; passage: string }; open: boolean; onTurn: () => void }) {
  const { changes } = useServices();
  const { value, error, waiting, retry } = useCall('search.similar', open ? { ...at, limit: MOST } : null, useStore(changes.library));
  return (
    <PaneGroup title="More like this" aside={<Button look="quiet" aria-expanded={open} onPress={onTurn}>{open ? 'Hide' : 'Find'}</Button>}>
      {error && <Problem error={error} retry={retry} />}
      {open && value && !waiting && !error && value.hits.length === 0 && <p className={styles['none']}>No other passage speaks of the same things.</p>}
      {open && value && !waiting && !error && (
        <ol ref={bringUp} className={styles['list']} aria-label="Passages like this one">
          {value.hits.map((hit) => (
            <li key={`${hit.report}/${hit.id}`} className={styles['one']}>
              <Go to={readRoute({ report: hit.report, chapter: hit.chapter, passage: hit.id, lit: true })} className={styles['way']}>
                {[hit.sectionTitle ?? hit.chapterTitle, pageWords(hit.pages)].filter(Boolean).join(', ')}
              </Go>
              <p className={styles['text']}><Marked parts={hit.snippet} /></p>
            </li>
          ))}
        </ol>
      )}
    </PaneGroup>
  );
}
