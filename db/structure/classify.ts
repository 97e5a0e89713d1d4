import { BULLET } from '../model/bullets.ts';
import { kindAt, LETTER, LOWER } from '../model/letters.ts';
import { hashOf, mixed, NOTHING, WordTable } from '../model/words.ts';
import type { Block, Page } from './block.ts';
import { isHardEnd, isLabel, isTerminated, plain } from './block.ts';

const CAPTION = /^(?:(?:figure|fig\.|table|chart|map|box|graph|photo)\s*\d+(?:\.\d+)?\s*[.:–—|]|(?:image|photo|source|sources|note|photo credit)\s*:)\s*\S/i;
/** Titles of parts that are chapters of their own, whatever their numbering. */
const FRONT = /^(?:foreword|preface|executive summary|acknowledge?ments|abbreviations|list of (?:abbreviations|acronyms|figures|tables)|about the (?:authors?|editors?)|contents|table of contents|glossary|bibliography|references|appendix|annex)\b/i;
const KNOWN_HEADING = /^(?:introduction|conclusions?|background|summary|recommendations?|methodology|outlook)\b/i;
const CHAPTER_TITLE = /^chapter\s+(?:\d+|[ivxlc]+)\b/i;
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}/u;

/** What the classification knows of the whole report. */
export interface Context {
  keepsBlanks: boolean;
  /** Words of its lines in capitals that the report also writes in small letters. */
  smallWords: ReadonlySet<string>;
  /** Letters in a full line of a column. */
  measure: number;
}

/** @returns true for "Foreword", "Executive Summary" and their like: a chapter whose title is known */
export function isFrontTitle(text: string): boolean {
  return FRONT.test(text) || CHAPTER_TITLE.test(text);
}

export function isKnownHeading(text: string): boolean {
  return KNOWN_HEADING.test(text);
}

/** @returns true for a line that begins as captions do: "Figure 3: …", "Source: …" */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** Gathers what the rules need to know. */
export function contextOf(pages: readonly Page[], keepsBlanks: boolean): Context {
  const texts: string[] = [];
  for (const { blocks } of pages) for (const block of blocks) if (block.kind === 'body') for (const { text } of block.lines) texts.push(text);
  const capital = new WordTable();
  for (const text of texts) if (hasNoSmall(text)) for (const word of lettersOf(text)) capital.numberOf(word, 0, word.length);
  return { keepsBlanks, smallWords: capital.words.length > 0 ? smallWordsOf(texts, capital) : new Set(), measure: medianLength(texts) };
}

/** The length that half of the texts do not reach; 0 where there are none. */
function medianLength(texts: readonly string[]): number {
  const times: number[] = [];
  for (const { length } of texts) {
    while (times.length <= length) times.push(0);
    times[length]! += 1;
  }
  let below = Math.floor(texts.length / 2);
  return texts.length === 0 ? 0 : times.findIndex((many) => (below -= many) < 0);
}

const hasNoSmall = (text: string): boolean => !/[a-z]/.test(text) && text === text.toUpperCase();

/** The words of a text as they are asked for: in small letters, three and more of them. */
const lettersOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Places of a filter through which one word in some hundred passes that nobody looks for. */
const PLACES = 1 << 16;

/** Those of some words that stand in the texts without a capital, and are no part of a compound. */
function smallWordsOf(texts: readonly string[], some: WordTable): Set<string> {
  const filter = new Uint8Array(PLACES);
  for (const word of some.words) filter[hashOf(word, 0, word.length) >>> 16] = 1;
  /** By the words' numbers. */
  const isFound = new Uint8Array(some.words.length);
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const start = at;
      let kinds = LETTER | LOWER;
      let hash = NOTHING;
      for (let kind: number; at < text.length && ((kind = kindAt(text, at)) & LETTER) !== 0; at++) {
        kinds &= kind;
        hash = mixed(hash, text.charCodeAt(at));
      }
      if (at - start < 3 || (kinds & LOWER) === 0 || filter[hash >>> 16] === 0) continue;
      const number = some.lookUp(text, start, at, hash);
      if (number >= 0 && isFound[number] === 0 && !(start > 0 && "’'-".includes(text[start - 1]!))) isFound[number] = 1;
    }
  }
  return new Set(some.words.filter((_, number) => isFound[number] === 1));
}

/** Tells captions, list items and headings from body text, page by page. Blocks are cut at hard line ends first. */
export function classify(pages: Page[], context: Context): void {
  for (const page of pages) {
    page.blocks = page.blocks.flatMap((block) => (block.kind === 'body' ? cutHardEnds(block, context) : [block]));
    for (const block of page.blocks) if (block.kind === 'body') {
      const first = block.lines[0]!.text;
      if (CAPTION.test(first) && block.lines.length <= 4) block.kind = 'caption';
      else if (BULLET.test(first)) block.kind = 'item';
    }
    const shown = page.blocks.filter((block) => block.kind !== 'urls' && block.kind !== 'head');
    shown.forEach((block, at) => {
      if (block.kind === 'body' && isFigureText(shown, at, context)) block.kind = 'figure';
    });
    shown.forEach((block, at) => {
      if (block.kind === 'body' && isHeading(shown, at, context)) block.kind = 'heading';
    });
  }
}

/**
 * A line that ends hard (no blank behind it, where the file keeps them) ends its paragraph; but a heading in capitals
 * goes on over such lines, and so do the labels below a caption.
 */
function cutHardEnds(block: Block, { keepsBlanks }: Context): Block[] {
  const { lines } = block;
  const parts: Block[] = [];
  let from = 0;
  for (let at = 1; at < lines.length; at++) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    const goesOn = (): boolean => (isCaps(before.text) && isCaps(line.text)) || (CAPTION.test(lines[from]!.text) && !isTerminated(line.text) && line.text.length < 60);
    const hard = keepsBlanks && isHardEnd(before) && !goesOn();
    if (!hard && !BULLET.test(line.text) && !(CAPTION.test(line.text) && isTerminated(before.text))) continue;
    parts.push({ kind: 'body', lines: lines.slice(from, at), n: 0 });
    from = at;
  }
  return from === 0 ? [block] : [...parts, { kind: 'body', lines: lines.slice(from), n: 0 }];
}

export function isCaps(text: string): boolean {
  // Nearly every line has a small letter, and most have one at once.
  if (/[a-z]/.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  // Scripts without capitals have none.
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Words inside a drawing: labels next to a caption, in capitals or cut off, that are no sentence. */
function isFigureText(blocks: readonly Block[], at: number, context: Context): boolean {
  const block = blocks[at]!;
  const near = [at - 1, at + 1, at - 2, at + 2].some((i) => blocks[i]?.kind === 'caption' || blocks[i]?.kind === 'figure');
  if (!near || block.lines.length > 3 || !isLabel(block, context.keepsBlanks)) return false;
  const text = plain(block);
  if (text.length > 90) return false;
  if (isCaps(text)) return !speaks(text, context);
  return !isKnownHeading(text) && !isFrontTitle(text) && !followedByBody(blocks, at);
}

/** True where the report uses one of the words in running text too: a heading, not an acronym in a drawing. */
function speaks(text: string, { smallWords }: Context): boolean {
  return lettersOf(text).some((word) => smallWords.has(word)) || isKnownHeading(text);
}

function followedByBody(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1];
  return next !== undefined && next.kind === 'body' && (next.lines.length >= 2 || plain(next).length > 60) && /^[\p{Lu}\p{N}“‘"'(]/u.test(next.lines[0]!.text);
}

function isHeading(blocks: readonly Block[], at: number, context: Context): boolean {
  const block = blocks[at]!;
  if (block.lines.length > 5) return false;
  const text = plain(block);
  if (text.length > 180) return false;
  if (isCaps(text)) return speaks(text, context) && !isTerminated(text.replace(/[?!]$/, ''));
  if (block.lines.length > 2 || !isLabel(block, context.keepsBlanks) || text.length > 110) return false;
  if (CHAPTER_TITLE.test(text) || (FRONT.test(text) && text.length < 60)) return true;
  if (!followedByBody(blocks, at)) return false;
  const words = text.split(/\s+/);
  if (words.length > 14) return false;
  return KNOWN_HEADING.test(text) || NUMBERED.test(text) || titleCased(words);
}

const SMALL = /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|the|to|via|with|der|die|das|und|vis-à-vis)$/i;

function titleCased(words: readonly string[]): boolean {
  const weighty = words.filter((word) => !SMALL.test(word) && /\p{L}/u.test(word));
  return /^\p{Lu}/u.test(words[0]!) && weighty.filter((word) => /^[“‘"'(]?\p{Lu}/u.test(word)).length >= weighty.length * 0.8;
}
