import { expect, inject, test } from 'vitest';
import { forkImports } from '../../electron/host/fork-imports.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { endImports } from './end-imports.ts';
import { killWriters } from './kill.ts';

test('a process that is killed while it imports or removes leaves a library in which index and text agree', { timeout: 60_000 }, async () => {
  const { reports, findings } = await killWriters(temporaryFolder(), 8);
  expect(findings).toEqual([]);
  // Otherwise nothing was written before the kills.
  expect(Math.max(...reports)).toBeGreaterThan(0);
});

test('an importing process that is ended at any moment leaves the open library as it was, or with the whole report', { timeout: 120_000 }, async () => {
  const { kills, reports, findings } = await endImports(temporaryFolder(), forkImports(inject('workers')), 8);
  expect(findings).toEqual([]);
  expect(kills).toBeGreaterThan(0);
  expect(Math.max(...reports)).toBeGreaterThan(0);
});
