import { useState } from 'react';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import type { Passage, Review } from './use-review.ts';
import styles from './review.module.css';

/** What a passage is about: every value of every facet, to be set and taken away. */
export function TagsWindow({ passage, review, onClose }: { passage: Passage; review: Review; onClose: () => void }) {
  const { taxonomies } = useServices();
  const [chosen, setChosen] = useState(() => new Set(passage.tags.map(({ facet, value }) => `${facet}/${value}`)));
  const toggle = (name: string): void => setChosen((now) => new Set(now.has(name) ? [...now].filter((other) => other !== name) : [...now, name]));
  const save = async (): Promise<void> => {
    onClose();
    const had = new Set(passage.tags.map(({ facet, value }) => `${facet}/${value}`));
    for (const { facet, values } of taxonomies) {
      for (const { value } of values) {
        const on = chosen.has(`${facet}/${value}`);
        // Each tag is a correction of its own, so that each can be taken back; where one fails, the others are not tried.
        if (on !== had.has(`${facet}/${value}`) && !await review.correct({ kind: 'retag', passage: passage.id, facet, value, on }, 'The tags were changed.')) return;
      }
    }
  };
  return (
    <Window title="What the passage is about" kind="wide" open onClose={onClose}>
      <div className={styles['facets']}>
        {taxonomies.map(({ facet, label, values }) => (
          <fieldset key={facet} className={styles['facet']}>
            <legend>{label}</legend>
            {values.map(({ value, label: words }) => (
              <label key={value} className={styles['value']}>
                <input type="checkbox" checked={chosen.has(`${facet}/${value}`)} onChange={() => toggle(`${facet}/${value}`)} />
                {words}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Answers>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" onPress={() => void save()}>Change the tags</Button>
      </Answers>
    </Window>
  );
}
