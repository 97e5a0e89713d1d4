import { deflateSync, inflateSync } from 'node:zlib';
import type { Doubt } from '../model/doubt.ts';
import type { Tag } from '../model/facet.ts';
import type { PassageOrigin } from '../model/origin.ts';
import type { Picture, ReportDraft } from '../model/report.ts';

/** A draft as JSON can hold it. Where its lines stand on pages is kept elsewhere: no correction changes it. */
interface Packed extends Omit<ReportDraft, 'authored' | 'origins' | 'pictures' | 'doubts' | 'places'> {
  authored: [string, Tag[]][];
  origins: { retells: string | null; translates: string | null; passages: [string, PassageOrigin][] } | null;
  pictures: (Omit<Picture, 'bytes'> & { bytes: string })[];
  doubts: Doubt[];
}

/** A report's draft, packed small. */
export function packDraft({ places: _places, ...draft }: ReportDraft): Uint8Array {
  const packed: Packed = {
    ...draft, authored: [...draft.authored], doubts: draft.doubts ?? [],
    origins: draft.origins ? { ...draft.origins, passages: [...draft.origins.passages] } : null,
    pictures: draft.pictures.map((picture) => ({ ...picture, bytes: Buffer.from(picture.bytes).toString('base64') })),
  };
  return deflateSync(JSON.stringify(packed));
}

/** @param bytes as `packDraft` made them */
export function unpackDraft(bytes: Uint8Array): ReportDraft {
  const { origins, ...packed } = JSON.parse(new TextDecoder().decode(inflateSync(bytes))) as Packed;
  return {
    ...packed, authored: new Map(packed.authored),
    ...(origins ? { origins: { ...origins, passages: new Map(origins.passages) } } : {}),
    pictures: packed.pictures.map((picture) => ({ ...picture, bytes: new Uint8Array(Buffer.from(picture.bytes, 'base64')) })),
  };
}
