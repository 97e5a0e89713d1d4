import { squash } from '../../model/fold.ts';
import { isCaps } from '../classify.ts';
import type { LaidBlock } from './blocks.ts';
import type { Outline } from './kinds.ts';
import { titleOf } from './notes.ts';

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s/;
/** Numbers of chapters that are written as words. */
export const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const LABEL = new RegExp(`^(?:chapter|part|kapitel|teil)\\s+(?:\\d{1,2}|[IVX]{1,5}|${NUMBER_WORDS.join('|')})[.:]?$`, 'i');
/** Deeper headings are one as deep as the other to a reader. */
const DEEPEST = 5;

interface Found {
  block: LaidBlock;
  page: number;
  /** By the outline, 1 for the outermost; null where the outline does not have it. */
  outlined: number | null;
  style: string;
}

/**
 * Gives every heading its level: what the outline says; else what it says of headings that look the same; else by their
 * look, the larger the higher. Level 0 begins a chapter: the outermost level that stands more than once.
 * @param pages the blocks of each page in reading order
 * @param title of the report: a heading that says the same is none of its chapters
 */
export function levelHeadings(pages: readonly LaidBlock[][], outline: Outline, title: string): void {
  const found = pages.flatMap((blocks, page) => blocks.filter((block) => block.kind === 'heading').map((block): Found => ({ block, page, outlined: outline(page, titleOf(block))?.level ?? null, style: styleOf(block) })));
  // "Chapter 3" above a title stands as high as this does, however it looks.
  const labels = new Map(found.flatMap((one, at) => (LABEL.test(titleOf(one.block)) && isRightBelow(found[at + 1], one, pages) ? [[one, found[at + 1]!]] : [])));
  const inside = found.filter((one) => !labels.has(one) && (one.page > 2 || squash(titleOf(one.block)) !== squash(title)));
  const rank = ranksOf(inside);
  const levels = new Map(inside.map((one) => [one, rank(one)]));
  const counts = new Map<number, number>();
  for (const level of levels.values()) counts.set(level, (counts.get(level) ?? 0) + 1);
  const sorted = [...counts.keys()].sort((a, b) => a - b);
  const chapters = sorted.find((level) => counts.get(level)! > 1) ?? sorted[0] ?? 1;
  for (const one of found) one.block.level = 0;
  for (const [one, level] of levels) {
    const place = sorted.filter((other) => other > chapters && other <= level).length;
    one.block.level = level <= chapters ? 0 : Math.min(DEEPEST, place);
  }
  for (const [label, below] of labels) label.block.level = below.block.level;
  // What says the report's title again, on its first pages, begins nothing.
  for (const one of found) if (!levels.has(one) && !labels.has(one)) one.block.kind = 'noise';
}

function isRightBelow(below: Found | undefined, { block, page }: Found, pages: readonly LaidBlock[][]): boolean {
  return below !== undefined && pages[page]![pages[page]!.indexOf(block) + 1] === below.block;
}

/** How high each heading stands, as a number: smaller is higher. */
function ranksOf(found: readonly Found[]): (one: Found) => number {
  const styles = [...new Set(found.map((one) => one.style))].sort((a, b) => weightOf(b) - weightOf(a));
  const byStyle = new Map<string, number>();
  for (const style of styles) {
    const outlined = found.filter((one) => one.style === style && one.outlined !== null).map((one) => one.outlined!).sort((a, b) => a - b);
    if (outlined.length > 0) byStyle.set(style, outlined[Math.floor(outlined.length / 2)]!);
  }
  const deepest = Math.max(0, ...byStyle.values());
  const isOutlined = byStyle.size > 0;
  let next = deepest;
  for (const style of styles) if (!byStyle.has(style)) byStyle.set(style, (next += 1));
  const numbered = found.filter((one) => NUMBERED.test(titleOf(one.block)));
  const useNumbers = !isOutlined && numbered.some((one) => depthOf(one) > 1);
  // Numbers tell more than looks: "2.1" stands one below "2", however it is set.
  const top = useNumbers ? Math.min(...numbered.map((one) => byStyle.get(one.style)!)) : 0;
  return (one) => one.outlined ?? (useNumbers && NUMBERED.test(titleOf(one.block)) ? top + depthOf(one) - 1 : byStyle.get(one.style)!);
}

function depthOf({ block }: Found): number {
  return NUMBERED.exec(titleOf(block))![1]!.split('.').length;
}

function styleOf(block: LaidBlock): string {
  return `${Math.round(block.size * 2) / 2}/${block.bold ? 'b' : ''}/${isCaps(titleOf(block)) ? 'c' : ''}/${block.italic ? 'i' : ''}`;
}

/** Size counts most, then capitals, then weight; slanted letters least. */
function weightOf(style: string): number {
  const [size, bold, caps, italic] = style.split('/');
  return Number(size) * 10 + (caps ? 3 : 0) + (bold ? 2 : 0) - (italic ? 1 : 0);
}
