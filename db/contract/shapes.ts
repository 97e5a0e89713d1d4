import { z } from 'zod';
import { FACETS } from '../model/facet.ts';
import { CONFIDENCE } from '../model/origin.ts';

/** The shapes that several methods share. Field meanings stand with the types in db/model. */
export const id = z.string().min(1).max(120);
export const pages = z.strictObject({ from: z.string().nullable(), to: z.string().nullable() });
export const lines = z.strictObject({ from: z.number().int(), to: z.number().int() });
const noteMarker = z.strictObject({ n: z.string(), offset: z.number().int().min(0) });
export const passageKind = z.enum(['paragraph', 'list-item', 'quotation', 'pull-quote', 'caption', 'table', 'figure']);

const values = z.array(z.string().max(60)).max(60).default([]);
export const choice = z.strictObject({ country: values, domain: values, limitation: values });

export const evidence = z.strictObject({ where: z.enum(['text', 'heading', 'lead', 'chapter', 'author']), words: z.string() });
export const tag = z.strictObject({ facet: z.enum(FACETS), value: z.string(), evidence: z.array(evidence), confidence: z.number() });
const facetCount = z.strictObject({ value: z.string(), label: z.string(), count: z.number().int() });
export const facetCounts = z.strictObject({ country: z.array(facetCount), domain: z.array(facetCount), limitation: z.array(facetCount) });

export const section = z.strictObject({ id: z.string(), title: z.string(), level: z.number().int(), runIn: z.boolean() });
export const chapter = z.strictObject({
  id: z.string(), number: z.number().nullable(), title: z.string(), authors: z.array(z.string()), pages, sections: z.array(section),
});
/** A chapter in the table of contents; `words` counts the body text, for "11 minutes". */
export const chapterEntry = chapter.extend({ passages: z.number().int(), words: z.number().int() });

export const passage = z.strictObject({
  id: z.string(), chapter: z.string(), section: z.string().nullable(), kind: passageKind, text: z.string(), pages, lines,
  footnotes: z.array(noteMarker), tags: z.array(tag),
  /** The size of the picture that stands with it (`read.picture`), or null. */
  picture: z.strictObject({ width: z.number().int(), height: z.number().int() }).nullable(),
});
export const footnote = z.strictObject({
  id: z.string(), chapter: z.string(), n: z.string(), text: z.string(), page: z.string().nullable(), lines,
  refersTo: z.string().nullable(),
});
export const warning = z.strictObject({ code: z.string(), message: z.string(), line: z.number().nullable() });

export const reportSummary = z.strictObject({
  id: z.string(), title: z.string(), subtitle: z.string().nullable(), publisher: z.string().nullable(), date: z.string().nullable(),
  language: z.string(), licence: z.string().nullable(), sourceName: z.string(), sourceSha256: z.string(), builtIn: z.boolean(),
  importedAt: z.string(),
  counts: z.strictObject({
    chapters: z.number().int(), sections: z.number().int(), passages: z.number().int(), footnotes: z.number().int(), warnings: z.number().int(),
  }),
  facets: facetCounts,
});

/** A piece of a snippet; `hit` pieces are marked on the screen. Text only, never markup. */
export const snippetPart = z.strictObject({ text: z.string(), hit: z.boolean() });

export const hit = z.strictObject({
  id: z.string(), report: z.string(), reportTitle: z.string(), chapter: z.string(), chapterTitle: z.string(), authors: z.array(z.string()),
  section: z.string().nullable(), sectionTitle: z.string().nullable(), kind: passageKind, pages, text: z.string(),
  snippet: z.array(snippetPart),
  /** The number of the footnote in which the words stand, where they stand in no other part of the passage. */
  footnote: z.string().nullable(),
  why: z.array(z.string()), score: z.number(), tags: z.array(tag),
});

/** Where the words may stand. */
export const where = z.enum(['all', 'text', 'footnotes']);

export const searchParams = z.strictObject({
  query: z.string().max(20_000),
  choice: choice.default({ country: [], domain: [], limitation: [] }),
  report: id.nullable().default(null),
  where: where.default('all'),
  limit: z.number().int().min(0).max(500).default(50),
  offset: z.number().int().min(0).max(1_000_000).default(0),
  /** The window or page that asks, by a name of its own choice: its newer search ends an older one with 'cancelled'. Null ends nothing. */
  asker: z.string().min(1).max(64).nullable().default(null),
});

/** What a query that is being typed may become. */
export const suggestion = z.strictObject({
  kind: z.enum(['name', 'acronym', 'heading', 'search']),
  /** As the reports write it. */
  text: z.string(),
  /** What an acronym stands for, or where a heading stands; else null. */
  detail: z.string().nullable(),
  /** The whole query once it is chosen. */
  query: z.string(),
});

export const searchResult = z.strictObject({
  query: z.string(), total: z.number().int(), tookMs: z.number(), facets: facetCounts,
  /** How many of the hits have the words in their text (headings and captions included), and in a footnote. */
  where: z.strictObject({ text: z.number().int(), footnotes: z.number().int() }),
  hits: z.array(hit),
  /** A sentence for the reader where the query was read otherwise than typed, else null. */
  notice: z.string().nullable(),
  /** Query words that were taken for another spelling, for "did you mean". */
  changed: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});

export const taxonomy = z.strictObject({
  facet: z.enum(FACETS), label: z.string(),
  values: z.array(z.strictObject({ value: z.string(), label: z.string(), description: z.string().nullable() })),
});

/** What leads from a passage to another report. */
export const link = z.strictObject({
  /** The passage of the chapter asked for that it starts from. */
  passage: z.string(),
  /** To what it draws on, to what retells it, to the same in another language. */
  kind: z.enum(['source', 'retold', 'translation']),
  /** `passage` is null where only the chapter is known; `note` is the footnote of that passage that is meant. */
  to: z.strictObject({ report: z.string(), chapter: z.string(), passage: z.string().nullable(), note: z.string().nullable(), language: z.string() }),
  label: z.string(),
});
/** How sure a retelling is; passages that are sure are not listed. */
export const confidence = z.strictObject({ passage: z.string(), word: z.enum(CONFIDENCE) });
