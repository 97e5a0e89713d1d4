import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, inject, test } from 'vitest';
import { forkImports } from '../../../electron/host/fork-imports.ts';
import { importText, testService } from '../../helpers/services.ts';

const HARBOURS = '# Harbours\n\nThe herring came late.[^1]\n\n[^1]: Harbour log, 1911.\n';

test('the library is checked, and a report written as a file, in a process of its own: a large one holds up nothing else', async () => {
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
  const { report } = await importText(at, HARBOURS, 'harbours.md');
  expect(await at.client('library.check', {})).toMatchObject({ ok: true, findings: [] });
  const { file, name } = await at.client('library.export', { report: report.id, format: 'csl-json' });
  expect(name).toBe('harbours.csl.json');
  expect(JSON.parse(new TextDecoder().decode((await at.service.shelf.take(file)).bytes))).toMatchObject([{ type: 'report', title: 'Harbours' }]);
  expect(sent).toEqual(['import', 'check', 'export']);
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
