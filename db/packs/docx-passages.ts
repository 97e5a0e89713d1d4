import type { Paragraph } from 'docx';
import { callRun, headingOf, isRightToLeft, lineRuns, pictureParagraph, styled, textRun, type DocxWork } from './docx-parts.ts';
import { BULLETS } from './docx-styles.ts';
import type { LaidPassage, LaidPassages } from './laid-out.ts';

/** Passages of a report as Word's paragraphs: heading, source, then each group's text. */
export function passageBlocks(item: LaidPassages, work: DocxWork): Paragraph[] {
  const source = (words: string | null): Paragraph[] => (words === null ? [] : [styled('Source', words)]);
  return [
    ...(item.title === '' ? [] : [headingOf(item.level, item.title)]), ...source(item.source),
    ...(item.groups.length === 0 ? [styled('BodyText', 'No passage of the report stands under this heading.')] : []),
    ...item.groups.flatMap((group) => [
      ...(group.heading === null ? [] : [headingOf(item.level + 1, group.heading)]), ...source(group.source),
      ...group.passages.flatMap((passage) => passageOf(passage, work)),
    ]),
  ];
}

const STYLE: Record<LaidPassage['kind'], string> = {
  paragraph: 'BodyText', figure: 'BodyText', 'list-item': 'ListBullet', quotation: 'Quote', 'pull-quote': 'PullQuote', caption: 'Caption', table: 'AsSet',
};

/** A table that the report sets in lines keeps them. */
function passageOf({ kind, runs, picture }: LaidPassage, work: DocxWork): Paragraph[] {
  const words = runs.flatMap((run) => ('text' in run ? [run.text] : [])).join('');
  const look = isRightToLeft(words) ? { rightToLeft: true } : {};
  const children = runs.flatMap((run, at) => {
    if ('text' in run) return kind === 'table' ? lineRuns(run.text, look) : [textRun(run.text, look)];
    const before = runs[at - 1];
    return [...(before && 'call' in before ? [textRun(' ')] : []), callRun(run.call, work)];
  });
  if (picture) return [pictureParagraph(picture, words), styled('Caption', words, children)];
  const said = kind === 'figure' ? [textRun('Figure in the report ', { bold: true }), ...children] : children;
  return [styled(STYLE[kind], words, said, kind === 'list-item' ? { numbering: { reference: BULLETS.reference, level: 0 } } : {})];
}
