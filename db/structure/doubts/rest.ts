import type { Doubt } from '../../model/doubt.ts';
import type { Passage } from '../../model/report.ts';
import type { Page } from '../block.ts';
import type { Paged } from '../doubtful.ts';

/** Scraps of fewer letters are page numbers and marks, and nothing is missed. */
const SCRAPS = 12;
/** Lines that stand so near to each other were left out for one reason. */
const NEAR = 6;

/** Words that were left out, and words that were taken for the labels of a drawing. */
export function doubtRest({ pages, made, lines }: Paged, passageAt: (line: number) => Passage | undefined): Doubt[] {
  const left = lines ? linesLeft(pages, lines) : [];
  const groups: { n: number; text: string }[][] = [];
  for (const line of left) {
    if (groups.length > 0 && line.n - groups.at(-1)!.at(-1)!.n <= NEAR) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  const scraps = groups.filter((group) => group.reduce((sum, { text }) => sum + text.trim().length, 0) > SCRAPS).map((group): Doubt => {
    const [from, to] = [group[0]!.n, group.at(-1)!.n];
    const beside = nearest(from, passageAt);
    return {
      key: `other:left-out:${group.map(({ text }) => text).join(' ').slice(0, 80)}`, kind: 'other', passage: beside?.id ?? null, near: null, footnote: null, lines: { from, to },
      message: `${group.length === 1 ? 'A line was' : `${group.length} lines were`} left out: they look like scraps of a picture or a page’s edge.`,
    };
  });
  return [...scraps, ...made.passages.filter(({ kind }) => kind === 'figure').map((passage): Doubt => ({
    key: `other:figure:${passage.id}`, kind: 'other', passage: passage.id, near: null, footnote: null, lines: passage.lines,
    message: 'These words were taken for the labels of a drawing, by their place beside a caption. They may be text or a heading.',
  }))];
}

/** The lines with words in them that no block has. */
function linesLeft(pages: readonly Page[], lines: NonNullable<Paged['lines']>): { n: number; text: string }[] {
  const read = new Uint8Array(1 + (lines.at(-1)?.n ?? 0));
  for (const { blocks } of pages) for (const block of blocks) for (const { n } of block.lines) read[n] = 1;
  return lines.filter(({ n, text }) => text !== '' && read[n] === 0 && text.trim() !== '');
}

/** The last passage before a line, or the first behind it. */
function nearest(line: number, passageAt: (line: number) => Passage | undefined): Passage | undefined {
  for (let away = 1; away < 200; away++) {
    const found = passageAt(line - away) ?? passageAt(line + away);
    if (found) return found;
  }
  return undefined;
}
