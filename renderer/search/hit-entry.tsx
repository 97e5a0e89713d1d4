import { memo } from 'react';
import { authorWords, pageWords } from '../../db/model/cite.ts';
import { formatRoute, readRoute } from '../app/router.ts';
import { useLabels, useServices } from '../app/services.ts';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { Snippet } from '../parts/marked.tsx';
import { Tags } from '../parts/tags.tsx';
import { usePassageActions } from '../parts/use-passage-actions.ts';
import { useRoom } from '../parts/use-room.ts';
import type { Hit } from './use-search.ts';
import styles from './hit-list.module.css';

interface HitProps {
  hit: Hit;
  index: number;
  selected: boolean;
  onSelect: (index: number) => void;
}

/** What a hit is about in one word: its countries where it has any, else its chapter. */
function subject(hit: Hit, label: (facet: string, value: string) => string): string {
  const countries = hit.tags.filter((tag) => tag.facet === 'country').map((tag) => label('country', tag.value));
  return countries.length > 0 && countries.length <= 3 ? countries.join(', ') : hit.chapterTitle;
}

/** One passage that was found: where it stands, its words, what it is about, and why it was found. */
export const HitEntry = memo(function HitEntry({ hit, index, selected, onSelect }: HitProps) {
  const { router } = useServices();
  const label = useLabels();
  const room = useRoom();
  const { add, copy } = usePassageActions();
  const route = readRoute({ report: hit.report, chapter: hit.chapter, passage: hit.id, lit: true, note: hit.footnote });
  const about = subject(hit, label);
  const place = hit.sectionTitle ?? (about === hit.chapterTitle ? '' : hit.chapterTitle);
  return (
    <article className={classes(styles['hit'], selected && styles['selected'])} aria-current={selected ? 'true' : undefined}>
      <div className={styles['source']}>
        <h2 className={styles['heading']}>
          <a
            href={formatRoute(route)} onFocus={() => !selected && onSelect(index)}
            onClick={(event) => {
              if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              // Beside the pane that shows it, a press selects and a second one opens; Enter (which counts no presses) always opens.
              if (event.detail !== 1 || room !== 'wide') router.go(route);
              else onSelect(index);
            }}
          >
            <b>{about}</b>
            {place}
          </a>
        </h2>
        <span className={styles['page']}>{[pageWords(hit.pages), authorWords(hit.authors)].filter(Boolean).join(' · ')}</span>
      </div>
      <p className={styles['text']}>
        {hit.footnote !== null && <span className={styles['why']}>Note {hit.footnote}: </span>}
        <Snippet parts={hit.snippet} />
      </p>
      <div className={styles['foot']}>
        <Tags tags={hit.tags} />
        {hit.why.length > 0 && <span className={styles['why']}>{hit.why.join(', ')}</span>}
        <span className={styles['actions']}>
          <button type="button" className={styles['action']} aria-label="Add to pack" onClick={() => add(hit.report, hit.id)}><Icon name="plus" size={13} /><span>Add to pack</span></button>
          <button type="button" className={styles['action']} aria-label="Copy with citation" onClick={() => void copy(hit.report, hit.id)}><Icon name="copy" size={13} /><span>Copy</span></button>
        </span>
      </div>
    </article>
  );
});
