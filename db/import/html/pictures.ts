import type { ImportWarning } from '../../model/report.ts';
import type { BlockPicture } from '../../model/source.ts';
import { readPicture } from '../pictures.ts';
import { descendants, type Element } from '../tree.ts';

/** Finds the picture that an element shows; null where there is none to keep. */
export type PictureFinder = (image: Element) => BlockPicture | null;

/** Every picture of a document, and their bytes together; beyond this, pictures are left out. */
const PICTURES_AT_MOST = 1000;
const BYTES_AT_MOST = 60 * 1024 * 1024;

export function imagesIn(parent: Element): Element[] {
  return [...descendants(parent)].filter(({ name }) => name === 'img' || name === 'image');
}

/**
 * Makes a finder, and counts what it has to leave out.
 * @param open the bytes behind an address, or null where the file does not hold them; nothing is ever fetched
 */
export function createPictureFinder(open: (source: string) => Uint8Array | null): { find: PictureFinder; warnings: () => ImportWarning[] } {
  let kept = 0;
  let bytes = 0;
  const left = { outside: 0, unknown: 0 };
  return {
    find(image) {
      const source = image.attributes['src'] ?? image.attributes['xlink:href'] ?? image.attributes['href'];
      if (source === undefined || source === '') return null;
      const content = /^data:/i.test(source) ? fromDataAddress(source) : open(source);
      const picture = content === null ? 'outside' : readPicture(content);
      if (picture === 'ornament') return null;
      if (picture === 'outside' || picture === 'unknown' || kept >= PICTURES_AT_MOST || bytes + picture.bytes.byteLength > BYTES_AT_MOST) {
        left[picture === 'outside' ? 'outside' : 'unknown'] += 1;
        return null;
      }
      kept += 1;
      bytes += picture.bytes.byteLength;
      return picture;
    },
    warnings: () => [
      ...(left.outside > 0 ? [{ code: 'picture-outside', message: `${many(left.outside)} not inside the file and ${left.outside === 1 ? 'was' : 'were'} left out; Attaché fetches nothing.`, line: null }] : []),
      ...(left.unknown > 0 ? [{ code: 'picture-left-out', message: `${many(left.unknown)} of a kind or size that Attaché does not keep (it keeps PNG and JPEG) and ${left.unknown === 1 ? 'was' : 'were'} left out.`, line: null }] : []),
    ],
  };
}

const many = (count: number): string => (count === 1 ? 'One picture is' : `${count} pictures are`);

function fromDataAddress(source: string): Uint8Array | null {
  const data = /^data:image\/(?:png|jpe?g)[^,]*;base64,/i.exec(source);
  return data ? Buffer.from(source.slice(data[0].length), 'base64') : null;
}
