import { useState } from 'react';
import type { PackItem } from '../../db/model/pack.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions, type Choice } from '../parts/menu.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { ChapterPicker } from './chapter-picker.tsx';
import { PicturePicker } from './picture-picker.tsx';
import styles from './items-rail.module.css';

/** Everything that can be put into a pack from here; it goes behind the item that is selected. */
export function AddItem({ onAdd }: { onAdd: (item: PackItem) => void }) {
  const { changes, router } = useServices();
  const { value } = useCall('library.list', {}, useStore(changes.library));
  const [picking, setPicking] = useState<'chapter' | 'picture' | null>(null);
  const reports = value?.reports ?? [];
  const more: Choice[] = [
    { id: 'points', label: 'Talking points', icon: 'list' },
    { id: 'figures', label: 'A table of figures', icon: 'list' },
    { id: 'passages', label: 'Passages, from Search', icon: 'search', apart: true },
    { id: 'chapter', label: 'A whole chapter…', icon: 'page', disabled: reports.length === 0 },
    { id: 'picture', label: 'A picture from a report…', icon: 'page', disabled: reports.length === 0 },
    ...reports.map(({ id, title }): Choice => ({ id: `compare ${id}`, label: reports.length === 1 ? 'Countries side by side' : `Countries side by side: ${title}`, icon: 'list' })),
    { id: 'divider', label: 'A divider', icon: 'minus', apart: true },
    { id: 'break', label: 'A page break', icon: 'right' },
  ];
  const act = (id: string): void => {
    if (id === 'passages') router.go(router.last('search'));
    else if (id === 'chapter' || id === 'picture') setPicking(id);
    else if (id === 'points') onAdd({ kind: 'points', title: 'Talking points', points: [] });
    else if (id === 'figures') onAdd({ kind: 'figures', title: 'Figures', rows: [] });
    else if (id === 'divider') onAdd({ kind: 'divider' });
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
      <ChapterPicker reports={reports} open={picking === 'chapter'} onClose={() => setPicking(null)} onPick={(report, chapter) => onAdd({ kind: 'chapter', report, chapter })} />
      <PicturePicker reports={reports} open={picking === 'picture'} onClose={() => setPicking(null)} onPick={(report, passage) => onAdd({ kind: 'picture', report, passage })} />
    </div>
  );
}
