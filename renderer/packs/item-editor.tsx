import { useEffect, useRef } from 'react';
import { Input, TextArea, TextField, Toolbar, type KeyboardEvent } from 'react-aria-components';
import type { PackItem } from '../../db/model/pack.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { marked, MARKUP, type Markup } from './markup.ts';
import styles from './items-rail.module.css';

interface ItemEditorProps {
  item: Extract<PackItem, { kind: 'heading' | 'text' }>;
  onChange: (item: PackItem) => void;
  onDone: () => void;
}

const rowAround = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>('[role="row"]') ?? null;

/** A list gives the focus to the row that had it last; so the field's own row has it first. */
function focusInRow(field: HTMLElement | null): void {
  rowAround(field)?.focus();
  field?.focus();
}

/** Own words, written where they stand in the pack. What is typed is kept at every pause. */
export function ItemEditor({ item, onChange, onDone }: ItemEditorProps) {
  // The field goes; whoever wrote in it goes on from its row.
  const finish = (within: Element): void => {
    rowAround(within)?.focus();
    onDone();
  };
  // The keys of the field are its own: the list around it would take them for moves.
  const onKeyDown = (event: KeyboardEvent): void => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (item.kind === 'heading' || event.ctrlKey || event.metaKey));
    if (!done) return;
    event.preventDefault();
    finish(event.currentTarget);
  };
  return item.kind === 'heading'
    ? <HeadingEditor item={item} onChange={onChange} onKeyDown={onKeyDown} onLeave={onDone} />
    : <TextEditor item={item} onChange={onChange} onKeyDown={onKeyDown} onDone={finish} />;
}

interface HeadingEditorProps {
  item: Extract<PackItem, { kind: 'heading' }>;
  onChange: (item: PackItem) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onLeave: () => void;
}

function HeadingEditor({ item, onChange, onKeyDown, onLeave }: HeadingEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => focusInRow(input.current), []);
  return (
    <TextField aria-label="Heading" value={item.text} maxLength={2000} onChange={(text) => onChange({ ...item, text })} onKeyDown={onKeyDown} onBlur={onLeave}>
      <Input ref={input} className={styles['input']!} placeholder="Heading" />
    </TextField>
  );
}

interface TextEditorProps {
  item: Extract<PackItem, { kind: 'text' }>;
  onChange: (item: PackItem) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** @param within something in the row */
  onDone: (within: Element) => void;
}

/** Own text in Markdown, with buttons and keys for what is used most. */
function TextEditor({ item, onChange, onKeyDown, onDone }: TextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusInRow(area.current), []);
  const mark = (how: Markup): void => {
    const field = area.current;
    if (!field) return;
    const made = marked(field.value, field.selectionStart, field.selectionEnd, how);
    onChange({ ...item, markdown: made.text });
    // The field takes the new text first.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(made.from, made.to);
    });
  };
  const onKeys = (event: KeyboardEvent): void => {
    const how = (event.ctrlKey || event.metaKey) && !event.altKey ? MARKUP.find(({ key }) => key === event.key.toLowerCase())?.how : undefined;
    if (how === undefined) return onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
    mark(how);
  };
  return (
    <>
      <Toolbar aria-label="Markup" className={styles['markup']!}>
        {MARKUP.map(({ how, label, icon }) => <Button key={how} look="quiet" icon aria-label={label} onPress={() => mark(how)}>{icon ? <Icon name={icon} /> : <sup>1</sup>}</Button>)}
      </Toolbar>
      <TextField aria-label="Own text, in Markdown" value={item.markdown} maxLength={200_000} onChange={(markdown) => onChange({ ...item, markdown })} onKeyDown={onKeys}>
        <TextArea ref={area} className={styles['input']!} rows={12} placeholder={item.hint ?? 'Talking points, in plain words.'} />
      </TextField>
      <div className={styles['editorFoot']}>
        <small className={styles['detail']}>Markdown: # heading, - list, **bold**, [^1] note</small>
        <Button onPress={({ target }) => onDone(target)}>Done</Button>
      </div>
    </>
  );
}
