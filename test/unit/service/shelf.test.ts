import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createShelf, SHELF_ROOM } from '../../../db/service/shelf.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

test('a shelf that is full of bytes lets the oldest go, and keeps what lies on the disk and what came last', async () => {
  const shelf = createShelf();
  const file = path.join(temporaryFolder(), 'harbours.txt');
  fs.writeFileSync(file, 'Two piers.');
  const onDisk = shelf.putPath(file);
  // Four views of one buffer: what counts is what the shelf is told that it holds.
  const bytes = new Uint8Array(SHELF_ROOM.bytes / 3);
  const handed = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => shelf.putBytes(name, bytes));
  await expect(shelf.take(handed[0]!.file)).rejects.toMatchObject({ code: 'not-found' });
  for (const kept of [onDisk, ...handed.slice(1)]) expect((await shelf.take(kept.file)).name).toBe(kept.name);
});

test('a whole folder of files on the disk finds room', async () => {
  const shelf = createShelf();
  const file = path.join(temporaryFolder(), 'harbours.txt');
  fs.writeFileSync(file, 'Two piers.');
  const handles = Array.from({ length: 1000 }, () => shelf.putPath(file).file);
  expect((await shelf.take(handles[0]!)).name).toBe('harbours.txt');
});
