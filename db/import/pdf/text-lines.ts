import { plainBoxes } from '../../model/bullets.ts';
import type { Gap, LaidLine } from '../../model/layout.ts';
import { asTyped } from './font-forms.ts';
import { closeSpaced } from './spaced-letters.ts';
import type { Run } from './text-run.ts';

/** A gap wider than this share of the letters' size is no space between words. */
const WORD_SPACE = 0.9;
/** A gap wider than this is a space, whether the file says so or not. */
const SPACE = 0.16;
/** A gap this wide may stand between two cells: more than a space, but for lines that are stretched. */
const WIDE_SPACE = 0.45;
/** No table has more columns: a line of more gaps is drawn. */
const GAPS_AT_MOST = 100;
/** The letters of typewriters differ by less, as a share of their size. */
const TYPEWRITTEN = 0.03;
/** Where the file itself has a blank, a smaller gap will do. */
const MARKED_SPACE = 0.06;
/** How far two runs' baselines may be apart on one line (raised and lowered figures), as a share of the larger size. */
const ONE_LINE = 0.55;
/** Raised or lowered by more than this share, and set smaller, a figure is no part of a number on the line. */
const SHIFT = 0.1;
const SMALLER = 0.92;
/** Raised this far, it needs not even be smaller. */
const FAR = 0.25;

const RAISED: Record<string, string> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', ',': '\u2009', ';': '\u2009' };
const LOWERED: Record<string, string> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' };
/** Figures, alone or several with commas between; "¹" is kept where the font has it. */
const FIGURES = /^[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s*[,;]\s*\d+)*[,;]?$/;
/**
 * Fonts draw a modifier letter and a quotation mark with one sign. Chromium then names the letter in the font, and the
 * mark only in a note beside the text, which pdf.js does not hand on. To a reader both are the mark.
 */
const QUOTES: Record<string, string> = { '\u02bb': '‘', '\u02bc': '’', '\u02bd': '‛', '\u02ba': '”' };
/** Bullets of symbol fonts stand in the private area of Unicode. */
const PRIVATE_BULLETS = /[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076\uf02d]/g;

/**
 * Puts runs together to lines: words that stand on one baseline without a gap wider than a word space. Raised figures
 * are written as such, lowered ones too.
 * @param runs of one page, upright, in the order of the file
 */
export function linesOf(runs: readonly Run[]): LaidLine[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && follows(group, run)) group.push(run);
    else groups.push([run]);
  }
  return mergeStray(groups).map(toLine).filter((line) => line.text !== '');
}

function follows(group: readonly Run[], run: Run): boolean {
  const last = group.at(-1)!;
  const size = Math.max(last.size, run.size);
  const main = group.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const sameLine = Math.abs(main.baseline - run.baseline) <= ONE_LINE * Math.max(main.size, run.size) && Math.max(main.size, run.size) < 2.5 * Math.min(main.size, run.size);
  const gap = run.left - last.right;
  return sameLine && last.artifact === run.artifact && gap < WORD_SPACE * size && gap > -0.5 * size;
}

/** Runs of one line that the file has in another order (a raised figure after the whole line) are put where they stand. */
function mergeStray(groups: Run[][]): Run[][] {
  const kept = groups.filter((group) => lengthOf(group) > 3);
  const stray = groups.filter((group) => lengthOf(group) <= 3);
  const rows = Map.groupBy(kept, (group) => Math.round(group[0]!.baseline / 8));
  const out = [...groups];
  for (const small of stray) {
    const at = Math.round(small[0]!.baseline / 8);
    const near = [at - 1, at, at + 1].flatMap((row) => rows.get(row) ?? []).find((group) => small[0]!.size <= mainOf(group).size * 1.05 && isBeside(group, small));
    if (!near) continue;
    near.push(...small);
    near.sort((a, b) => a.left - b.left);
    out.splice(out.indexOf(small), 1);
  }
  return out;
}

function isBeside(group: readonly Run[], small: readonly Run[]): boolean {
  const [first, last] = [small[0]!, small.at(-1)!];
  const main = mainOf(group);
  if (Math.abs(main.baseline - first.baseline) > ONE_LINE * main.size || first.artifact !== main.artifact) return false;
  return group.some((run, at) => {
    const next = group[at + 1];
    const fits = first.left >= run.right - 0.2 * run.size && (!next || last.right <= next.left + 0.2 * run.size);
    return fits && first.left - run.right < SPACE * 2 * run.size;
  });
}

function lengthOf(group: readonly Run[]): number {
  return group.reduce((sum, run) => sum + run.text.trim().length, 0);
}

/** The run with the most letters of the size that most letters have. */
function mainOf(group: readonly Run[]): Run {
  const letters = new Map<number, number>();
  for (const run of group) letters.set(run.size, (letters.get(run.size) ?? 0) + run.text.length * (FIGURES.test(run.text.trim()) ? 0.5 : 1));
  const size = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  return group.filter((run) => run.size === size).reduce((a, b) => (b.text.length > a.text.length ? b : a));
}

function toLine(runs: readonly Run[]): LaidLine {
  const group = closeSpaced(runs);
  const main = mainOf(group);
  let text = '';
  let shifted = 0;
  const gaps: Gap[] = [];
  group.forEach((run, at) => {
    const before = group[at - 1];
    const now = shiftOf(run, main);
    if (before && now === 0 && gaps.length < GAPS_AT_MOST && run.left - before.right > WIDE_SPACE * main.size && !isTypewritten(before, run)) gaps.push({ at: tidy(text).length, left: before.right, right: run.left });
    if (before && isApart(before, run) && !/\s$/.test(text) && !/^\s/.test(run.text)) text += shifted === 1 && now === 1 ? '\u2009' : ' ';
    else if (before && shifted === 1 && now === 1 && /[⁰-⁹]$/.test(text) && before.right < run.left - 0.05 * run.size) text += '\u2009';
    text += now === 0 ? run.text : written(run.text.trim(), now);
    shifted = now;
  });
  const share = (of: (run: Run) => boolean): boolean => group.reduce((sum, run) => sum + (of(run) ? 1 : -1) * run.text.trim().length, 0) > 0;
  return {
    text: tidy(text), baseline: main.baseline, size: main.size, bold: share((run) => run.bold), italic: share((run) => run.italic), artifact: main.artifact,
    left: Math.min(...group.map((run) => run.left)), right: Math.max(...group.map((run) => run.right)), top: main.baseline - main.size * 0.8, bottom: main.baseline + main.size * 0.22,
    ...(gaps.length > 0 ? { gaps } : {}),
  };
}

/** True where two runs stand one letter apart whose letters are all as wide: typewriters have wide spaces. */
function isTypewritten(before: Run, run: Run): boolean {
  const [one, other] = [before, run].map(({ left, right, text }) => (right - left) / text.length) as [number, number];
  return [other, run.left - before.right].every((width) => Math.abs(width - one) < TYPEWRITTEN * run.size);
}

/** 1 for raised figures, −1 for lowered ones, 0 for everything else. */
function shiftOf(run: Run, main: Run): -1 | 0 | 1 {
  const up = (main.baseline - run.baseline) / main.size;
  if (!FIGURES.test(run.text.trim())) return 0;
  const smaller = run.size < main.size * SMALLER;
  if (up > FAR || (smaller && up > SHIFT)) return 1;
  return smaller && up < -SHIFT ? -1 : 0;
}

function written(text: string, shift: -1 | 1): string {
  const table = shift === 1 ? RAISED : LOWERED;
  return text.replace(/\s/g, '').replace(/[\d,;]/g, (sign) => table[sign] ?? sign).replace(/\u2009$/, '');
}

function isApart(before: Run, run: Run): boolean {
  const gap = run.left - before.right;
  return gap > (run.blank ? MARKED_SPACE : SPACE) * Math.max(before.size, run.size);
}

function tidy(text: string): string {
  return plainBoxes(asTyped(text)).replace(PRIVATE_BULLETS, '•').replace(/[\u02ba-\u02bd]/g, (sign) => QUOTES[sign]!).replace(/\u00ad(?!$)/g, '').replace(/[\p{Cc}\p{Co}\ufffd]/gu, '').replace(/(?<![⁰¹²³⁴⁵⁶⁷⁸⁹])\u2009|\u2009(?![⁰¹²³⁴⁵⁶⁷⁸⁹])/g, ' ').replace(/[ \t\u00a0\u2000-\u2008\u200a\u202f]+/g, ' ').trim();
}
