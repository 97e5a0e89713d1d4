import { pageWords } from '../../db/model/cite.ts';
import { readRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Go } from '../parts/link.tsx';
import { Snippet } from '../parts/marked.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { Problem } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import styles from './similar-passages.module.css';

const MOST = 6;
/** The list may lie below the edge of the pane, behind a long passage. */
const bringUp = (list: Element | null): void => list?.scrollIntoView({ block: 'nearest' });

interface Place {
  report: string;
  passage: string;
}

/** More like the selected passage, looked for when the reader asks. */
export function SimilarPassages({ at, open, onTurn }: { at: Place; open: boolean; onTurn: () => void }) {
  return (
    <PaneGroup title="More like this" aside={<Button look="quiet" aria-expanded={open} onPress={onTurn}>{open ? 'Hide' : 'Find'}</Button>}>
      {open && <SimilarList at={at} />}
    </PaneGroup>
  );
}

/** Passages that speak of the same things; each leads to its place in the text. */
export function SimilarList({ at }: { at: Place }) {
  const { changes } = useServices();
  const { value, error, waiting, retry } = useCall('search.similar', { ...at, limit: MOST }, useStore(changes.library));
  if (error) return <Problem error={error} retry={retry} />;
  if (!value || waiting) return null;
  if (value.hits.length === 0) return <p className={styles['none']}>No other passage speaks of the same things.</p>;
  return (
    <ol ref={bringUp} className={styles['list']} aria-label="Passages like this one">
      {value.hits.map((hit) => (
        <li key={`${hit.report}/${hit.id}`} className={styles['one']}>
          <Go to={readRoute({ report: hit.report, chapter: hit.chapter, passage: hit.id, lit: true })} className={styles['way']}>
            {[hit.sectionTitle ?? hit.chapterTitle, pageWords(hit.pages)].filter(Boolean).join(', ')}
          </Go>
          <p className={styles['text']}><Snippet parts={hit.snippet} /></p>
        </li>
      ))}
    </ol>
  );
}
