import { useState } from 'react';
import type { ItemLook, PackItem } from '../../db/model/pack.ts';
import { Choice } from '../parts/choice.tsx';
import { Toggle } from '../parts/fields.tsx';
import { FormWindow } from '../parts/form-window.tsx';
import { MarkingField, type MarkingSource } from '../parts/marking-field.tsx';
import styles from './windows.module.css';

const AS_THE_PACK = 'pack';
const NOTES = [{ id: AS_THE_PACK, label: 'Where the pack’s do' }, { id: 'foot', label: 'At the foot of the page' }, { id: 'end', label: 'At its end' }];

interface ItemPaperWindowProps {
  item: PackItem & ItemLook;
  /** The pack's vocabulary of markings. */
  from: MarkingSource;
  onDone: (item: PackItem) => void;
  onClose: () => void;
}

/** How one item stands on paper: its portion marking, where its notes go, upright or on its side. */
export function ItemPaperWindow({ item, from, onDone, onClose }: ItemPaperWindowProps) {
  const [marking, setMarking] = useState(item.marking ?? '');
  const [notes, setNotes] = useState<string>(item.notes ?? AS_THE_PACK);
  const [landscape, setLandscape] = useState(item.landscape === true);
  const done = (): void => {
    const { marking: _marking, notes: _notes, landscape: _landscape, ...rest } = item;
    onDone({
      ...rest,
      ...(marking.trim() === '' ? {} : { marking: marking.trim() }),
      ...(notes === 'foot' || notes === 'end' ? { notes } : {}),
      ...(landscape ? { landscape } : {}),
    } as PackItem);
  };
  return (
    <FormWindow title="On paper" onDone={done} onClose={onClose}>
      <p className={styles['said']}>The marking stands before this part. The pages carry the highest marking of the pack and its parts.</p>
      <MarkingField label="Marking of this part (user-applied)" value={marking} onChange={setMarking} from={from} />
      <Choice label="Its notes" value={notes} onChange={setNotes} options={NOTES} />
      <Toggle label="On pages that lie on their side" on={landscape} onChange={setLandscape} />
    </FormWindow>
  );
}
