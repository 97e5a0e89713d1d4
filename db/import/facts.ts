import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { ChapterFacts, PageLabelRun, ReportFacts } from '../model/facts.ts';

/** What is wrong in a manifest or in front matter, where, and in which field ("chapters[2].number"). */
export interface FactProblem {
  line: number;
  field: string;
  message: string;
  /** It is only that no such field is known. */
  unknown: boolean;
}

export interface ReadFacts {
  facts: ReportFacts;
  /** Everything that stands there, for fields that only one format knows. */
  raw: Record<string, unknown>;
  problems: FactProblem[];
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const TEXTS = ['title', 'subtitle', 'publisher', 'licence'] as const;
const KNOWN = new Set(['title', 'subtitle', 'publisher', 'date', 'language', 'licence', 'license', 'author', 'authors', 'chapters', 'pages', 'retells', 'translates']);
/** A list longer than this describes no report. */
const ENTRIES_AT_MOST = 10_000;

/**
 * Reads facts about a report, in YAML or JSON (which is YAML too).
 * @returns what could be read, and a problem for everything that could not; the first is that which stands first
 */
export function readFacts(text: string): ReadFacts {
  try {
    return factsOf(text);
  } catch (error) {
    // Aliases can make a few lines into gigabytes, and nesting can exhaust the stack; facts need neither.
    if (error instanceof ReferenceError || error instanceof RangeError) return nothing(1, 'it refers to itself (“*name”), or is nested without end');
    throw error;
  }
}

function factsOf(text: string): ReadFacts {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) return nothing(lines.linePos(error.pos[0]).line, error.message.split('\n')[0]!.replace(/\.?$/, ''));
  if (document.contents === null) return { facts: {}, raw: {}, problems: [] };
  if (!isMap(document.contents)) return nothing(1, 'it must be a list of fields, such as “title: …”');
  const raw = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  const reading = createReading(document, lines);
  const facts = factsFrom(raw, reading);
  for (const key of Object.keys(raw)) if (!KNOWN.has(key)) reading.unknown([key]);
  return { facts, raw, problems: reading.problems.toSorted((a, b) => a.line - b.line) };
}

function nothing(line: number, message: string): ReadFacts {
  return { facts: {}, raw: {}, problems: [{ line, field: '', message, unknown: false }] };
}

type Path = (string | number)[];
type Reading = ReturnType<typeof createReading>;

function createReading(document: Document, lines: LineCounter) {
  const problems: FactProblem[] = [];
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const key = path[length - 1]!;
      const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
      const node = pair ? pair.key : isSeq(parent) ? parent.items[Number(key)] : undefined;
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const field = (path: Path): string => path.map((part, at) => (typeof part === 'number' ? `[${part + 1}]` : at === 0 ? part : `.${part}`)).join('');
  const wrong = (path: Path, message: string, unknown = false): undefined => {
    problems.push({ line: lineOf(path), field: field(path), message, unknown });
    return undefined;
  };
  return {
    problems,
    wrong,
    unknown: (path: Path) => wrong(path, 'there is no such field', true),
    text(value: unknown, path: Path): string | undefined {
      if (value === undefined || value === null) return undefined;
      if ((typeof value !== 'string' && typeof value !== 'number') || String(value).trim() === '') return wrong(path, 'it must be a text');
      return String(value).replace(/\s+/g, ' ').trim();
    },
    matching(value: unknown, path: Path, shape: RegExp, like: string): string | undefined {
      const text = this.text(value, path);
      return text === undefined || shape.test(text) ? text : wrong(path, `“${text.slice(0, 40)}” must be written like ${like}`);
    },
    list<T>(value: unknown, path: Path, read: (entry: unknown, path: Path) => T | undefined): T[] | undefined {
      if (value === undefined || value === null) return undefined;
      if (!Array.isArray(value) || value.length > ENTRIES_AT_MOST) return wrong(path, 'it must be a list');
      return value.flatMap((entry: unknown, at) => {
        const found = read(entry, [...path, at]);
        return found === undefined ? [] : [found];
      });
    },
    map(value: unknown, path: Path, keys: readonly string[]): Record<string, unknown> | undefined {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path, `it must have the fields ${keys.join(', ')}`);
      for (const key of Object.keys(value)) if (!keys.includes(key)) this.unknown([...path, key]);
      return value as Record<string, unknown>;
    },
  };
}

function factsFrom(raw: Record<string, unknown>, reading: Reading): ReportFacts {
  const facts: ReportFacts = {};
  const licence = 'licence' in raw ? 'licence' : 'license';
  for (const key of TEXTS) {
    const name = key === 'licence' ? licence : key;
    const value = reading.text(raw[name], [name]);
    if (value !== undefined) facts[key] = value;
  }
  const found = {
    date: reading.matching(raw['date'], ['date'], DATE, '2022, 2022-03 or 2022-03-31'),
    language: reading.matching(raw['language'], ['language'], LANGUAGE, '“en” or “pt-BR”'),
    authors: authorsFrom(raw, [], reading),
    chapters: reading.list(raw['chapters'], ['chapters'], (entry, path) => chapterFrom(entry, path, reading)),
    pages: reading.list(raw['pages'], ['pages'], (entry, path) => pageRunFrom(entry, path, reading)),
  };
  return { ...facts, ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) };
}

function authorsFrom(raw: Record<string, unknown>, path: Path, reading: Reading): string[] | undefined {
  const key = 'authors' in raw ? 'authors' : 'author';
  const value = raw[key];
  if (typeof value === 'string') return reading.text(value, [...path, key]) === undefined ? undefined : [value.replace(/\s+/g, ' ').trim()];
  return reading.list(value, [...path, key], (entry, at) => reading.text(entry, at));
}

function chapterFrom(entry: unknown, path: Path, reading: Reading): ChapterFacts | undefined {
  const raw = reading.map(entry, path, ['title', 'number', 'author', 'authors']);
  if (!raw) return undefined;
  const { number } = raw;
  const isNumber = number === undefined || number === null || (typeof number === 'number' && Number.isInteger(number) && number > 0);
  if (!isNumber) reading.wrong([...path, 'number'], 'it must be a whole number');
  const title = reading.text(raw['title'], [...path, 'title']);
  const authors = authorsFrom(raw, path, reading);
  return { ...(title === undefined ? {} : { title }), ...(authors === undefined ? {} : { authors }), ...(number === undefined || !isNumber ? {} : { number: number as number | null }) };
}

function pageRunFrom(entry: unknown, path: Path, reading: Reading): PageLabelRun | undefined {
  const raw = reading.map(entry, path, ['page', 'label']);
  if (!raw) return undefined;
  const { page } = raw;
  if (typeof page !== 'number' || !Number.isInteger(page) || page < 1) return reading.wrong([...path, 'page'], 'it must be a page of the file, counted from 1');
  const label = reading.text(raw['label'], [...path, 'label']);
  return label === undefined ? reading.wrong([...path, 'label'], 'it must be the label that is printed on that page') : { page, label };
}
