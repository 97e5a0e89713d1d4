import { useState } from 'react';
import type { PackItem } from '../../db/model/pack.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions, type Choice } from '../parts/menu.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { ChapterPicker } from './chapter-picker.tsx';
import styles from './items-rail.module.css';

/** Everything that can be put into a pack from here; it goes behind the item that is selected. */
export function AddItem({ onAdd }: { onAdd: (item: PackItem) => void }) {
  const { changes, router } = useServices();
  const { value } = useCall('library.list', {}, useStore(changes.library));
  const [picking, setPicking] = useState(false);
  const reports = value?.reports ?? [];
  const more: Choice[] = [
    { id: 'passages', label: 'Passages, from Search', icon: 'search' },
    { id: 'chapter', label: 'A whole chapter…', icon: 'page', disabled: reports.length === 0 },
    ...reports.map(({ id, title }): Choice => ({ id: `compare ${id}`, label: reports.length === 1 ? 'Countries side by side' : `Countries side by side: ${title}`, icon: 'list' })),
    { id: 'break', label: 'A page break', icon: 'right', apart: true },
  ];
  const act = (id: string): void => {
    if (id === 'passages') router.go(router.last('search'));
    else if (id === 'chapter') setPicking(true);
    else if (id === 'break') onAdd({ kind: 'pageBreak' });
    else onAdd({ kind: 'compare', report: id.slice('compare '.length) });
  };
  return (
    <div className={styles['add']}>
      <Button onPress={() => onAdd({ kind: 'heading', text: '' })}><Icon name="plus" size={13} />Heading</Button>
      <Button onPress={() => onAdd({ kind: 'text', markdown: '' })}><Icon name="plus" size={13} />Own text</Button>
      <Actions label="Add to the pack" items={more} onAction={act}>
        <Button><Icon name="plus" size={13} />More<Icon name="down" size={12} /></Button>
      </Actions>
      <ChapterPicker reports={reports} open={picking} onClose={() => setPicking(false)} onPick={(report, chapter) => onAdd({ kind: 'chapter', report, chapter })} />
    </div>
  );
}
