import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { PackItem } from '../../db/model/pack.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { Actions } from '../parts/menu.tsx';
import { ItemEditor } from './item-editor.tsx';
import { shownWords } from './item-words.ts';
import type { Row } from './session.ts';
import type { PackEntry } from './use-preview.ts';
import styles from './items-rail.module.css';

interface ItemRowProps {
  row: Row;
  /** What it is on paper, once that is known. */
  entry: PackEntry | null;
  editing: boolean;
  first: boolean;
  last: boolean;
  onEdit: () => void;
  onDone: () => void;
  onRemove: () => void;
  onStep: (by: 1 | -1) => void;
  onChange: (item: PackItem) => void;
}

/** One item: its handle, what it shows, and what can be done with it. */
export function ItemRow({ row, entry, editing, first, last, onEdit, onDone, onRemove, onStep, onChange }: ItemRowProps) {
  const { item } = row;
  const own = item.kind === 'heading' || item.kind === 'text';
  const { title, detail } = shownWords(item, entry);
  const act = (id: string): void => {
    if (id === 'edit') onEdit();
    else if (id === 'remove') onRemove();
    else onStep(id === 'up' ? -1 : 1);
  };
  return (
    <GridListItem id={row.key} textValue={title} className={classes(styles['item'], item.kind === 'heading' && styles['isHeading'], item.kind === 'pageBreak' && styles['isBreak'])}>
      <AriaButton slot="drag" className={styles['grip']!} aria-label={`Move “${title}”`}><Icon name="grip" /></AriaButton>
      <div className={styles['body']}>
        {editing && own ? <ItemEditor item={item} onChange={onChange} onDone={onDone} /> : (
          <>
            <div className={styles['name']}>{title}</div>
            {detail && <small className={styles['detail']}>{detail}</small>}
            {entry?.problem && <small className={styles['problem']}><Icon name="warning" size={12} /> {entry.problem}</small>}
          </>
        )}
      </div>
      <Actions
        label={`Actions for ${title}`} onAction={act}
        items={[
          ...(own ? [{ id: 'edit', label: 'Edit', icon: 'note' as const }] : []),
          { id: 'up', label: 'Move up', icon: 'up', disabled: first }, { id: 'down', label: 'Move down', icon: 'down', disabled: last },
          { id: 'remove', label: 'Take out', icon: 'trash', apart: true, danger: true },
        ]}
      >
        <Button look="quiet" icon aria-label={`More for “${title}”`}><Icon name="more" /></Button>
      </Actions>
    </GridListItem>
  );
}
