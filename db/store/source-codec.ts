import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflated = promisify(deflate);

/** zlib adds some bytes to what cannot be made smaller. */
const MORE = 1024;

/**
 * Deflates a report's file while this thread goes on with its report.
 * @returns what `deflateSync` makes of it
 */
export function deflateMeanwhile(bytes: Uint8Array): Promise<Uint8Array> {
  // With room for all of it zlib never waits for this thread to give it more.
  return deflated(bytes, { chunkSize: bytes.byteLength + Math.ceil(bytes.byteLength / 1000) + MORE });
}
