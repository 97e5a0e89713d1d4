/** A photograph of more points, or more bytes, is decoded and drawn smaller. */
const POINTS_AT_MOST = 4_000_000;
const BYTES_AT_MOST = 3 * 1024 * 1024;

/**
 * Stands in for the browser's `ImageDecoder`, and hands a JPEG on as it is in the file: a photograph needs no decoding
 * to be kept, and would be ten times as large as a PNG. Only pdf.js's own loader uses it, and only for RGB pictures
 * without a mask; what it throws makes pdf.js decode the picture itself.
 */
export class JpegAsItIs {
  readonly #data: Uint8Array;

  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === 'image/jpeg');
  }

  constructor({ data }: { data: Uint8Array }) {
    const size = jpegSize(data);
    if (data.byteLength > BYTES_AT_MOST || !size || size.width * size.height > POINTS_AT_MOST) throw new RangeError('This picture is decoded to be drawn smaller.');
    this.#data = data;
  }

  /** @returns the file's own bytes in the place of the picture; a buffer, since that can be passed on as a picture can */
  decode(): Promise<{ image: ArrayBuffer }> {
    return Promise.resolve({ image: Uint8Array.from(this.#data).buffer });
  }

  // oxlint-disable-next-line class-methods-use-this -- part of the form
  close(): void {}
}

/** Reads width and height from a JPEG's frame header (ITU T.81, B.2.2); null where there is none. */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes[at + 5]! * 256 + bytes[at + 6]!, width: bytes[at + 7]! * 256 + bytes[at + 8]! };
    at += marker === 0xff || (marker >= 0xd0 && marker <= 0xd9) ? (marker === 0xff ? 1 : 2) : 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return null;
}
