import type { Page } from './block.ts';

/**
 * Counts printed page labels from those that were read, inside one chapter: between chapters there may be title pages
 * and photographs that left no text. Where two read labels disagree with the count between them, it stays unknown.
 * @param ranges first page of each chapter, and the page after its last
 */
export function countLabels(pages: Page[], ranges: readonly { from: number; to: number }[]): void {
  for (const { from, to } of ranges) {
    const known = pages.slice(from, to).flatMap((page, at) => (page.head?.label ? [{ at: from + at, value: valueOf(page.head.label), roman: isRoman(page.head.label) }] : []));
    for (const [nth, { at, value, roman }] of known.entries()) {
      const before = known[nth - 1];
      const after = known[nth + 1];
      if (!before) for (let i = at - 1; i >= from && value - (at - i) >= 1; i--) pages[i]!.label ??= written(value - (at - i), roman);
      const agrees = after === undefined || (after.roman === roman && after.value - value === after.at - at);
      if (agrees) for (let i = at + 1; i < (after?.at ?? to); i++) pages[i]!.label ??= written(value + (i - at), roman);
    }
  }
}

/** The label that stands so many pages after another: "iv" and 2 → "vi", "A-9" and 1 → "A-10"; null where labels do not count. */
export function labelAfter(label: string, pages: number): string | null {
  const [, before, number] = /^(.*?)(\d+|[ivxlc]+)$/.exec(label) ?? [];
  if (before === undefined || number === undefined) return pages === 0 ? label : null;
  return before + written(valueOf(number) + pages, isRoman(number));
}

function isRoman(label: string): boolean {
  return /^[ivxlc]+$/.test(label);
}

const ROMAN: [number, string][] = [[100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function valueOf(label: string): number {
  if (!isRoman(label)) return Number(label);
  let rest = label;
  let value = 0;
  for (const [worth, letters] of ROMAN) while (rest.startsWith(letters)) {
    value += worth;
    rest = rest.slice(letters.length);
  }
  return value;
}

function written(value: number, roman: boolean): string {
  if (!roman) return String(value);
  let rest = value;
  let label = '';
  for (const [worth, letters] of ROMAN) while (rest >= worth) {
    label += letters;
    rest -= worth;
  }
  return label;
}
