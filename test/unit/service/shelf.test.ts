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

test('a manifest counts for the report that it was picked with, and for no later one of that name', async () => {
  const shelf = createShelf();
  const put = (name: string, text: string) => shelf.putBytes(name, new TextEncoder().encode(text)).file;
  put('harbours.attache.yaml', 'title: Harbours of old');
  const first = put('harbours.md', 'One pier.');
  const titleOf = async (file: string) => new TextDecoder().decode((await shelf.takeReport(file)).manifest?.bytes);
  expect([await titleOf(first), await titleOf(first)]).toEqual(['title: Harbours of old', 'title: Harbours of old']);
  expect(await titleOf(put('harbours.md', 'Two piers.'))).toBe('');
  const alone = put('quays.attache.yaml', 'title: Quays');
  await expect(shelf.takeReport(alone)).rejects.toMatchObject({ code: 'manifest-invalid' });
  expect(await titleOf(put('quays.md', 'A quay.'))).toBe('');
});

test('a file that is too large, or a device, is refused before anything of it is read', async () => {
  const shelf = createShelf();
  const large = path.join(temporaryFolder(), 'large.txt');
  fs.writeFileSync(large, '');
  fs.truncateSync(large, 5 * 2 ** 30);
  await expect(shelf.takeReport(shelf.putPath(large).file)).rejects.toMatchObject({ code: 'file-too-large', message: expect.stringMatching(/“large\.txt” has 5120 MB.*Nothing was imported/) });
  if (process.platform !== 'win32') expect(() => shelf.putPath('/dev/zero')).toThrow(expect.objectContaining({ code: 'file-not-text' }));
});
