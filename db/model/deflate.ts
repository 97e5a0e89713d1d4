import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Packs bytes (or a text as UTF-8) in zlib's format. */
export const deflate = (bytes: Uint8Array | string): Uint8Array => deflateSync(bytes);

/** What `deflate` packed. @throws where it is something else */
export const inflate = (bytes: Uint8Array): Uint8Array => inflateSync(bytes);

/** Bytes packed without any frame, as archives have them. @param atMost of bytes that come out @throws where they are damaged or too many */
export const inflateRaw = (bytes: Uint8Array, atMost: number): Uint8Array => inflateRawSync(bytes, { maxOutputLength: atMost });
