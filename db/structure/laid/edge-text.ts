import type { LaidLine, LaidPage } from '../../model/layout.ts';
import { raisedValue } from '../raised.ts';
import { sameSize } from './layout.ts';
import { SMALLER } from './notes.ts';
import { commonest } from './page.ts';

/** So many lines of one size, each as far below the other, are a text; … */
const STACKED = 4;
/** … two are, where they stand as far apart as lines of the text do, and fill this share of its width. */
const WIDE = 0.6;
/** How far distances of lines may differ, by share. */
const EVEN = 0.12;
/** Lines further apart, as a share of their size, are no lines of one text. */
const APART = 2.2;
/** The same for footnotes, which may have a little white between them. */
const NOTES_APART = 1.5;
/** Words stand so far at most behind the number of their note, as a share of its size. */
const BESIDE = 4;

/** "winter.⁵", and "winter.5" where the figure is not raised. */
const CALL = /(?<=\S)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?<=\p{L}[.,;:!?”"’)]*)(\d{1,3})(?![^\s,;.)])/gu;
const NOTE_START = /^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[?(\d{1,3})[.)\]]?(?:\s|$))/;

/** How the text of a document is set, as far as it tells text from running heads. */
export interface TextSetting {
  body: number;
  /** From baseline to baseline. */
  step: number;
  width: number;
}

/** @param body the size of most letters */
export function textSettingOf(pages: readonly LaidPage[], body: number): TextSetting {
  const steps: [number, number][] = [];
  let width = 0;
  for (const { lines } of pages) {
    const text = lines.filter((line) => sameSize(line.size, body)).toSorted((a, b) => a.baseline - b.baseline);
    text.forEach((line, at) => {
      width = Math.max(width, line.right - line.left);
      const step = line.baseline - (text[at - 1]?.baseline ?? -Infinity);
      if (step > body * 0.8 && step < body * APART) steps.push([Math.round(step * 4) / 4, 1]);
    });
  }
  return { body, step: commonest(steps), width };
}

/**
 * The lines at the edges of a page that are surely no running heads: they stand in a stack of text, as far apart as its
 * other lines, or are footnotes that are called on the page. Text that is taken off is lost, and nobody sees it.
 * @param edge the lines in question
 * @param isRepeated says of a line that it stands on many pages, its numbers aside: "5 Northern Review" is no note
 */
export function textAmong(edge: readonly LaidLine[], page: LaidPage, setting: TextSetting, isRepeated: (line: LaidLine) => boolean): Set<LaidLine> {
  const notes = notesOf(page, setting, isRepeated);
  return new Set(edge.filter((line) => notes.has(line) || isStacked(line, page, setting)));
}

function isStacked(line: LaidLine, page: LaidPage, { body, step, width }: TextSetting): boolean {
  const inward = line.bottom < page.height / 2 ? 1 : -1;
  const stack = [line];
  let even = 0;
  while (stack.length < STACKED) {
    const from = stack.at(-1)!;
    const next = nextOf(from, page.lines, inward);
    const away = next ? Math.abs(next.baseline - from.baseline) : Infinity;
    if (!next || !sameSize(next.size, line.size) || away > line.size * APART || (even > 0 && Math.abs(away - even) > even * EVEN)) break;
    even ||= away;
    stack.push(next);
  }
  const isOfText = stack.length > 1 && sameSize(line.size, body) && Math.abs(even - step) < step * EVEN && line.right - line.left > width * WIDE;
  return stack.length === STACKED || isOfText;
}

/** The line right below (or above) another one, in its column. */
function nextOf(line: LaidLine, lines: readonly LaidLine[], inward: 1 | -1): LaidLine | null {
  let next: LaidLine | null = null;
  for (const other of lines) {
    const away = (other.baseline - line.baseline) * inward;
    if (away < line.size * 0.5 || (next && away >= (next.baseline - line.baseline) * inward)) continue;
    const shared = Math.min(line.right, other.right) - Math.max(line.left, other.left);
    if (shared > 0.5 * Math.min(line.right - line.left, other.right - other.left)) next = other;
  }
  return next;
}

/** The footnotes of a page: for each call the first small line below it that begins with its number, and what stands close to these in letters as small. */
function notesOf({ lines }: LaidPage, { body }: TextSetting, isRepeated: (line: LaidLine) => boolean): Set<LaidLine> {
  const sorted = lines.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const calls = new Map<number, number>();
  for (const line of sorted) for (const [, raised, plain] of line.text.matchAll(CALL)) {
    const n = raised === undefined ? Number(plain) : raisedValue(raised);
    if (!calls.has(n)) calls.set(n, line.baseline);
  }
  const notes = new Set<LaidLine>();
  for (const line of sorted) {
    const n = line.size < body * SMALLER && !isRepeated(line) ? numberOf(line, sorted) : null;
    const called = n === null ? undefined : calls.get(n);
    if (called === undefined || called >= line.baseline) continue;
    calls.delete(n!);
    notes.add(line);
  }
  for (const way of [sorted, sorted.toReversed()]) {
    let near: LaidLine | null = null;
    for (const line of way) {
      if (near && !notes.has(line) && Math.abs(line.baseline - near.baseline) < near.size * NOTES_APART && sameSize(line.size, near.size) && isWords(line)) notes.add(line);
      if (notes.has(line)) near = line;
    }
  }
  return notes;
}

/** The number with which a line begins a note; its words may be a line of their own beside it. */
function numberOf(line: LaidLine, lines: readonly LaidLine[]): number | null {
  const found = NOTE_START.exec(line.text);
  if (!found || !(isWords(line) || lines.some((other) => other !== line && isWords(other) && Math.abs(other.baseline - line.baseline) < line.size * 0.5 && other.left > line.left && other.left - line.right < line.size * BESIDE))) return null;
  return found[1] === undefined ? Number(found[2]) : raisedValue(found[1]);
}

/** The number of the page may well stand close below the notes. */
const isWords = ({ text }: LaidLine): boolean => /\p{L}{2}/u.test(text);
