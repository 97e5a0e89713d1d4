import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, inject, test } from 'vitest';
import { forkImports } from '../../../electron/host/fork-imports.ts';
import { importText, testService } from '../../helpers/services.ts';

const HARBOURS = '# Harbours\n\nThe herring came late.[^1]\n\n[^1]: Harbour log, 1911.\n';

test('the library is checked in a process of its own: in a large one it takes the better part of a minute', async () => {
  const sent: string[] = [];
  const fork = forkImports(inject('workers'));
  const at = testService({
    startImport(megabytes) {
      const work = fork(megabytes);
      return { ...work, send(order) {
        sent.push(order.task);
        work.send(order);
      } };
    },
  });
  await importText(at, HARBOURS, 'harbours.md');
  expect(await at.client('library.check', {})).toMatchObject({ ok: true, findings: [] });
  expect(sent).toEqual(['import', 'check']);
});

test('an index that differs is found, and made anew when the library is next opened', async () => {
  const at = testService();
  await importText(at, HARBOURS, 'harbours.md');
  const raw = new Database(path.join(at.folder, 'library.sqlite'));
  raw.exec("DELETE FROM posting WHERE term = (SELECT pk FROM term WHERE word = 'herring')");
  raw.close();
  expect(await at.client('library.check', {})).toMatchObject({ ok: false, findings: [expect.stringContaining('search index')] });
  await at.service.close();
  expect((await testService({ folder: at.folder }).client('library.check', {})).findings).toEqual([]);
});

test('a file that was damaged while the library was open is a finding', async () => {
  const at = testService();
  await importText(at, HARBOURS, 'harbours.md');
  const file = path.join(at.folder, 'library.sqlite');
  const raw = new Database(file);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  const bytes = fs.readFileSync(file);
  bytes.fill(0x5a, 0, 4096);
  fs.writeFileSync(file, bytes);
  const { ok, findings } = await at.client('library.check', {});
  expect(ok).toBe(false);
  expect(findings[0]).toMatch(/library\.sqlite.*damaged/);
});
