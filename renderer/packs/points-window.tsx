import { useRef } from 'react';
import type { Point } from '../../db/model/pack.ts';
import { Button } from '../parts/button.tsx';
import { Choice, type Option } from '../parts/choice.tsx';
import { Line, Lines } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import type { OwnItem } from './item-changes.ts';
import { refName, refOf, type NamedSource } from './sources.ts';
import styles from './windows.module.css';

type PointsItem = Extract<OwnItem, { kind: 'points' }>;

interface PointsWindowProps {
  item: PointsItem;
  /** The passages of the pack that a point may rest on. */
  sources: readonly NamedSource[];
  /** @param field what is typed into, null for a change that is a step of its own */
  onChange: (item: PointsItem, field: string | null) => void;
  onClose: () => void;
}

/** Talking points: each a line of its own with what it rests on. What is typed is kept at every pause. */
export function PointsWindow({ item, sources, onChange, onClose }: PointsWindowProps) {
  const list = useRef<HTMLOListElement>(null);
  const set = (points: Point[], field: string | null = null): void => onChange({ ...item, points }, field);
  const change = (at: number, point: Point, field: string | null = null): void => set(item.points.map((one, n) => (n === at ? point : one)), field);
  const move = (at: number, by: 1 | -1): void => {
    const points = [...item.points];
    const [moved] = points.splice(at, 1);
    points.splice(at + by, 0, moved!);
    set(points);
  };
  const add = (): void => {
    set([...item.points, { text: '' }]);
    // The new point is on the screen with the next frame.
    requestAnimationFrame(() => list.current?.querySelector<HTMLTextAreaElement>('li:last-child textarea')?.focus());
  };
  const options = (point: Point): Option[] => {
    const known = sources.map(({ label, ref }) => ({ id: refName(ref), label }));
    const own = point.source && !known.some(({ id }) => id === refName(point.source!)) ? [{ id: refName(point.source), label: 'Its passage' }] : [];
    return [{ id: '', label: 'No source' }, ...own, ...known];
  };
  return (
    <Window title="Talking points" kind="wide" open onClose={onClose}>
      {item.hint && <p className={styles['said']}>{item.hint}</p>}
      <Line label="Title" value={item.title} onChange={(title) => onChange({ ...item, title }, 'title')} />
      <ol ref={list} className={styles['points']}>
        {item.points.map((point, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- points have no other name; all of them are drawn from what they say
          <li key={at} className={styles['point']}>
            <Lines label={`Point ${at + 1}`} rows={2} maxLength={5000} value={point.text} onChange={(text) => change(at, { ...point, text }, `point ${at}`)} />
            <div className={styles['pointFoot']}>
              <Choice
                hidden label={`What point ${at + 1} rests on`} value={point.source ? refName(point.source) : ''} options={options(point)}
                onChange={(name) => change(at, name === '' ? { text: point.text } : { text: point.text, source: refOf(name) })}
              />
              <Button look="quiet" icon aria-label={`Move point ${at + 1} up`} isDisabled={at === 0} onPress={() => move(at, -1)}><Icon name="up" /></Button>
              <Button look="quiet" icon aria-label={`Move point ${at + 1} down`} isDisabled={at === item.points.length - 1} onPress={() => move(at, 1)}><Icon name="down" /></Button>
              <Button look="quiet" icon aria-label={`Remove point ${at + 1}`} onPress={() => set(item.points.filter((_, n) => n !== at))}><Icon name="trash" /></Button>
            </div>
          </li>
        ))}
      </ol>
      <Button onPress={add}><Icon name="plus" size={13} />A point</Button>
      <Answers>
        <Button look="go" onPress={onClose}>Done</Button>
      </Answers>
    </Window>
  );
}
