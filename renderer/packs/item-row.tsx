import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { PackItem } from '../../db/model/pack.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { Snippet } from '../parts/marked.tsx';
import { Actions } from '../parts/menu.tsx';
import { count } from '../parts/words.ts';
import type { ItemHit } from './find-in-pack.tsx';
import { actionsFor, type ItemAction } from './item-actions.ts';
import { ItemEditor } from './item-editor.tsx';
import { shownWords } from './item-words.ts';
import type { Row } from './session.ts';
import type { PackEntry } from './use-preview.ts';
import styles from './items-rail.module.css';

interface ItemRowProps {
  row: Row;
  /** What it is on paper, once that is known. */
  entry: PackEntry | null;
  /** The page on which it begins, once that is known. */
  page: number | null;
  editing: boolean;
  first: boolean;
  last: boolean;
  /** How deep it stands under headings. */
  depth: number;
  /** What was found in it, while something is looked for. */
  hit: ItemHit | null;
  /** How many items stand under it. */
  group: number;
  folded: boolean;
  onFold: () => void;
  onAct: (action: ItemAction) => void;
  onDone: () => void;
  onChange: (item: PackItem) => void;
}

/** One item: its handle, what it shows, and what can be done with it. */
export function ItemRow({ row, entry, page, editing, first, last, depth, hit, group, folded, onFold, onAct, onDone, onChange }: ItemRowProps) {
  const { item } = row;
  const { title, detail } = shownWords(item, entry);
  const trimmed = ('keep' in item && item.keep) || ('trims' in item && item.trims);
  const remark = 'remark' in item ? item.remark : undefined;
  return (
    <GridListItem
      id={row.key} textValue={title}
      className={classes(styles['item'], item.kind === 'heading' && styles['isHeading'], (item.kind === 'pageBreak' || item.kind === 'divider') && styles['isBreak'], depth === 1 && styles['under'], depth === 2 && styles['underTwo'])}
    >
      <AriaButton slot="drag" className={styles['grip']!} aria-label={`Move “${title}”`}><Icon name="grip" /></AriaButton>
      <div className={styles['body']}>
        {editing && (item.kind === 'heading' || item.kind === 'text') ? <ItemEditor item={item} onChange={onChange} onDone={onDone} /> : (
          <>
            <div className={styles['name']}>{title}</div>
            {(detail || trimmed) && <small className={styles['detail']}>{[detail, trimmed ? 'trimmed' : ''].filter(Boolean).join(' · ')}</small>}
            {remark && <small className={styles['remark']}><Icon name="note" size={12} /> {remark}</small>}
            {hit && <small className={styles['detail']}><Snippet parts={hit.snippet} />{hit.count > 1 && ` (${count(hit.count, 'time')})`}</small>}
            {entry?.problem && <small className={styles['problem']}><Icon name="warning" size={12} /> {entry.problem}</small>}
          </>
        )}
      </div>
      {page !== null && <span className={styles['page']}><span className="aloud">page </span>{page}</span>}
      {group > 0 && (
        <Button look="quiet" icon aria-expanded={!folded} aria-label={`${folded ? 'Unfold' : 'Fold'} “${title}”, ${count(group, 'item')}`} onPress={onFold}>
          {folded && <small className={styles['group']}>{group}</small>}
          <Icon name={folded ? 'right' : 'down'} size={14} />
        </Button>
      )}
      <Actions label={`Actions for ${title}`} onAction={(id) => onAct(id as ItemAction)} items={actionsFor(row, first, last)}>
        <Button look="quiet" icon aria-label={`More for “${title}”`}><Icon name="more" /></Button>
      </Actions>
    </GridListItem>
  );
}
