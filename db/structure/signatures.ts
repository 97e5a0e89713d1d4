import type { Page } from './block.ts';
import { isLabel } from './block.ts';
import type { ChapterRange } from './chapter-starts.ts';

/** A part of a person's name. */
const PART = /^\p{Lu}[\p{L}\p{M}’'.-]*$/u;
/** Two words with capitals that are no name of a person. */
const NO_NAME = /\b(?:paper|papers|report|brief|briefing|policy|working|discussion|series|study|studies|review|research|analysis|volume|edition|institute|university|cent(?:er|re)|foundation|council|ministry|department|school|bank|group|association|programm?e|project|press|introduction|overview|summary|abstract|assembly|committee|commission|parliament|government|secretariat|office|agency|court|team)\b/i;
/** No name begins so. */
const NO_BEGINNING = /^(?:the|die|chapter|part|section|article|annex|appendix|box|table|figure|kapitel|teil)\s/i;
const SMALL_PARTS: ReadonlySet<string> = new Set(['van', 'von', 'de', 'da', 'bin']);
const PARTS_AT_MOST = 4;
const BLOCKS_AT_MOST = 5;

/** @returns true for what reads like the name of one person: two to four words with capitals, initials allowed */
export function isName(text: string): boolean {
  const parts = text.split(' ', PARTS_AT_MOST + 1);
  return !NO_BEGINNING.test(text) && parts.length > 1 && parts.length <= PARTS_AT_MOST && parts.every((part, at) => PART.test(part) || (at > 0 && SMALL_PARTS.has(part)));
}

/** Beside whole names, a surname alone is one too. */
const SURNAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u;
const NAMES_AT_MOST = 6;
const CALL = /\s?[⁰¹²³⁴⁵⁶⁷⁸⁹\u2009]+$|\s?[*∗†‡§]{1,3}$/u;

/** @returns the names that a line consists of ("By Ada Larsen¹ and Ivo Brandt"), without the calls behind them; none where it says anything else */
export function namesIn(line: string): string[] {
  const names = line.replace(/^by\s+/i, '').split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*/).map((name) => name.replace(CALL, '')).filter(Boolean);
  return names.length <= NAMES_AT_MOST && !NO_NAME.test(line) && !names.some((name) => NO_BEGINNING.test(name)) && names.some(isName) && names.every((name) => isName(name) || SURNAME.test(name)) ? names : [];
}

/**
 * Finds who signed a chapter (a foreword, a preface): the labels at its end whose first line is a name. They become
 * `signature` blocks, and the name the chapter's author.
 */
export function takeSignatures(pages: Page[], range: ChapterRange, keepsBlanks: boolean): void {
  const blocks = pages.slice(range.from, range.to).flatMap((page) => page.blocks).filter((block) => !['note', 'urls', 'head', 'noise'].includes(block.kind));
  const from = blocks.findLastIndex((block) => !(block.kind === 'body' || block.kind === 'heading') || !isLabel(block, keepsBlanks) || block.lines.length > 4) + 1;
  const tail = blocks.slice(from);
  const name = tail[0]?.lines[0]?.text ?? '';
  if (from === 0 || tail.length === 0 || tail.length > BLOCKS_AT_MOST || !isName(name)) return;
  for (const block of tail) block.kind = 'signature';
  if (range.authors.length === 0) range.authors = [name];
}
