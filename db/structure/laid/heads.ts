import { fold } from '../../model/fold.ts';
import type { LaidLine, LaidPage } from '../../model/layout.ts';
import { cellsAmong } from './edge-cells.ts';
import { textAmong, textSettingOf, type TextSetting } from './edge-text.ts';
import { bodySize, type CleanPage } from './page.ts';

/** Share of the page's height, at its top and at its foot, in which running heads stand. */
const ZONE = 0.14;
/** The number of a page may stand further in, where nothing stands between it and the edge. */
const NUMBER_ZONE = 0.22;
/** Rows at the top and at the foot that may be running heads. */
const ROWS = 3;
/** How far a running head may stand higher or lower than on other pages, in points. */
const DRIFT = 4;
/** What stands on one line, in points. */
const LEVEL = 2;
/** White between a running head and the text, from baseline to baseline, as a share of the step between the text's lines. */
const APART = 1.7;
/** Where the file calls more of its text than this no text of the report, its word is not taken. */
const ARTIFACTS_AT_MOST = 0.3;

/** The same words on so many pages, or on one so few pages away (left and right pages may differ), are a running head. */
const MANY = 4;
const NEAR = 2;
/** Set larger than the text by this share, they are headings of parts that are alike ("2.3 Costs", "3.3 Costs"), unless they stand on many pages. */
const LARGER = 1.12;
/** A short note ("¹² Ibid.") may well stand at the same height on the next page. */
const NOTE = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]|\d{1,3}[.)]?\s+(?:ibid|see )|ibid)/i;

const NUMBER_ONLY = /^(?:page|seite|p\.)?[\s–—|•-]*(\d{1,4}|[ivxlc]{1,7})[\s–—|•-]*(?:(?:of|von|\/)\s*\d{1,4})?$/i;
const NUMBER_AT_END = /(?:^(\d{1,4})(?=\s)|(?<=\s)(\d{1,4})$)/;
/** "Page 5 of 81", among other words. */
const NUMBER_OF = /(?:^|\s)(?:page|p\.|seite|página)?\s*(\d{1,4})\s*(?:of|von|de|\/)\s*\d{1,4}(?!\d)/i;
const ROMAN = /^[ivxlc]{1,7}$/i;

interface Candidate {
  line: LaidLine;
  page: number;
  key: string;
}

/**
 * Takes running heads and page numbers off the pages: what stands at the top or the foot again and again, numbers that
 * count with the pages, and what the file itself marks so.
 * @returns the pages without them, labelled as printed; else as the file says; else, where neither says anything, as counted
 */
export function takeHeads(pages: readonly LaidPage[]): CleanPage[] {
  const trusted = trustsArtifacts(pages);
  const body = bodySize(pages);
  const setting = textSettingOf(pages, body);
  const atEdges = pages.map((page, at) => edgeLines(page, trusted).map((line): Candidate => ({ line, page: at, key: keyOf(line.text) })));
  const onMany = Map.groupBy(atEdges.flat(), ({ key }) => key);
  const keys = new Map(atEdges.flat().map(({ line, key }) => [line, key]));
  const isAgain = (page: number) => (line: LaidLine): boolean => {
    const key = keys.get(line);
    return key !== undefined && (key === '#' || onMany.get(key)!.some((other) => other.page !== page && Math.abs(other.line.top - line.top) <= DRIFT));
  };
  const isRepeated = (line: LaidLine): boolean => !NOTE.test(line.text) && (onMany.get(keys.get(line) ?? '')?.filter((other) => Math.abs(other.line.top - line.top) <= DRIFT).length ?? 0) > MANY;
  const candidates = atEdges.flatMap((edge, at) => {
    const lines = edge.map(({ line }) => line);
    const kept = new Set([...textAmong(lines, pages[at]!, setting, isRepeated), ...cellsAmong(lines, pages[at]!, isAgain(at))]);
    return edge.filter(({ line }) => (trusted && line.artifact) || !kept.has(line));
  });
  // "Annex 1", "Annex 2": what is set as a heading counts something else than the pages.
  const counted = (line: LaidLine): boolean => NUMBER_ONLY.test(line.text) || !line.bold || line.size < body * LARGER;
  const labels = printedLabels(candidates.filter(({ line }) => counted(line)), pages.length);
  const isPageNumber = ({ line, page }: Candidate): boolean => labels[page] !== null && NUMBER_ONLY.exec(line.text)?.[1] === labels[page];
  const numbers = candidates.filter(isPageNumber);
  const heads = new Set<LaidLine>();
  const byKey = Map.groupBy(candidates, ({ key }) => key);
  const elsewhere = ({ line, page }: Candidate, some: readonly Candidate[]): Candidate[] => some.filter((other) => other.page !== page && Math.abs(other.line.top - line.top) <= DRIFT);
  const onItsLine = ({ line, page }: Candidate, some: readonly Candidate[]): Candidate[] => some.filter((other) => other.page === page && other.line !== line && Math.abs(other.line.baseline - line.baseline) < LEVEL);
  const isHeadingOf = ({ line, page }: Candidate): boolean => isHeading(line, pages[page]!, setting);
  const isApartOn = ({ line, page }: Candidate): boolean => isApart(line, pages[page]!, setting.step);
  /** The same words at the same height, also on its own page. */
  const alikeTo = ({ line, key }: Candidate): Candidate[] => byKey.get(key)!.filter((other) => other.line.text === line.text && Math.abs(other.line.baseline - line.baseline) <= DRIFT);

  const isRepeatedHead = (one: Candidate): boolean => {
    const { line, page, key } = one;
    if (key === '#' || NOTE.test(line.text) || isHeadingOf(one)) return false;
    const all = byKey.get(key)!;
    const same = elsewhere(one, all);
    const isOnAll = same.length > 1 && same.length === pages.length - 1 && all.every((other) => other.line.text === line.text);
    return isOnAll || (same.length >= MANY && (counted(line) || alikeTo(one).length > MANY)) || (line.size < body * LARGER && same.some((other) => Math.abs(other.page - page) <= NEAR));
  };
  const isAboveRest = (one: Candidate): boolean => {
    const alike = alikeTo(one);
    return alike.length > NEAR && alike.some((other) => other.page !== one.page && Math.abs(other.page - one.page) <= NEAR) && isApartOn(one) && alike.some((other) => goesOnBelow(other.line, pages[other.page]!));
  };
  const isNumbered = (one: Candidate): boolean => numberOf(one.line) === labels[one.page] && !isHeadingOf(one)
    && elsewhere(one, candidates).some((other) => (NUMBER_ONLY.exec(other.line.text)?.[1] ?? numberOf(other.line)) === labels[other.page]);
  // What stands on one line with the number of the page is no text either, however often: the titles of sections change. But a number may stand in the margin, beside the first line of the text.
  const isBesideNumber = (one: Candidate): boolean => isApartOn(one) && onItsLine(one, numbers).some((number) => numbers.filter((other) => Math.abs(other.line.top - number.line.top) <= DRIFT).length >= MANY);
  for (const one of candidates) {
    if ((trusted && one.line.artifact) || isPageNumber(one) || isNumbered(one) || isRepeatedHead(one) || isAboveRest(one) || isBesideNumber(one)) heads.add(one.line);
  }
  // A number that is the same on every page counts something else ("Column 211"), beside a running head.
  for (const one of candidates) {
    if (one.key !== '#' || !elsewhere(one, byKey.get('#')!).some((other) => other.line.text === one.line.text)) continue;
    if (onItsLine(one, candidates).some((other) => other.key !== '#' && heads.has(other.line))) heads.add(one.line);
  }
  const unnumbered = labels.every((label) => label === null) && pages.every((page) => page.label === null);
  return pages.map((page, at) => ({
    ...page, lines: page.lines.filter((line) => !heads.has(line) && !(trusted && line.artifact)),
    label: labels[at] ?? page.label ?? (unnumbered ? String(page.number) : null),
  }));
}

/** True for a bold line right above the text, at the top of its page: "Summary" may stand there again and again. */
function isHeading(line: LaidLine, page: LaidPage, { body, step }: TextSetting): boolean {
  return line.bold && line.bottom < page.height / 2 && line.size >= body * 0.95 && !isApart(line, page, step);
}

/** True for a line at the edge of a page with white between it and the text. */
function isApart(line: LaidLine, { lines, height }: LaidPage, step: number): boolean {
  const inward = line.bottom < height / 2 ? 1 : -1;
  return lines.every((other) => Math.abs(other.baseline - line.baseline) < LEVEL || (other.baseline - line.baseline) * inward < 0 || Math.abs(other.baseline - line.baseline) > step * APART);
}

/** True where the text below a line at the top of a page goes on in the middle of a sentence: no heading stands above it. */
function goesOnBelow(line: LaidLine, { lines, height }: LaidPage): boolean {
  if (line.bottom > height / 2) return false;
  const below = lines.filter((other) => other.baseline > line.baseline + LEVEL).reduce<LaidLine | null>((a, b) => (a && a.baseline <= b.baseline ? a : b), null);
  return below !== null && /^\p{Ll}/u.test(below.text);
}

/** What a running head says on every page: its numbers aside, however many they are ("pp. iv, v", "p. 12"). */
function keyOf(text: string): string {
  return fold(text).replace(/\d+|(?<!\p{L})[ivxlc]{1,7}(?!\p{L})/gu, '#').replace(/#(?:\s*[,–—-]\s*#)+/g, '#').replace(/\bpp(?=\.? #)/g, 'p').replace(/\s+/g, ' ');
}

function trustsArtifacts(pages: readonly LaidPage[]): boolean {
  let all = 0;
  let marked = 0;
  for (const page of pages) for (const line of page.lines) {
    all += line.text.length;
    if (line.artifact) marked += line.text.length;
  }
  return marked < all * ARTIFACTS_AT_MOST;
}

/** The lines of the outermost rows. */
function edgeLines(page: LaidPage, trusted: boolean): LaidLine[] {
  const rows = [...new Set(page.lines.map((line) => Math.round(line.baseline / 3)))].sort((a, b) => a - b);
  const outer = new Set([...rows.slice(0, ROWS), ...rows.slice(-ROWS)]);
  const zoneOf = (line: LaidLine): number => page.height * (Math.round(line.baseline / 3) === rows.at(-1) && NUMBER_ONLY.test(line.text) ? NUMBER_ZONE : ZONE);
  return page.lines.filter((line) => (trusted && line.artifact) || (outer.has(Math.round(line.baseline / 3)) && (line.bottom < page.height * ZONE || line.top > page.height - zoneOf(line))));
}

/** The page's number in a running head: "Page 5 of 81", or at its beginning or end ("12 Northern Review"). */
function numberOf(line: LaidLine): string | undefined {
  const told = NUMBER_OF.exec(line.text)?.[1];
  if (told !== undefined) return told;
  const found = NUMBER_AT_END.exec(line.text);
  return found?.[1] ?? found?.[2];
}

/** Finds the printed page numbers: those that count with the pages; between two of them the others are filled in. */
function printedLabels(candidates: readonly Candidate[], count: number): (string | null)[] {
  const labels: (string | null)[] = Array.from({ length: count }, () => null);
  const numbers = candidates.flatMap(({ line, page }) => {
    const only = NUMBER_ONLY.exec(line.text)?.[1];
    const text = only ?? numberOf(line);
    if (text === undefined) return [];
    const roman = ROMAN.test(text);
    return [{ page, text, roman, ahead: (roman ? valueOfRoman(text) : Number(text)) - page }];
  });
  const groups = [...Map.groupBy(numbers, ({ roman, ahead }) => `${roman ? 'r' : 'a'}${ahead}`).values()].sort((a, b) => b.length - a.length);
  for (const group of groups) {
    const isOnly = count === 1 && group[0]!.ahead === 1;
    if (new Set(group.map(({ page }) => page)).size < 2 && !isOnly) continue;
    const inner = { from: Math.min(...group.map(({ page }) => page)), to: Math.max(...group.map(({ page }) => page)) };
    // A few numbers that happen to rise are not the page numbers of a whole report.
    if (group.length < (inner.to - inner.from + 1) * 0.3) continue;
    for (const { page, text } of group) labels[page] ??= text;
    if (!group[0]!.roman) for (let page = inner.from; page <= inner.to; page++) labels[page] ??= String(page + group[0]!.ahead);
  }
  return labels;
}

const WORTH: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function valueOfRoman(text: string): number {
  const values = [...text.toLowerCase()].map((letter) => WORTH[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
