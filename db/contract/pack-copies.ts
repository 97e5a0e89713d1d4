import { z } from 'zod';
import { pages, passageKind } from './shapes.ts';

/** What a pack file brings along of what it shows; docs/pack-file.md tells what each field means. */
const text = (max: number) => z.string().max(max);
const short = text(2000);
const count = z.number().int().min(0).max(1_000_000);

const source = z.strictObject({
  reportTitle: short, publisher: short.nullable(), date: text(60).nullable(), chapterTitle: short, chapterNumber: z.number().nullable(), authors: z.array(text(500)).max(200),
});
const note = z.strictObject({
  n: text(60), offset: count, text: text(200_000), means: z.strictObject({ n: text(60), text: text(200_000) }).optional(), before: text(60).optional(),
});
/** The bytes of a picture are letters that can end no attribute. */
const picture = z.strictObject({ mime: z.enum(['image/png', 'image/jpeg']), width: count, height: count, base64: z.string().max(40_000_000).regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is no picture') });
const passage = z.strictObject({
  id: text(120), kind: passageKind, text: text(1_000_000), pages, notes: z.array(note).max(5000), picture: picture.optional(),
});
const from = z.strictObject({ source, pages });
const cell = z.strictObject({ count, text: text(2000).nullable() });

const content = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passages'), title: short.nullable(),
    groups: z.array(z.strictObject({ place: text(400), heading: short.nullable(), source, passages: z.array(passage).max(20_000) })).max(20_000),
  }),
  z.strictObject({ kind: z.literal('picture'), caption: text(20_000), picture, from }),
  z.strictObject({ kind: z.literal('source'), from }),
  z.strictObject({
    kind: z.literal('table'),
    table: z.strictObject({
      title: short, columns: z.array(z.strictObject({ label: text(200), facet: z.enum(['domain', 'limitation']), value: text(60) })).max(100),
      rows: z.array(z.strictObject({ label: text(200), cells: z.array(cell).max(100) })).max(500),
    }),
  }),
]);

export const keptCopy = z.strictObject({ key: z.string().min(1).max(25_000), on: z.iso.date(), content });
