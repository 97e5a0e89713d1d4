import type { PDFPageProxy } from 'pdfjs-dist';
import type { LaidPicture, SourcePicture } from '../../model/layout.ts';
import { jpegSize } from './jpeg.ts';
import type { PaintedPicture } from './page-drawing.ts';
import type { Pdfjs } from './pdfjs.ts';
import { shrink, withoutNeedlessColour, writePng, type Raster } from './png.ts';

/** Smaller on paper (in points) it is an ornament or a logo. */
const SMALL = 48;
/** A picture of more points is drawn smaller: more than a screen shows. */
const POINTS_AT_MOST = 2_000_000;
/** All pictures of a report together, in bytes. */
const BYTES_AT_MOST = 48 * 1024 * 1024;
/** pdf.js answers at once or, where a picture is broken, perhaps never; in milliseconds. */
const PATIENCE = 10_000;

/** Pictures of a whole report, each kept once. */
export interface PictureStore {
  pictures: SourcePicture[];
  /** What pdf.js calls a picture that it shows on several pages → its index. */
  known: Map<string, number | null>;
  bytes: number;
}

interface Decoded {
  width?: number;
  height?: number;
  kind?: number;
  data?: Uint8Array | Uint8ClampedArray | null;
  bitmap?: unknown;
}

/** Takes the pictures of a page into the store, as far as they are large enough to say something. */
export async function keepPictures(page: PDFPageProxy, painted: readonly PaintedPicture[], pdfjs: Pdfjs, store: PictureStore): Promise<LaidPicture[]> {
  const kept: LaidPicture[] = [];
  for (const { source, ...box } of painted) {
    if (box.right - box.left < SMALL || box.bottom - box.top < SMALL || store.bytes > BYTES_AT_MOST) continue;
    const name = typeof source === 'string' ? source : null;
    // Names that begin so stand for the whole document, others for this page only.
    const key = name?.startsWith('g_') ? name : null;
    let index = key === null ? undefined : store.known.get(key);
    if (index === undefined) {
      const decoded = name === null ? (source as Decoded) : await waitFor(page, name);
      const picture = decoded && encode(decoded, pdfjs.ImageKind);
      index = picture ? store.pictures.push(picture) - 1 : null;
      store.bytes += picture?.bytes.byteLength ?? 0;
      if (key !== null) store.known.set(key, index);
    }
    if (index !== null) kept.push({ ...box, picture: index });
  }
  return kept;
}

/**
 * Readies a page for being cleaned up: pdf.js closes the pictures that it kept, and a photograph that was handed on as it
 * is (jpeg.ts) cannot be closed.
 */
export function letPicturesGo(page: PDFPageProxy): void {
  for (const objects of [page.objs, page.commonObjs]) {
    for (const [, kept] of objects as Iterable<[string, Decoded | null]>) if (kept?.bitmap instanceof ArrayBuffer) delete kept.bitmap;
  }
}

function waitFor(page: PDFPageProxy, name: string): Promise<Decoded | null> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE);
    const done = (value: Decoded | null): void => {
      clearTimeout(timer);
      resolve(value);
    };
    objects.get(name, (value: Decoded | null) => done(value), () => done(null));
  });
}

/** @returns null for a picture that pdf.js could not decode, or that is a plain area */
function encode({ width = 0, height = 0, kind, data, bitmap }: Decoded, kinds: Pdfjs['ImageKind']): SourcePicture | null {
  if (bitmap instanceof ArrayBuffer) {
    const bytes = new Uint8Array(bitmap);
    const size = jpegSize(bytes);
    return size && { mime: 'image/jpeg', ...size, bytes };
  }
  if (!data || width < 2 || height < 2) return null;
  const raster = rasterOf(width, height, kind, data, kinds);
  if (!raster || raster.data.length < width * height * raster.channels || isPlain(raster.data)) return null;
  const small = withoutNeedlessColour(shrink(raster, POINTS_AT_MOST));
  return { mime: 'image/png', width: small.width, height: small.height, bytes: writePng(small) };
}

function rasterOf(width: number, height: number, kind: number | undefined, data: Uint8Array | Uint8ClampedArray, kinds: Pdfjs['ImageKind']): Raster | null {
  if (kind === kinds.RGB_24BPP) return { width, height, channels: 3, data };
  if (kind === kinds.RGBA_32BPP) return { width, height, channels: 4, data };
  if (kind !== kinds.GRAYSCALE_1BPP) return null;
  const row = Math.ceil(width / 8);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) grey[y * width + x] = (data[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
  return { width, height, channels: 1, data: grey };
}

function isPlain(data: Uint8Array | Uint8ClampedArray): boolean {
  for (let at = 4; at < data.length; at++) if (data[at] !== data[at % 4]) return false;
  return true;
}
