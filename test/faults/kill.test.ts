import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/folders.ts';
import { killWriters } from './kill.ts';

test('a process that is killed while it imports or removes leaves a library in which index and text agree', { timeout: 60_000 }, async () => {
  const { reports, findings } = await killWriters(temporaryFolder(), 8);
  expect(findings).toEqual([]);
  // Otherwise nothing was written before the kills.
  expect(Math.max(...reports)).toBeGreaterThan(0);
});
