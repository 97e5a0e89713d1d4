import { describe, expect, onTestFinished, test } from 'vitest';
import type { Pack } from '../../../db/model/pack.ts';
import { openDesk, type Desk } from '../../../db/store/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const pack = (title: string): Pack => ({
  title, subtitle: '', marking: '', preparedFor: '', preparedBy: '', date: '', place: '', copies: [], language: 'en', paper: 'A4', notes: 'foot', items: [],
});

function opened(folder = temporaryFolder()): Desk {
  const desk = openDesk(folder);
  onTestFinished(() => desk.close());
  return desk;
}

describe('packs on the desk', () => {
  test('are on the disk as soon as they are said to be saved', () => {
    const folder = temporaryFolder();
    const { id } = opened(folder).createPack(pack('Hanoi'));
    expect(opened(folder).getPack(id).pack.title).toBe('Hanoi');
  });

  test('a change over an older version is refused, and nothing is overwritten', () => {
    const desk = opened();
    const { id, revision } = desk.createPack(pack('Hanoi'));
    desk.savePack(id, revision, pack('Hanoi, from the other window'));
    expect(() => desk.savePack(id, revision, pack('Hanoi, late'))).toThrow(expect.objectContaining({ code: 'changed-elsewhere', message: expect.stringContaining('changed in another window') as string }));
    expect(desk.getPack(id)).toMatchObject({ revision: 2, pack: { title: 'Hanoi, from the other window' } });
  });

  test('a removed one can be brought back as it was', () => {
    const desk = opened();
    const { id } = desk.createPack(pack('Hanoi'));
    desk.removePack(id);
    expect(desk.listPacks()).toEqual([]);
    expect(() => desk.getPack(id)).toThrow(/not there any more/);
    expect(desk.restorePack(id).pack.title).toBe('Hanoi');
  });
});

test('the place in a report, settings and searches are kept', () => {
  const folder = temporaryFolder();
  const desk = opened(folder);
  desk.place('report', 'p-1');
  desk.place('report', 'p-2');
  desk.set({ theme: 'dark' });
  desk.noteRemoved('briefing.md');
  const saved = desk.saveSearch({ name: 'Frigates', query: 'frigates', choice: { country: ['indonesia'], domain: [], limitation: [] }, report: 'r1', where: 'footnotes' });
  const again = opened(folder);
  expect(again.position('report')).toBe('p-2');
  expect(again.settings()).toEqual({ theme: 'dark' });
  expect(again.hasRemoved('briefing.md')).toBe(true);
  expect(again.listSearches()).toEqual([saved]);
  again.removeSearch(saved.id);
  expect(desk.listSearches()).toEqual([]);
});

test('corrections stay in order, and can be undone and brought again', () => {
  const desk = opened();
  const first = desk.correct('work', { kind: 'rename', target: 'chapter', from: 'A', to: 'B', chapter: null, nth: 0 });
  const second = desk.correct('work', { kind: 'rename', target: 'chapter', from: 'B', to: 'C', chapter: null, nth: 0 });
  desk.correct('other', { kind: 'accept', about: 'x', anchor: null });
  desk.undoCorrection(first.id, true);
  expect(desk.corrections('work')).toEqual([second]);
  desk.undoCorrection(first.id, false);
  expect(desk.corrections('work')).toEqual([first, second]);
  expect(desk.corrections(null)).toHaveLength(3);
});

test('what was last taken back can be done again, until another correction is made', () => {
  const desk = opened();
  const [first, second] = ['B', 'C'].map((to) => desk.correct('work', { kind: 'rename', target: 'chapter', from: 'A', to, chapter: null, nth: 0 }));
  expect(desk.undoneCorrection('work')).toBeNull();
  desk.undoCorrection(second!.id, true);
  desk.undoCorrection(first!.id, true);
  expect(desk.undoneCorrection('work')).toEqual(first);
  expect(desk.undoneCorrection('other')).toBeNull();
  desk.undoCorrection(first!.id, false);
  expect(desk.undoneCorrection('work')).toEqual(second);
  const third = desk.correct('work', { kind: 'accept', about: 'x', anchor: null });
  expect(desk.undoneCorrection('work')).toBeNull();
  desk.dropCorrection(third.id);
  expect(desk.undoneCorrection('work')).toEqual(second);
});
