import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { focusAtOnce } from '../parts/focus-at-once.ts';
import { cutsOf, nearestCut, stepCut } from './cuts.ts';
import type { Passage, Review } from './use-review.ts';
import styles from './review.module.css';

interface SplitProps {
  passage: Passage;
  /** Where the importer joined two pieces, which is the likeliest place. */
  offset: number | null;
  review: Review;
  onClose: () => void;
}

/** Letters of the second passage that are read aloud. */
const SPOKEN = 60;

/** Where to cut a passage: by pressing a word, or with the arrow keys by words and by sentences. */
export function SplitWindow({ passage: { id, text }, offset, review, onClose }: SplitProps) {
  const cuts = useMemo(() => cutsOf(text), [text]);
  const [at, setAt] = useState(() => offset ?? nearestCut(cuts.sentences, text.length / 2) ?? nearestCut(cuts.words, text.length / 2));
  const halves = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [view, second] = [halves.current, halves.current?.lastElementChild];
    if (at !== null && view && second) view.scrollTop += second.getBoundingClientRect().top - view.getBoundingClientRect().top - view.clientHeight / 2;
  }, [at]);
  if (at === null) {
    return <Window title="Split the passage" open onClose={onClose}><p>This passage is a single word; it cannot be split.</p></Window>;
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      split();
      return;
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    setAt(stepCut(cuts.sentences, at, event.key === 'ArrowDown' ? 1 : -1));
  };
  const split = (): void => {
    onClose();
    void review.correct({ kind: 'split', passage: id, offset: at }, 'The passage was split.');
  };
  return (
    <Window title="Split the passage" kind="wide" open onClose={onClose}>
      <label className={styles['cut']}>
        <span className={styles['hint']}>Press the word with which the second passage begins, or move the cut: ← → by words, ↑ ↓ by sentences.</span>
        <input
          type="range" min={0} max={cuts.words.length - 1} value={cuts.words.findLastIndex((cut) => cut <= at)} ref={focusAtOnce} aria-label="Where the second passage begins"
          aria-valuetext={text.slice(at, at + SPOKEN)} onKeyDown={onKey} onChange={(event) => setAt(cuts.words[event.target.valueAsNumber] ?? at)}
        />
      </label>
      <div className={styles['halves']} ref={halves}>
        <Half text={text} from={0} to={at} starts={cuts.words} onCut={setAt} />
        <Half text={text} from={at} to={text.length} starts={cuts.words} onCut={setAt} />
      </div>
      <Answers>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" onPress={split}>Split here</Button>
      </Answers>
    </Window>
  );
}

function Half({ text, from, to, starts, onCut }: { text: string; from: number; to: number; starts: readonly number[]; onCut: (at: number) => void }) {
  const bounds = [from, ...starts.filter((start) => start > from && start < to), to];
  return (
    <p className={styles['half']}>
      {bounds.slice(0, -1).map((start, n) => (
        // The keyboard moves the cut from the slider above it.
        <span key={start} role="presentation" onClick={start === 0 ? undefined : () => onCut(start)}>{text.slice(start, bounds[n + 1])}</span>
      ))}
    </p>
  );
}
