import type { BlockPicture } from '../model/source.ts';

/** Smaller than this on either side is an ornament or an icon, in points of the picture. */
const SIDE_AT_LEAST = 48;
const BYTES_AT_MOST = 5 * 1024 * 1024;
const SIDE_AT_MOST = 20_000;

/**
 * Looks at a picture's first bytes; it is not decoded.
 * @returns the picture as a report can keep it; 'ornament' where it is too small to be looked at, 'unknown' where it is
 *   neither PNG nor JPEG, or larger than can be kept
 */
export function readPicture(bytes: Uint8Array): BlockPicture | 'ornament' | 'unknown' {
  const png = pngSize(bytes);
  const size = png ?? jpegSize(bytes);
  if (!size || bytes.byteLength > BYTES_AT_MOST || Math.max(size.width, size.height) > SIDE_AT_MOST) return 'unknown';
  if (Math.min(size.width, size.height) < SIDE_AT_LEAST) return 'ornament';
  return { mime: png ? 'image/png' : 'image/jpeg', ...size, bytes };
}

/** Source: ISO/IEC 15948, 11.2.2 (the header is the first chunk). */
function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24 || Buffer.from(bytes.subarray(0, 8)).toString('hex') !== '89504e470d0a1a0a') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Source: ITU T.81, B.1.1 and B.2.2 (the size stands in the frame header). */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += marker >= 0xd0 && marker <= 0xd9 ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}
