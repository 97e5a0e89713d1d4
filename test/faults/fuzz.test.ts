import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { forkImports } from '../../electron/host/fork-imports.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { harmfulInput, HARMFUL_COUNT, mutatedInput } from '../fuzz/inputs.ts';
import { seeded } from '../fuzz/random.ts';
import { temporaryFolder } from '../helpers/folders.ts';

test('a hundred and fifty broken files are imported or refused with a sentence, and the library stays whole', { timeout: 300_000 }, async () => {
  const result = await fuzz({ folder: temporaryFolder(), start: forkImports(inject('workers')), seed: 7, inputs: 150, harmful: 9 });
  expect(result.crashed).toEqual([]);
  expect(result.problems).toEqual([]);
  const refused = Object.values(result.refused).reduce((sum, count) => sum + count, 0);
  expect(result.imported + result.already + refused).toBe(150);
  expect(result.imported).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(10);
});

test('the same seed makes the same files, and the harmful ones differ', () => {
  const [first, second] = [seeded(3), seeded(3)];
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  for (let n = 0; n < 50; n++) {
    const input = mutatedInput(first);
    // Archives tell when their parts were made.
    vi.advanceTimersByTime(10_000);
    expect(mutatedInput(second)).toEqual(input);
  }
  expect(new Set(Array.from({ length: HARMFUL_COUNT }, (_, at) => harmfulInput(at).how)).size).toBe(HARMFUL_COUNT);
});
