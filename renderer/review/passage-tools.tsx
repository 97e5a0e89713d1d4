import { useRef } from 'react';
import { useCommand } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions, type Choice } from '../parts/menu.tsx';
import type { Change, Review } from './use-review.ts';
import styles from './review.module.css';

type What = Extract<Change, { kind: 'become' }>['what'];

/** What a passage can be. */
export const BECOME: readonly { id: What; label: string }[] = [
  { id: 'paragraph', label: 'Paragraph' }, { id: 'list-item', label: 'List item' }, { id: 'quotation', label: 'Quotation' }, { id: 'pull-quote', label: 'Pull quote' },
  { id: 'caption', label: 'Caption' }, { id: 'table', label: 'Table' }, { id: 'figure', label: 'Figure' },
  { id: 'heading', label: 'Heading of a section' }, { id: 'nothing', label: 'No part of the text' },
];

/** A window in which something more is asked before the passage is changed. */
export type Asking = 'split' | 'tags' | 'rename' | null;

interface ToolsProps {
  review: Review;
  canUndo: string | null;
  onAsk: (what: Asking) => void;
}

/** What can be done with the passage that is looked at, and with the doubt about it. */
export function PassageTools({ review, onAsk }: ToolsProps) {
  const { passage, passages, index, doubt, busy, correct } = review;
  const kinds = useRef<HTMLButtonElement>(null);
  const next = passages[index + 1] ?? null;
  const before = passages[index - 1] ?? null;
  const id = passage?.id ?? '';
  const join = passage && next && (() => void correct({ kind: 'join', passage: id, next: next.id }, 'The two passages are one.'));
  const up = passage && before && (() => void correct({ kind: 'move', passage: id, before: before.id, after: null }, 'The passage was moved up.'));
  const down = passage && next && (() => void correct({ kind: 'move', passage: id, after: next.id }, 'The passage was moved down.'));
  useCommand('review:join', join);
  useCommand('review:up', up);
  useCommand('review:down', down);
  useCommand('review:kind', passage && (() => kinds.current?.click()));

  const items: Choice[] = BECOME.filter(({ id: kind }) => kind !== passage?.kind && kind !== 'table' && kind !== 'figure')
    .map(({ id: kind, label }) => ({ id: kind, label, apart: kind === 'heading', danger: kind === 'nothing' }));
  return (
    <div className={styles['tools']}>
      {doubt && <Button look="go" isDisabled={busy} onPress={() => void review.accept()}><Icon name="check" />Accept</Button>}
      {passage && (
        <>
          <Button isDisabled={busy} onPress={() => onAsk('split')}>Split…</Button>
          <Button isDisabled={busy || !join} onPress={() => join?.()}>Join with next</Button>
          <Button icon aria-label="Move up" isDisabled={busy || !up} onPress={() => up?.()}><Icon name="up" /></Button>
          <Button icon aria-label="Move down" isDisabled={busy || !down} onPress={() => down?.()}><Icon name="down" /></Button>
          <Actions label="What the passage is" items={items} onAction={(what) => void correct({ kind: 'become', passage: id, what: what as What }, 'Done.')}>
            <Button ref={kinds} isDisabled={busy}>It is…</Button>
          </Actions>
          <Button isDisabled={busy} onPress={() => onAsk('tags')}>Tags…</Button>
        </>
      )}
      <Button isDisabled={busy} onPress={() => onAsk('rename')}>Rename…</Button>
    </div>
  );
}
