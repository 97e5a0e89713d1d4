import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AttacheError } from '../../../db/model/errors.ts';
import { explainedSave, saveFile, saveInFolder } from '../../../electron/host/save-file.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('saving a file', () => {
  it('writes it whole, in the place of what stood there, and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'Paket – Hà Nội.pdf');
    await saveFile(file, bytes('old'));
    await saveFile(file, bytes('new'));
    expect(fs.readFileSync(file, 'utf8')).toBe('new');
    expect(fs.readdirSync(folder)).toEqual(['Paket – Hà Nội.pdf']);
  });

  it('keeps what stood there where it cannot be done, and cleans up', async () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'taken.pdf'));
    fs.writeFileSync(path.join(folder, 'taken.pdf', 'inside'), 'kept');
    await expect(saveFile(path.join(folder, 'taken.pdf'), bytes('new'))).rejects.toMatchObject({ code: 'file-not-saved', message: expect.stringContaining('a folder of that name') as string });
    expect(fs.readdirSync(folder)).toEqual(['taken.pdf']);
    expect(fs.readFileSync(path.join(folder, 'taken.pdf', 'inside'), 'utf8')).toBe('kept');
  });

  it('says so where the folder is gone', async () => {
    await expect(saveFile(path.join(temporaryFolder(), 'gone', 'a.md'), bytes('x'))).rejects.toMatchObject({ code: 'file-not-saved', message: expect.stringContaining('“a.md” was not saved') as string });
  });

  it.skipIf(!fs.existsSync('/dev/full'))('says so where the disk is full', async () => {
    const full = await fs.promises.writeFile('/dev/full', 'x').catch((error: unknown) => error);
    expect(explainedSave('a.pdf', full)).toMatchObject({ code: 'disk-full', message: expect.stringContaining('the disk is full') as string });
  });

  it('writes several files beside what is there, and overwrites none', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'visit-copy-1.pdf'), 'older');
    await saveInFolder(folder, [{ name: 'visit-copy-1.pdf', bytes: bytes('one') }, { name: '../visit-copy-2.pdf', bytes: bytes('two') }]);
    expect(fs.readdirSync(folder).sort()).toEqual(['visit-copy-1 (2).pdf', 'visit-copy-1.pdf', 'visit-copy-2.pdf']);
    expect(fs.readFileSync(path.join(folder, 'visit-copy-1.pdf'), 'utf8')).toBe('older');
  });

  it('fills a small disk to its brim without half a file, and says which copy was not saved', ({ skip }) => {
    const disk = temporaryFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) skip('no small disk can be mounted here');
    return saveInFolder(disk, ['one.pdf', 'two.pdf'].map((name) => ({ name, bytes: new Uint8Array(40 * 1024) }))).then(() => expect.unreachable(), (error: unknown) => {
      expect(error).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/“two\.pdf” was not saved: the disk is full/) as string });
      expect(fs.readdirSync(disk)).toEqual(['one.pdf']);
    }).finally(() => spawnSync('umount', [disk]));
  });

  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EISDIR', 'ENOENT', 'ENAMETOOLONG', 'EIO'])('has a sentence for %s', (code) => {
    const told = explainedSave('a.pdf', Object.assign(new Error(code), { code }));
    expect(told).toBeInstanceOf(AttacheError);
    expect((told as AttacheError).message).toMatch(/^“a\.pdf” was not saved: .+\.$/);
  });

  it('leaves a bug what it is', () => {
    const bug = new TypeError('bug');
    expect(explainedSave('a.pdf', bug)).toBe(bug);
  });
});
