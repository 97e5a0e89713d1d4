import { setTimeout as rest } from 'node:timers/promises';

/** Memory that JavaScript holds in this thread, its buffers included, in MB. Buffers are freed a moment after the collection. */
export async function heldMb(): Promise<number> {
  globalThis.gc!();
  await rest(50);
  globalThis.gc!();
  return usedMb();
}

/** The same with what waits to be collected. */
export function usedMb(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
