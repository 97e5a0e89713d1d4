import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Runs what must not be cut off; in a thread that may be ended from outside, its owner says how. */
export type KeepWhole = <T>(work: () => T) => T;
let keepWhole: KeepWhole = (work) => work();

/**
 * Says how this thread keeps a piece of work from being cut off. Node takes the whole program down where a thread is
 * ended after one of zlib's streams was made and before it was set up; so nothing in `db/` calls zlib but through here.
 */
export function keepWholeBy(way: KeepWhole): void {
  keepWhole = way;
}

/** Packs bytes (or a text as UTF-8) in zlib's format. */
export const deflate = (bytes: Uint8Array | string): Uint8Array => keepWhole(() => deflateSync(bytes));

/** What `deflate` packed. @throws where it is something else */
export const inflate = (bytes: Uint8Array): Uint8Array => keepWhole(() => inflateSync(bytes));

/** Bytes packed without any frame, as archives have them. @param atMost of bytes that come out @throws where they are damaged or too many */
export const inflateRaw = (bytes: Uint8Array, atMost: number): Uint8Array => keepWhole(() => inflateRawSync(bytes, { maxOutputLength: atMost }));
