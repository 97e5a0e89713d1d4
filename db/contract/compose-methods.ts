import { z } from 'zod';
import { figureRow, packItem } from './pack-items.ts';
import { pack } from './pack-file.ts';
import { id, pages, passageKind, snippetPart } from './shapes.ts';

/** The calls that help to put a pack together. */
export const COMPOSE_METHODS = {
  /** The passages that an item shows, whole and in order, to be trimmed or taken apart; none for an item that shows none. */
  'compose.passages': {
    params: z.strictObject({ item: packItem }),
    result: z.strictObject({
      passages: z.array(z.strictObject({
        report: z.string(), id: z.string(), kind: passageKind, text: z.string(), pages, chapter: z.string(), chapterTitle: z.string(), section: z.string().nullable(),
        /** Its neighbours in the order of reading. */
        before: z.string().nullable(), after: z.string().nullable(),
      })),
    }),
  },
  /** The passages of a report that have a picture. */
  'compose.pictures': {
    params: z.strictObject({ report: id }),
    result: z.strictObject({ pictures: z.array(z.strictObject({ passage: z.string(), caption: z.string(), pages, chapterTitle: z.string() })) }),
  },
  /** The figures that the passages of an item state, each with its sentence and its passage. */
  'compose.figures': { params: z.strictObject({ item: packItem }), result: z.strictObject({ rows: z.array(figureRow) }) },
  /** The items of a pack in which all words stand: in titles, text, notes or remarks. Accents, case and endings do not matter. */
  'compose.find': {
    params: z.strictObject({ id, query: z.string().max(500) }),
    result: z.strictObject({ found: z.array(z.strictObject({ item: z.number().int(), count: z.number().int(), snippet: z.array(snippetPart) })) }),
  },
  /** Drafts a briefing on a country from what the library holds; nothing is saved. No domain means all, no report all of them. */
  'compose.brief': {
    params: z.strictObject({
      country: z.string().min(1).max(60), domains: z.array(z.enum(['security', 'economy', 'soft-power'])).max(3).default([]), report: id.nullable().default(null),
    }),
    result: z.strictObject({ pack }),
  },
} as const;
