import { useState } from 'react';
import type { Result } from '../../db/contract/methods.ts';
import { pageWords } from '../../db/model/cite.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { partsOf } from '../../db/model/sentences.ts';
import { stretchesOf } from '../../db/model/stretches.ts';
import { Button } from '../parts/button.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { Problem, Waiting } from '../parts/states.tsx';
import { useCall } from '../parts/use-call.ts';
import { count } from '../parts/words.ts';
import { keptOf, trimmed, type PassagesItem } from './item-changes.ts';
import styles from './windows.module.css';

type Shown = Result<'compose.passages'>['passages'][number];

/** Which sentences of an item's passages are printed. */
export function TrimWindow({ item, onChange, onClose }: { item: PassagesItem; onChange: (item: PackItem) => void; onClose: () => void }) {
  const { value, error, retry } = useCall('compose.passages', { item });
  return (
    <Window title="Trim to sentences" kind="wide" open onClose={onClose}>
      {error && <Problem error={error} retry={retry} />}
      {!value && !error && <Waiting what="Reading the passages" />}
      {value && <Sentences item={item} passages={value.passages} onChange={onChange} onClose={onClose} />}
    </Window>
  );
}

/** The sentences of a passage, or the rows of a table, without the blanks behind them. */
function cut(passage: Shown): { start: number; words: string }[] {
  return partsOf(passage).map(({ start, end }) => ({ start, words: passage.text.slice(start, end).trim() })).filter(({ words }) => words !== '');
}

/** The numbers of the sentences that are kept, be it in part; all, where what is kept is not in the text any more. */
function chosenOf(passage: Shown, kept: readonly string[] | undefined): Set<number> {
  const { text } = passage;
  const spans = partsOf(passage).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const stretches = kept && stretchesOf(text, kept);
  return new Set(spans.flatMap(({ start, end }, at) => (!stretches || stretches.some((stretch) => stretch.start < end && stretch.end > start) ? [at] : [])));
}

function Sentences({ item, passages, onChange, onClose }: { item: PassagesItem; passages: readonly Shown[]; onChange: (item: PackItem) => void; onClose: () => void }) {
  const [chosen, setChosen] = useState(() => {
    const kept = keptOf(item);
    return new Map(passages.map((passage) => [passage.id, chosenOf(passage, kept.get(passage.id))]));
  });
  const set = (id: string, at: Iterable<number>): void => setChosen((now) => new Map(now).set(id, new Set(at)));
  const done = (): void => {
    const keep = new Map(passages.map((passage) => {
      const sentences = cut(passage);
      const mine = chosen.get(passage.id)!;
      return [passage.id, mine.size === sentences.length ? null : sentences.flatMap(({ words }, at) => (mine.has(at) ? [words] : []))] as const;
    }));
    onChange(trimmed(item, keep));
    onClose();
  };
  const left = passages.reduce((sum, passage) => sum + cut(passage).length - chosen.get(passage.id)!.size, 0);
  const part = passages.some(({ kind }) => kind === 'table') ? 'part' : 'sentence';
  return (
    <>
      <p className={styles['said']}>What is not chosen is left out and shown as […] on paper. Its notes go with it.</p>
      <div className={styles['passages']}>
        {passages.map((passage) => {
          const { id, pages, section } = passage;
          const sentences = cut(passage);
          const mine = chosen.get(id)!;
          return (
            <fieldset key={id} className={styles['passage']}>
              <legend className={styles['legend']}>
                <span>{[section, pageWords(pages)].filter(Boolean).join(', ') || 'Passage'}</span>
                <Button look="quiet" onPress={() => set(id, mine.size === sentences.length ? [] : sentences.keys())}>{mine.size === sentences.length ? 'Leave out' : 'All of it'}</Button>
              </legend>
              {sentences.map(({ start, words }, at) => (
                <label key={start} className={styles['sentence']}>
                  <input type="checkbox" checked={mine.has(at)} onChange={() => set(id, mine.has(at) ? [...mine].filter((n) => n !== at) : [...mine, at])} />
                  <span>{words}</span>
                </label>
              ))}
            </fieldset>
          );
        })}
      </div>
      <Answers>
        <output className={styles['count']}>{left === 0 ? 'Nothing is left out.' : `${count(left, part)} left out.`}</output>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" onPress={done}>Trim</Button>
      </Answers>
    </>
  );
}
