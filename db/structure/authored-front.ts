import { squash } from '../model/fold.ts';
import type { ReportFacts } from '../model/facts.ts';
import type { SourceBlock, SourcePassage } from '../model/source.ts';
import { bylineOf, isEasternName, namesOf } from './bylines.ts';
import { dateOfLine } from './dates.ts';
import { atEnds, authorsTold, FRONT_LINES, toldAbove } from './front-lines.ts';

/** So many blocks at the beginning, beside the title, may say who wrote a document, and when. */
const BLOCKS = 8;
/** Longer blocks are text, in letters; the longest of them ends the beginning. */
const LINE = 200;
const TEXT = 400;
const BETWEEN = /\s*[|·•]\s*|\s+[–—]\s+|\s+(?=by\s+\p{Lu})/u;
/** A year alone is a date too, right below the title or names. */
const YEAR = /^\d{4}$/;
const ISO = /^(?:19|20)\d\d(?:-\d\d-\d\d)?$/;
const PUBLISHED = /^(?:(?:first )?published|posted|issued|updated|last (?:updated|modified)|date|veröffentlicht|publié|publicado)(?: on| at| am| le| el)?\s*:?\s+/i;
const READING_TIME = /^(?:reading time:?\s*)?\d{1,3}[ -]?min(?:ute)?s?\.?(?: read(?:ing)?)?(?: time)?$/i;

/** What a document says of itself where it begins, and its blocks without the lines that say nothing else. */
export interface Front {
  facts: ReportFacts;
  blocks: SourceBlock[];
}

/** What one line says. */
interface Said {
  authors: string[] | null;
  /** It says that they are: "By …". */
  sure: boolean;
  date: string | null;
}

/**
 * Reads who wrote a document, and when, where its text begins: below its title or above it. A line of names without
 * "by" counts beside a date, or where the names are known already; a date by itself right below names or the title.
 * What is not understood is left in the text.
 * @param hasTitle whether the first heading is the document's title; below a chapter's, its own authors stand
 * @param known what the file says of itself
 */
export function readAuthoredFront(blocks: readonly SourceBlock[], hasTitle: boolean, known: ReportFacts): Front {
  const facts: ReportFacts = {};
  const taken = new Set<SourceBlock>();
  const lines = frontOf(blocks, hasTitle);
  const said = lines.map((block) => (block.kind === 'heading' ? null : saidBy(block.text, known.authors ?? [])));
  const isNear = (at: number): boolean => (said[at + 1]?.date ?? said[at]?.date ?? null) !== null;
  lines.forEach((block, at) => {
    const line = said[at];
    if (block.kind === 'heading' || !line) return;
    const above = lines[at - 1];
    const isBelow = above?.kind === 'heading' && (above === lines[0] || !YEAR.test(line.date ?? ''));
    const belongs = isBelow || (above !== undefined && taken.has(above));
    // Two to four signs are a name only where one is due.
    const isDue = belongs || !line.authors?.some(isEasternName);
    if (line.authors ? !(line.sure || (isNear(at) && isDue)) : !belongs) return;
    taken.add(block);
    if (line.authors) facts.authors = [...new Set([...(facts.authors ?? []), ...line.authors])];
    if (line.date) facts.date ??= line.date;
  });
  const [title, subtitle, below] = lines;
  if (title?.kind === 'heading' && subtitle?.kind === 'heading' && below && taken.has(below)) {
    taken.add(subtitle);
    facts.subtitle = subtitle.text;
  }
  const rest = blocks.filter((block) => !taken.has(block));
  return rest.some(({ kind }) => kind !== 'heading') ? { facts, blocks: rest } : { facts, blocks: [...blocks] };
}

/** What the lines above the text say of it, though they stay in it: fields, a date behind a place, who speaks or signs. */
export function toldByBlocks(blocks: readonly SourceBlock[], title: string | undefined): ReportFacts {
  const lines: string[] = [];
  for (const block of blocks.slice(0, FRONT_LINES)) {
    if (block.kind === 'heading') continue;
    lines.push(block.text);
    if (block.text.length > LINE) break;
  }
  const told = toldAbove(lines);
  const authors = authorsTold(told, title, atEnds(blocks.filter(({ kind }) => kind !== 'heading')).map(({ text }) => text));
  return { ...told, ...(authors === null ? {} : { authors }) };
}

/** The title and the lines beside it: to the next heading, or the first paragraph that is text. */
function frontOf(blocks: readonly SourceBlock[], hasTitle: boolean): SourceBlock[] {
  const lines: SourceBlock[] = [];
  for (const block of blocks.slice(0, BLOCKS)) {
    if (block.kind === 'heading' ? !hasTitle || (lines.some(({ kind }) => kind === 'heading') && !isSubtitle(block, lines)) : !isLine(block)) break;
    lines.push(block);
  }
  return lines;
}

/** A deeper heading right below the title; what stands below it tells whether it is no section. */
function isSubtitle({ level }: { level: number }, lines: readonly SourceBlock[]): boolean {
  return lines.length === 1 && lines[0]!.kind === 'heading' && level > lines[0]!.level;
}

/** What its author marked, or what calls a note, is kept as it stands. */
function isLine({ kind, text, notes, picture, id, tags, ref }: SourcePassage): boolean {
  return (kind === 'paragraph' || kind === 'list-item') && text.length <= TEXT && notes.length === 0 && picture === null && !id && tags === null && ref === null;
}

/** @returns null for a line that says anything else */
function saidBy(text: string, known: readonly string[]): Said | null {
  const said: Said = { authors: null, sure: false, date: null };
  if (text.length > LINE) return null;
  const names = new Set(known.flatMap((name) => namesOf(name) ?? [name]).map(squash));
  for (const part of text.split(BETWEEN)) for (const [at, piece] of cutAtDate(part).entries()) {
    const date = dateOf(piece);
    const by = bylineOf(piece);
    const persons = by ?? namesOf(piece) ?? (names.has(squash(piece)) ? [piece] : null);
    const isPlace = at === 0 && piece !== part && by === null && !names.has(squash(piece));
    if (date !== null) said.date ??= date;
    else if (isPlace) return null;
    else if (persons !== null) {
      said.authors = [...(said.authors ?? []), ...persons];
      said.sure ||= by !== null || persons.every((name) => names.has(squash(name)));
    } else if (!READING_TIME.test(piece)) return null;
  }
  return said;
}

/** "By Ada Larsen, 1 May 2023" → "By Ada Larsen", "1 May 2023"; what stands before a date without a "by" is a place */
function cutAtDate(piece: string): string[] {
  const found = /^(\D{3,}?)[,\s]\s*((?:le\s+)?(?:\d{1,2}(?:er|\.)?\s+)?\p{L}{3,10}\.?\s+(?:\d{1,2},\s*)?(?:19|20)\d\d)$/u.exec(piece);
  return found && dateOf(found[2]!) !== null && !PUBLISHED.test(piece) ? [found[1]!.replace(/[,\s]+$/, ''), found[2]!] : [piece];
}

function dateOf(piece: string): string | null {
  const bare = piece.replace(PUBLISHED, '');
  return ISO.test(bare) ? bare : dateOfLine(bare);
}

/** Who wrote a chapter, where its first line says so and nothing else; the line is taken out. */
export function takeByline(blocks: SourceBlock[]): string[] | null {
  const at = blocks.findIndex(({ kind }) => kind !== 'heading');
  const first = blocks[at];
  if (!first || at > 1 || first.kind !== 'paragraph' || !isLine(first) || blocks.length < 2) return null;
  const authors = bylineOf(first.text);
  if (authors) blocks.splice(at, 1);
  return authors;
}
