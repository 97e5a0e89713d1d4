import { strFromU8 } from 'fflate';
import type { ReportFacts } from '../model/facts.ts';
import type { ImportWarning } from '../model/report.ts';
import type { BlockSource } from '../model/source.ts';
import { NO_TITLE, readDate } from './html/meta.ts';
import { damaged, withinBounds } from './refusals.ts';
import type { Element } from './tree.ts';
import { readXml, XmlError } from './xml.ts';

/** What a word processor's document says of itself: its properties, and the paragraphs in its styles for titles. */
export interface WrittenFacts {
  title: string | null;
  /** Names with semicolons between them. */
  authors: string | null;
  date: string | null;
  language: string | null;
  titles: readonly string[];
  subtitles: readonly string[];
}

/** Reads one part of such a document. @throws AttacheError 'file-not-text', 'file-too-large' */
export function checkedXml(part: Uint8Array | string, name: string): Element {
  try {
    return withinBounds(name, () => readXml(typeof part === 'string' ? part : strFromU8(part)));
  } catch (error) {
    throw error instanceof XmlError ? damaged(name, error) : error;
  }
}

/** A document of a word processor, read as HTML, with what it says of itself. */
export function writtenDocument(source: BlockSource, said: WrittenFacts, warnings: readonly ImportWarning[]): BlockSource {
  return { ...numbered(source), facts: { ...source.facts, ...factsOf(said) }, warnings: [...source.warnings, ...warnings] };
}

/** Such a document has no lines: its paragraphs are counted instead, and after them its notes. */
function numbered(source: BlockSource): BlockSource {
  const blocks = source.blocks.map((block, at) => (block.kind === 'heading' ? { ...block, line: at + 1 } : { ...block, line: at + 1, lastLine: at + 1 }));
  return { ...source, blocks, notes: source.notes.map((note, at) => ({ ...note, line: blocks.length + at + 1 })) };
}

/** Its properties as far as they say more than what a new document comes with. A single title in the text goes before them. */
function factsOf({ title, authors, date, language, titles, subtitles }: WrittenFacts): ReportFacts {
  const facts: ReportFacts = {};
  if (title && !NO_TITLE.test(title)) facts.title = title;
  if (authors) facts.authors = authors.split(/\s*;\s*/).filter(Boolean);
  const day = readDate(date ?? undefined);
  if (day) facts.date = day;
  if (language) facts.language = language;
  if (titles.length === 1) facts.title = titles[0]!;
  if (titles.length === 1 && subtitles.length === 1) facts.subtitle = subtitles[0]!;
  return facts;
}
