import type { LaidPage } from '../../model/layout.ts';
import type { ImportWarning } from '../../model/report.ts';

/** Letters below which a page counts as a picture of text; what stands on every page alike (a scanner's own words) is not counted. */
const LETTERS = 20;
const ALIKE = 0.5;
/** Pictures cover so much of a page that was scanned; some scanners cut it into strips. */
const COVERED = 0.7;

/**
 * Finds the pages that are pictures of text.
 * @returns their numbers, without a cover that is a picture; and whether the file has no text at all
 */
export function scannedPages(pages: readonly LaidPage[]): { pages: number[]; isWhole: boolean } {
  const seen = new Map<string, number>();
  for (const page of pages) for (const text of new Set(page.lines.map(alike))) seen.set(text, (seen.get(text) ?? 0) + 1);
  const isOwn = (text: string): boolean => pages.length < 3 || seen.get(text)! < pages.length * ALIKE;
  const empty = pages.filter((page) => page.lines.reduce((sum, line) => sum + (isOwn(alike(line)) ? line.text.length : 0), 0) < LETTERS);
  const isPicture = (page: LaidPage): boolean => page.pictures.reduce((sum, box) => sum + (box.right - box.left) * (box.bottom - box.top), 0) > page.width * page.height * COVERED;
  const scanned = empty.filter(isPicture).map(({ number }) => number);
  const inside = scanned.filter((number) => number > 1 && number < pages.length);
  const isWhole = empty.length === pages.length && (scanned.length > 0 || pages.every((page) => page.lines.reduce((sum, line) => sum + line.text.length, 0) < LETTERS));
  return { pages: inside.length === 0 ? [] : scanned.filter((number) => number !== 1 || scanned.includes(2)), isWhole };
}

function alike({ text }: { text: string }): string {
  return text.replace(/\d+/g, '#');
}

/** What is said of pages that were scanned, in a report whose others have text. */
export function withoutText(pages: readonly number[]): ImportWarning[] {
  if (pages.length === 0) return [];
  const which = pages.length === 1 ? `Page ${pages[0]} of the PDF is a picture` : `Pages ${listed(pages)} of the PDF are pictures`;
  return [{ code: 'pages-without-text', message: `${which} without text; what stands there cannot be read or searched. Have the text recognised (OCR), and import the result.`, line: null }];
}

/** [3, 4, 5, 7, 8] → "3–5, 7 and 8" */
function listed(pages: readonly number[]): string {
  const runs: number[][] = [];
  for (const page of pages) {
    if (runs.at(-1)?.at(-1) === page - 1) runs.at(-1)!.push(page);
    else runs.push([page]);
  }
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String)));
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0]!;
}
