import { describe, expect, test } from 'vitest';
import type { PackItem } from '../../../db/model/pack.ts';
import { depthsOf, endOf, groupOf, movedKeys, seenRows } from '../../../renderer/packs/groups.ts';
import { createHistory } from '../../../renderer/packs/history.ts';
import { keptOf, rangeItem, trimmed, widened, worded } from '../../../renderer/packs/item-changes.ts';
import { marked } from '../../../renderer/packs/markup.ts';
import { stepRow } from '../../../renderer/packs/rows.ts';

const row = (key: string, level?: 1 | 2) => ({ key, item: (level ? { kind: 'heading', text: key, level } : { kind: 'divider' }) as PackItem });
const ROWS = [row('0'), row('A', 1), row('a'), row('B', 2), row('b'), row('C', 1), row('c')];
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key).join('');

describe('Groups under headings', () => {
  test('reach to the next heading of their rank', () => {
    expect(depthsOf(ROWS)).toEqual([0, 0, 1, 1, 2, 0, 1]);
    expect(keys(groupOf(ROWS, 'A'))).toBe('aBb');
    expect(keys(groupOf(ROWS, 'B'))).toBe('b');
    expect(keys(groupOf(ROWS, 'a'))).toBe('');
  });
  test('are hidden while folded, and move with their heading', () => {
    const folded = new Set(['A']);
    expect(keys(seenRows(ROWS, folded))).toBe('0ACc');
    expect(movedKeys(ROWS, ['A'], folded).join('')).toBe('AaBb');
    expect(movedKeys(ROWS, ['A'], new Set()).join('')).toBe('A');
    expect(endOf(ROWS, 'A', folded)).toBe('b');
    expect(keys(stepRow(ROWS, 'A', 1, folded))).toBe('0CcAaBb');
    expect(keys(stepRow(ROWS, 'C', -1, new Set(['C'])))).toBe('0CcAaBb');
    expect(keys(stepRow(ROWS, 'B', -1, new Set(['B'])))).toBe('0ABbaCc');
    expect(keys(stepRow(ROWS, 'a', 1))).toBe('0ABabCc');
  });
});

describe('Undo and redo', () => {
  test('lead through every step and back', () => {
    const history = createHistory<number>(() => 0);
    for (const now of [1, 2, 3]) history.remember(now, null);
    expect([history.undo(4), history.undo(3), history.undo(2), history.undo(1)]).toEqual([3, 2, 1, null]);
    expect([history.redo(1), history.redo(2), history.canRedo()]).toEqual([2, 3, true]);
    history.remember(3, null);
    expect(history.canRedo()).toBe(false);
    expect(history.undo(5)).toBe(3);
  });
  test('letters typed into one field are one step, until the hand rests or another field is typed into', () => {
    let time = 0;
    const history = createHistory<string>(() => time);
    const type = (before: string, field: string, after: number): void => {
      time += after;
      history.remember(before, field);
    };
    type('', 'title', 0);
    type('H', 'title', 100);
    type('Ha', 'place', 100);
    type('Han', 'place', 100);
    type('Hano', 'place', 5000);
    expect([history.undo('Hanoi'), history.undo('Hano'), history.undo('Ha'), history.undo('')]).toEqual(['Hano', 'Ha', '', null]);
  });
});

describe('Changes of an item', () => {
  const passage: PackItem = { kind: 'passage', report: 'r', passage: 'p', remark: 'Mine.' };
  test('a trim keeps stretches, and none where all is kept', () => {
    const cut = trimmed(passage, new Map([['p', ['One.']]]));
    expect(cut).toEqual({ ...passage, keep: ['One.'] });
    expect(keptOf(cut)).toEqual(new Map([['p', ['One.']]]));
    expect(trimmed(cut, new Map([['p', null]]))).toEqual(passage);
    const range: PackItem = { kind: 'range', report: 'r', from: 'p', to: 'q' };
    expect(trimmed(range, new Map([['p', null], ['q', []]]))).toEqual({ ...range, trims: [{ passage: 'q', keep: [] }] });
  });
  test('a passage grows into a range, its trim and its remark stay', () => {
    expect(widened({ ...passage, kind: 'passage', keep: ['One.'] } as never, 'q', false)).toEqual({ kind: 'range', report: 'r', from: 'p', to: 'q', remark: 'Mine.', trims: [{ passage: 'p', keep: ['One.'] }] });
    expect(widened({ kind: 'range', report: 'r', from: 'p', to: 'q' }, 'o', true)).toEqual({ kind: 'range', report: 'r', from: 'o', to: 'q' });
  });
  test('what is selected becomes a passage or a range', () => {
    const [p, q] = [{ report: 'r', passage: 'p' }, { report: 'r', passage: 'q' }];
    expect(rangeItem(p, p, [])).toEqual({ kind: 'passage', report: 'r', passage: 'p' });
    expect(rangeItem(p, p, [{ passage: 'p', keep: ['One.'] }])).toEqual({ kind: 'passage', report: 'r', passage: 'p', keep: ['One.'] });
    expect(rangeItem(p, q, [{ passage: 'q', keep: ['One.'] }])).toEqual({ kind: 'range', report: 'r', from: 'p', to: 'q', trims: [{ passage: 'q', keep: ['One.'] }] });
  });
  test('empty words take the field away', () => expect(worded(passage, 'remark', '  ')).toEqual({ kind: 'passage', report: 'r', passage: 'p' }));
});

describe('Markup of own text', () => {
  const bold = (text: string, from: number, to: number) => marked(text, from, to, 'bold').text;
  test('is set around what is selected, and taken away again', () => {
    expect(bold('Ask for it', 4, 7)).toBe('Ask **for** it');
    expect(bold('Ask **for** it', 6, 9)).toBe('Ask for it');
    expect(marked('Ask **for** it', 6, 9, 'italic').text).toBe('Ask ***for*** it');
  });
  test('makes lines into a list and back, and numbers own notes on', () => {
    expect(marked('One\nTwo\nThree', 1, 5, 'list').text).toBe('- One\n- Two\nThree');
    expect(marked('- One\n- Two\nThree', 3, 9, 'list').text).toBe('One\nTwo\nThree');
    expect(marked('See[^4] here. And there.', 13, 13, 'note')).toMatchObject({ text: 'See[^4] here.[^5] And there.\n\n[^5]: ' });
  });
});
