import type { Paragraph, ParagraphChild, Table } from 'docx';
import { callRun, headingOf, isRightToLeft, lineRuns, pictureParagraph, styled, textRun, type DocxWork, type RunLook } from './docx-parts.ts';
import { BULLETS } from './docx-styles.ts';
import { tableOf } from './docx-tables.ts';
import type { LaidPassage, LaidPassages, Run } from './laid-out.ts';
import { tableOfPassage, wordsOf, type RunTable } from './runs.ts';

/**
 * Passages of a report as Word's paragraphs and tables: heading, source, then each group's text.
 * @param width of the page's text, in twentieths of a point
 */
export function passageBlocks(item: LaidPassages, work: DocxWork, width: number): (Paragraph | Table)[] {
  const source = (words: string | null): Paragraph[] => (words === null ? [] : [styled('Source', words)]);
  return [
    ...(item.title === '' ? [] : [headingOf(item.level, item.title)]), ...source(item.source),
    ...(item.groups.length === 0 ? [styled('BodyText', 'No passage of the report stands under this heading.')] : []),
    ...item.groups.flatMap((group) => [
      ...(group.heading === null ? [] : [headingOf(item.level + 1, group.heading)]), ...source(group.source),
      ...group.passages.flatMap((passage) => cellTable(passage, work, width) ?? passageOf(passage, work)),
    ]),
  ];
}

const STYLE: Record<LaidPassage['kind'], string> = {
  paragraph: 'BodyText', figure: 'BodyText', 'list-item': 'ListBullet', quotation: 'Quote', 'pull-quote': 'PullQuote', caption: 'Caption', table: 'AsSet',
};

/** A table whose cells are told apart, and room behind it; null for anything else. */
function cellTable(passage: LaidPassage, work: DocxWork, width: number): (Paragraph | Table)[] | null {
  const table = tableOfPassage(passage);
  if (!table) return null;
  const { heads, figures } = table;
  const rows = table.rows.map((cells, row) => cells.map(({ words, runs, columns }) => ({
    words, columns, children: runChildren(runs, work, { ...lookOf(words), ...(row < heads ? { bold: true } : {}) }),
  })));
  return [tableOf(rows, width, { align: figures.map((isRight) => (isRight ? 'right' : null)), shares: sharesOf(table, width), heads }), styled('TableText', '')];
}

/** What a letter of a table takes, and the gaps beside a cell's text, in twentieths of a point. */
const LETTER = 115;
const GAPS = 160;
/** A cell's text is set in lines from this length on, in letters. */
const LINE = 48;

/** Each column has room for its longest word, and of what is left as much as its texts ask for. */
function sharesOf({ rows, room }: RunTable, width: number): number[] {
  const least = room.map((letters) => Math.max(2, letters) * LETTER + GAPS);
  const asked = room.map((_, at) => {
    const cells = rows.flatMap((row) => row.filter(({ column, columns }) => column === at && columns === 1));
    const longest = cells.reduce((most, { words }) => Math.max(most, words.length), 0);
    return Math.max(least[at]!, Math.min(LINE, longest) * LETTER + GAPS);
  });
  const [sumLeast, sumAsked] = [least, asked].map((all) => all.reduce((a, b) => a + b, 0)) as [number, number];
  const part = sumAsked > sumLeast ? Math.min(1, Math.max(0, (width - sumLeast) / (sumAsked - sumLeast))) : 0;
  return least.map((one, at) => one + (asked[at]! - one) * part);
}

const lookOf = (words: string): RunLook => (isRightToLeft(words) ? { rightToLeft: true } : {});

/** @param inLines whether line breaks are kept */
function runChildren(runs: readonly Run[], work: DocxWork, look: RunLook, inLines = false): ParagraphChild[] {
  return runs.flatMap((run, at) => {
    if ('text' in run) return inLines ? lineRuns(run.text, look) : [textRun(run.text, look)];
    const before = runs[at - 1];
    return [...(before && 'call' in before ? [textRun(' ')] : []), callRun(run.call, work)];
  });
}

/** A table that the report sets in lines keeps them. */
function passageOf({ kind, runs, picture }: LaidPassage, work: DocxWork): Paragraph[] {
  const words = wordsOf(runs);
  const children = runChildren(runs, work, lookOf(words), kind === 'table');
  if (picture) return [pictureParagraph(picture, words), styled('Caption', words, children)];
  const said = kind === 'figure' ? [textRun('Figure in the report ', { bold: true }), ...children] : children;
  return [styled(STYLE[kind], words, said, kind === 'list-item' ? { numbering: { reference: BULLETS.reference, level: 0 } } : {})];
}
