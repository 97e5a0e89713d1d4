import { Input, TextArea, TextField, type KeyboardEvent } from 'react-aria-components';
import type { PackItem } from '../../db/model/pack.ts';
import { Button } from '../parts/button.tsx';
import { focusAtOnce } from '../parts/focus-at-once.ts';
import styles from './items-rail.module.css';

interface ItemEditorProps {
  item: Extract<PackItem, { kind: 'heading' | 'text' }>;
  onChange: (item: PackItem) => void;
  onDone: () => void;
}

/** Own words, written where they stand in the pack. What is typed is kept at every pause. */
export function ItemEditor({ item, onChange, onDone }: ItemEditorProps) {
  // The keys of the field are its own: the list around it would take them for moves.
  const onKeyDown = (event: KeyboardEvent): void => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (item.kind === 'heading' || event.ctrlKey || event.metaKey));
    if (!done) return;
    event.preventDefault();
    onDone();
  };
  if (item.kind === 'heading') {
    return (
      <TextField aria-label="Heading" value={item.text} maxLength={2000} onChange={(text) => onChange({ kind: 'heading', text })} onKeyDown={onKeyDown} onBlur={onDone}>
        <Input ref={focusAtOnce} className={styles['input']!} placeholder="Heading" />
      </TextField>
    );
  }
  return (
    <>
      <TextField aria-label="Own text, in Markdown" value={item.markdown} maxLength={200_000} onChange={(markdown) => onChange({ kind: 'text', markdown })} onKeyDown={onKeyDown}>
        <TextArea ref={focusAtOnce} className={styles['input']!} rows={12} placeholder="Talking points, in plain words." />
      </TextField>
      <div className={styles['editorFoot']}>
        <small className={styles['detail']}>Markdown: # heading, - list, **bold**</small>
        <Button onPress={onDone}>Done</Button>
      </div>
    </>
  );
}
