import { expect, test } from 'vitest';
import type { Client } from '../../../db/contract/client.ts';
import { AttacheError } from '../../../db/model/errors.ts';
import type { Pack, PackItem, SavedPack } from '../../../db/model/pack.ts';
import { createNotices } from '../../../renderer/app/notices.ts';
import type { SettingsDesk } from '../../../renderer/app/settings.ts';
import { createPackDesk, emptyPack } from '../../../renderer/packs/pack-desk.ts';
import { rowOf } from '../../../renderer/packs/session.ts';

const passage: PackItem = { kind: 'passage', report: 'r', passage: 'vietnam-4' };
const words: PackItem = { kind: 'text', markdown: 'A page of my own words' };

/** A desk over one pack on a disk that another window writes to as well. */
function deskOf() {
  let saved: SavedPack = { id: 'pack-1', pack: emptyPack('Hanoi', ''), revision: 1, createdAt: '', updatedAt: '' };
  let refusal: AttacheError | null = null;
  const client = (async (name: string, params: { revision: number; pack: Pack }) => {
    if (name === 'packs.get') return structuredClone(saved);
    if (refusal) throw refusal;
    if (params.revision !== saved.revision) throw new AttacheError('changed-elsewhere', 'This pack was changed in another window.');
    saved = { ...saved, pack: structuredClone(params.pack), revision: saved.revision + 1 };
    return structuredClone(saved);
  }) as unknown as Client;
  const settings = { store: { get: () => ({ activePack: 'pack-1', marking: '' }) }, change: async () => {} } as unknown as SettingsDesk;
  const notices = createNotices();
  return {
    notices, desk: createPackDesk(client, settings, notices, { go: () => {} }), onDisk: () => saved.pack,
    writeElsewhere: (change: Partial<Pack>): void => {
      saved = { ...saved, pack: { ...saved.pack, ...change }, revision: saved.revision + 1 };
    },
    refuse: (error: AttacheError | null): void => {
      refusal = error;
    },
  };
}

test('adding is done again on the version of another window, where nothing else was unsaved', async () => {
  const { desk, notices, writeElsewhere, onDisk } = deskOf();
  await desk.open('pack-1');
  writeElsewhere({ place: 'Hanoi' });
  await desk.add(passage);
  expect(onDisk()).toMatchObject({ place: 'Hanoi', items: [passage] });
  expect(notices.shown.get()?.text).toBe('Added to “Hanoi”.');
});

test.each([['is known already', true], ['comes out while adding', false]])('adding throws no unsaved words away where the conflict %s', async (_name, known) => {
  const { desk, notices, writeElsewhere, onDisk } = deskOf();
  const session = await desk.open('pack-1');
  writeElsewhere({ place: 'Hanoi' });
  session.editRows((all) => [...all, rowOf(words)], known ? null : 'typing');
  if (known) await session.flush();
  await desk.add(passage);
  expect(session.store.get().rows.map(({ item }) => item)).toContainEqual(words);
  expect(session.store.get().save).toBe('conflict');
  expect(onDisk().items).toEqual([]);
  expect(notices.shown.get()).toMatchObject({ kind: 'error', text: expect.stringMatching(/^Nothing was added\. “Hanoi” was changed in another window/) as string });
});

test('what is refused for another reason can be mended, and is then saved', async () => {
  const { desk, refuse, onDisk } = deskOf();
  const session = await desk.open('pack-1');
  refuse(new AttacheError('bad-request', 'This date is none.'));
  session.editHead({ date: '12026-12-03' });
  await session.flush();
  expect(session.store.get()).toMatchObject({ save: 'failed', problem: 'This date is none.' });
  refuse(null);
  session.editHead({ date: '2026-12-03' });
  await session.flush();
  expect(session.store.get()).toMatchObject({ save: 'saved', problem: null });
  expect(onDisk().date).toBe('2026-12-03');
});
