import { useRef } from 'react';
import type { FigureRow } from '../../db/model/pack.ts';
import { Button } from '../parts/button.tsx';
import { Line } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { useCall } from '../parts/use-call.ts';
import type { OwnItem } from './item-changes.ts';
import styles from './windows.module.css';

type FiguresItem = Extract<OwnItem, { kind: 'figures' }>;

interface FiguresWindowProps {
  item: FiguresItem;
  /** @param field what is typed into, null for a change that is a step of its own */
  onChange: (item: FiguresItem, field: string | null) => void;
  onClose: () => void;
}

const EMPTY: FigureRow = { value: '', year: '', what: '' };
const FIELDS = [['value', 'Figure', 200], ['year', 'Year', 60], ['what', 'What it counts', 1000]] as const;

/** A table of figures, each with its year, what it counts and where it stands. What is typed is kept at every pause. */
export function FiguresWindow({ item, onChange, onClose }: FiguresWindowProps) {
  const table = useRef<HTMLTableElement>(null);
  const set = (rows: FigureRow[], field: string | null = null): void => onChange({ ...item, rows }, field);
  const change = (at: number, row: FigureRow, field: string | null): void => set(item.rows.map((one, n) => (n === at ? row : one)), field);
  const add = (): void => {
    set([...item.rows, EMPTY]);
    // The new row is on the screen with the next frame.
    requestAnimationFrame(() => table.current?.querySelector<HTMLInputElement>('tbody tr:last-child input')?.focus());
  };
  return (
    <Window title="Figures" kind="wide" open onClose={onClose}>
      {item.hint && <p className={styles['said']}>{item.hint}</p>}
      <Line label="Title" value={item.title} onChange={(title) => onChange({ ...item, title }, 'title')} />
      <table ref={table} className={styles['figures']}>
        <thead><tr>{FIELDS.map(([field, label]) => <th key={field} scope="col">{label}</th>)}<th scope="col">Source</th><th scope="col"><span className="aloud">Remove</span></th></tr></thead>
        <tbody>
          {item.rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other name; all of them are drawn from what they say
            <tr key={at}>
              {FIELDS.map(([field, label, most]) => (
                <td key={field}>
                  <input className={styles['cell']} aria-label={`${label}, row ${at + 1}`} maxLength={most} value={row[field]} onChange={(event) => change(at, { ...row, [field]: event.target.value }, `${field} ${at}`)} />
                </td>
              ))}
              <td><Source row={row} at={at} onChange={(changed, field) => change(at, changed, field)} /></td>
              <td><Button look="quiet" icon aria-label={`Remove row ${at + 1}`} onPress={() => set(item.rows.filter((_, n) => n !== at))}><Icon name="trash" /></Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onPress={add}><Icon name="plus" size={13} />A figure</Button>
      <Answers>
        <Button look="go" onPress={onClose}>Done</Button>
      </Answers>
    </Window>
  );
}

/** The passage that a figure was taken from, or a source in words. */
function Source({ row, at, onChange }: { row: FigureRow; at: number; onChange: (row: FigureRow, field: string | null) => void }) {
  const { value } = useCall('read.passage', row.source ?? null);
  if (row.source) {
    const { source: _source, ...rest } = row;
    return (
      <span className={styles['from']}>
        {value ? value.chapter.title : 'A passage'}
        <Button look="quiet" icon aria-label={`Take the passage off row ${at + 1}`} onPress={() => onChange(rest, null)}><Icon name="close" size={12} /></Button>
      </span>
    );
  }
  return (
    <input
      className={styles['cell']} aria-label={`Source, row ${at + 1}`} maxLength={500} value={row.sourceWords ?? ''}
      onChange={(event) => onChange({ ...row, sourceWords: event.target.value }, `source ${at}`)}
    />
  );
}
