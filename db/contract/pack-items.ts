import { z } from 'zod';

/** The items of a pack as they cross the contract and stand in pack files; docs/pack-file.md tells what each field means. */
const text = (max: number) => z.string().max(max);
const id = z.string().min(1).max(120);
const values = z.array(z.string().max(60)).max(60).default([]);

/** A remark has the height of a page at most. */
export const LONGEST_REMARK = 600;

const look = {
  remark: text(LONGEST_REMARK).optional(), marking: text(120).optional(), notes: z.enum(['foot', 'end']).optional(), landscape: z.boolean().optional(),
};
const hint = text(500).optional();
const title = text(500).optional();
const passageRef = z.strictObject({ report: id, passage: id });
const keep = z.array(text(50_000)).max(500);
const trims = z.array(z.strictObject({ passage: id, keep })).max(5000).optional();

const point = z.strictObject({ text: text(5000), source: passageRef.optional() });
export const figureRow = z.strictObject({
  value: text(200), year: text(60), what: text(1000), source: passageRef.optional(), sourceWords: text(500).optional(),
});

export const packItems = {
  heading: z.strictObject({ kind: z.literal('heading'), text: text(2000), level: z.union([z.literal(1), z.literal(2)]).optional(), ...look }),
  text: z.strictObject({ kind: z.literal('text'), markdown: text(200_000), hint, ...look }),
  points: z.strictObject({ kind: z.literal('points'), title: text(500), points: z.array(point).max(300), hint, ...look }),
  passage: z.strictObject({ kind: z.literal('passage'), report: id, passage: id, keep: keep.optional(), title, ...look }),
  range: z.strictObject({ kind: z.literal('range'), report: id, from: id, to: id, trims, title, ...look }),
  section: z.strictObject({ kind: z.literal('section'), report: id, section: id, trims, title, ...look }),
  chapter: z.strictObject({ kind: z.literal('chapter'), report: id, chapter: id, trims, title, ...look }),
  search: z.strictObject({
    kind: z.literal('search'), query: text(20_000), report: id.optional(), country: values, domain: values, limitation: values,
    limit: z.number().int().min(1).max(500).default(10), trims, title, ...look,
  }),
  compare: z.strictObject({ kind: z.literal('compare'), report: id, ...look }),
  figures: z.strictObject({ kind: z.literal('figures'), title: text(500), rows: z.array(figureRow).max(500), hint, ...look }),
  picture: z.strictObject({ kind: z.literal('picture'), report: id, passage: id, caption: text(2000).optional(), ...look }),
  divider: z.strictObject({ kind: z.literal('divider') }),
  pageBreak: z.strictObject({ kind: z.literal('pageBreak') }),
};

export const packItem = z.discriminatedUnion('kind', [
  packItems.heading, packItems.text, packItems.points, packItems.passage, packItems.range, packItems.section, packItems.chapter, packItems.search,
  packItems.compare, packItems.figures, packItems.picture, packItems.divider, packItems.pageBreak,
]);
