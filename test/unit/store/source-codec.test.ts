import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflateMeanwhile } from '../../../db/store/source-codec.ts';
import { HARBOURS } from '../../fixtures/harbours.ts';

test('a file is deflated on another thread to the same bytes, whatever its size, also where nothing makes it smaller', async () => {
  const noise = Uint8Array.from({ length: 300_000 }, (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 24);
  for (const bytes of [new Uint8Array(0), new TextEncoder().encode(HARBOURS), new TextEncoder().encode(HARBOURS.repeat(200)), noise]) {
    const deflated = await deflateMeanwhile(bytes);
    expect(Buffer.compare(deflated, deflateSync(bytes))).toBe(0);
  }
});
