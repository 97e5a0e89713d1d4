import { z } from 'zod';
import * as s from './shapes.ts';
import { pack } from './pack-file.ts';
import { COMPOSE_METHODS } from './compose-methods.ts';
import { REVIEW_METHODS } from './review.ts';

const nothing = z.strictObject({});
const savedPack = z.strictObject({ id: z.string(), pack, revision: z.number().int(), createdAt: z.string(), updatedAt: z.string() });
const fileHandle = z.string().min(1).max(120);
/** A long job's name, chosen by the caller, for progress and cancel. */
const job = z.string().min(1).max(60);
const copyNumber = z.number().int().min(1).max(500).nullable().default(null);

const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Per cent: 90 to 200. */
  textSize: z.number().int().min(90).max(200).default(100),
  /** The pack that "add to pack" adds to. */
  activePack: z.string().nullable().default(null),
  /** Shown in the top bar and given to new packs. Applied by the user. */
  marking: z.string().max(120).default(''),
  /** Whether letters alone are commands; WCAG 2.1.4 asks that they can be switched off. */
  singleKeys: z.boolean().default(true),
});

const keptSearch = z.strictObject({ name: z.string().min(1).max(200), query: z.string().max(20_000), choice: s.choice, report: s.id.nullable().default(null), where: s.where.default('all') });
const savedSearch = keptSearch.extend({ id: z.string(), createdAt: z.string() });

/** What one item of a pack is on paper, for the list beside the preview. */
const packEntry = z.strictObject({
  title: z.string(), detail: z.string(), passages: z.number().int(), notes: z.number().int(),
  /** A sentence where the item cannot be shown (its report was removed), else null. */
  problem: z.string().nullable(),
});

const compareCell = z.strictObject({
  facet: z.enum(['domain', 'limitation']), value: z.string(), count: z.number().int(),
  /** The passage that says most about it, and the sentence of it that does. */
  lead: z.strictObject({ report: z.string(), passage: z.string(), text: z.string() }).nullable(),
});

const method = <P extends z.ZodType, R extends z.ZodType>(params: P, result: R) => ({ params, result });

/**
 * Everything that a screen, a script or another window may ask of the library: the only door to data.
 * A method is added here first; its handler, its client and its checks follow from this table.
 */
export const METHODS = {
  'app.about': method(nothing, z.strictObject({
    version: z.string(), host: z.enum(['window', 'browser', 'terminal', 'test']), libraryName: z.string(), refusedRequests: z.number().int(),
    canMakePdf: z.boolean(), canPrint: z.boolean(),
  })),
  'library.list': method(nothing, z.strictObject({ reports: z.array(s.reportSummary) })),
  'library.contents': method(z.strictObject({ report: s.id }), z.strictObject({
    report: s.reportSummary, chapters: z.array(s.chapterEntry), warnings: z.array(s.warning),
  })),
  /** `password` opens an encrypted file; it is used once and kept nowhere. */
  'library.import': method(z.strictObject({ job, file: fileHandle, password: z.string().max(1000).nullable().default(null) }), z.strictObject({ report: s.reportSummary, already: z.boolean() })),
  'library.cancel': method(z.strictObject({ job }), nothing),
  /** Takes a report out. A briefing that ships with the app stays away until `library.bringBack`. */
  'library.remove': method(z.strictObject({ report: s.id }), nothing),
  /** How many of the briefings that ship with the app were taken out. */
  'library.hidden': method(nothing, z.strictObject({ briefings: z.number().int() })),
  /** Puts them into the library again. */
  'library.bringBack': method(nothing, nothing),
  'library.export': method(
    z.strictObject({ report: s.id, format: z.enum(['json', 'markdown', 'csl-json']) }),
    z.strictObject({ file: fileHandle, name: z.string() }),
  ),
  'library.check': method(nothing, z.strictObject({
    ok: z.boolean(), findings: z.array(z.string()),
    counts: z.strictObject({ reports: z.number().int(), passages: z.number().int(), footnotes: z.number().int(), packs: z.number().int() }),
  })),
  'facets.list': method(nothing, z.strictObject({ taxonomies: z.array(s.taxonomy) })),
  'read.chapter': method(z.strictObject({ report: s.id, chapter: s.id }), z.strictObject({
    chapter: s.chapterEntry, passages: z.array(s.passage), footnotes: z.array(s.footnote),
    previous: z.strictObject({ id: z.string(), title: z.string() }).nullable(), next: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  })),
  'read.passage': method(z.strictObject({ report: s.id, passage: s.id }), z.strictObject({
    passage: s.passage, footnotes: z.array(s.footnote),
    report: z.strictObject({ id: z.string(), title: z.string() }),
    chapter: z.strictObject({ id: z.string(), number: z.number().nullable(), title: z.string(), authors: z.array(z.string()) }),
    section: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    /** The source in words ("Nguyen, “Vietnam”, in: …, p. 54"), without the quotation. */
    citation: z.string(),
  })),
  /** What leads from a chapter's passages to other reports and back. Read it anew when the library changes. */
  'read.links': method(z.strictObject({ report: s.id, chapter: s.id }), z.strictObject({ links: z.array(s.link), confidence: z.array(s.confidence) })),
  'read.picture': method(z.strictObject({ report: s.id, passage: s.id }), z.strictObject({
    mime: z.enum(['image/png', 'image/jpeg']), width: z.number().int(), height: z.number().int(), base64: z.string(),
  }).nullable()),
  'search.run': method(s.searchParams, s.searchResult),
  /** While a query is typed: names, acronyms with their long forms, headings, earlier searches; the likeliest first. */
  'search.suggest': method(
    z.strictObject({ text: z.string().max(2000), limit: z.number().int().min(1).max(20).default(8) }),
    z.strictObject({ suggestions: z.array(s.suggestion) }),
  ),
  /** Passages that speak of the same things as this one, the most alike first. */
  'search.similar': method(
    z.strictObject({ report: s.id, passage: s.id, limit: z.number().int().min(1).max(50).default(10) }),
    z.strictObject({ hits: z.array(s.hit) }),
  ),
  'compare.table': method(
    z.strictObject({ query: z.string().max(20_000).default(''), report: s.id.nullable().default(null) }),
    z.strictObject({
      total: z.number().int(), notice: z.string().nullable(),
      columns: z.array(z.strictObject({ facet: z.enum(['domain', 'limitation']), value: z.string(), label: z.string(), count: z.number().int() })),
      rows: z.array(z.strictObject({
        value: z.string(), label: z.string(), count: z.number().int(), cells: z.array(compareCell),
        /** Passages of the row with any limitation at all. */
        limited: z.number().int(),
      })),
    }),
  ),
  'packs.list': method(nothing, z.strictObject({
    packs: z.array(z.strictObject({ id: z.string(), title: z.string(), items: z.number().int(), marking: z.string(), updatedAt: z.string() })),
  })),
  'packs.get': method(z.strictObject({ id: s.id }), savedPack),
  /** `like`: the pack that it is a duplicate of, whose own copies it takes over. */
  'packs.create': method(z.strictObject({ pack, like: s.id.nullable().default(null) }), savedPack),
  'packs.save': method(z.strictObject({ id: s.id, revision: z.number().int(), pack }), savedPack),
  'packs.remove': method(z.strictObject({ id: s.id }), nothing),
  'packs.restore': method(z.strictObject({ id: s.id }), savedPack),
  /** Takes what the reports say now, where a pack shows its own copy because they have changed. */
  'packs.renew': method(z.strictObject({ id: s.id }), nothing),
  /** `copy`: as which of its copies, from 1. */
  'packs.preview': method(z.strictObject({ id: s.id, copy: copyNumber }), z.strictObject({
    html: z.string(), entries: z.array(packEntry), notices: z.array(z.string()),
    /** Whether `packs.renew` would change anything. */
    renewable: z.boolean(),
  })),
  'packs.export': method(
    z.strictObject({ id: s.id, format: z.enum(['pdf', 'docx', 'html', 'markdown', 'pack']), job, copy: copyNumber }),
    z.strictObject({ file: fileHandle, name: z.string(), pages: z.number().int().nullable(), notices: z.array(z.string()) }),
  ),
  'packs.open': method(z.strictObject({ file: fileHandle }), savedPack),
  'desk.settings': method(nothing, settings),
  'desk.set': method(settings, settings),
  'desk.position': method(z.strictObject({ report: s.id }), z.strictObject({ passage: z.string().nullable() })),
  'desk.place': method(z.strictObject({ report: s.id, passage: s.id }), nothing),
  'desk.searches': method(nothing, z.strictObject({ searches: z.array(savedSearch) })),
  'desk.saveSearch': method(keptSearch, savedSearch),
  'desk.removeSearch': method(z.strictObject({ id: s.id }), nothing),
  'desk.renameSearch': method(z.strictObject({ id: s.id, name: z.string().min(1).max(200) }), savedSearch),
  /** Puts saved searches in this order; those that are not named come behind, as they were. */
  'desk.orderSearches': method(z.strictObject({ ids: z.array(s.id).max(1000) }), z.strictObject({ searches: z.array(savedSearch) })),
  /** Remembers a search that led somewhere, for suggestions. */
  'desk.noteSearch': method(z.strictObject({ query: z.string().min(1).max(2000) }), nothing),
  /** Searches that led somewhere, the latest first. */
  'desk.earlierSearches': method(nothing, z.strictObject({ queries: z.array(z.string()) })),
  'desk.forgetSearch': method(z.strictObject({ query: z.string().min(1).max(2000) }), nothing),
  'desk.forgetSearches': method(nothing, nothing),
  ...COMPOSE_METHODS,
  ...REVIEW_METHODS,
} as const;

export type MethodName = keyof typeof METHODS;
/** What a caller passes: fields with defaults may be left out. */
export type Params<N extends MethodName> = z.input<(typeof METHODS)[N]['params']>;
/** What a handler receives: checked, defaults filled in. */
export type Checked<N extends MethodName> = z.output<(typeof METHODS)[N]['params']>;
export type Result<N extends MethodName> = z.output<(typeof METHODS)[N]['result']>;
