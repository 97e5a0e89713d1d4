import type { Doubt } from '../../model/doubt.ts';
import type { Passage } from '../../model/report.ts';
import { isCaps, isFrontTitle, isKnownHeading } from '../classify.ts';
import { linesOfSpans, plain, type Block } from '../block.ts';
import type { Paged } from '../doubtful.ts';

/** A way of setting headings that fewer than this share of them have is no sure sign. */
const SELDOM = 0.2;
/** A paragraph of fewer letters that is no sentence may be a heading. */
const SHORT = 90;

/** Headings that look unlike the others, and paragraphs that look like headings. */
export function doubtHeadings({ pages, made: { passages, spans } }: Paged, passageAt: (line: number) => Passage | undefined): Doubt[] {
  const blocks = pages.flatMap((page) => page.blocks.filter(({ kind }) => kind !== 'head' && kind !== 'urls' && kind !== 'note'));
  const headings = blocks.filter(({ kind, level }) => kind === 'heading' && level === undefined).map((block) => ({ block, sign: signOf(plain(block)) }));
  const under = passagesUnder(blocks, passageAt);
  const seldom = new Set((['capitals', 'number', 'title'] as const).filter((sign) => headings.filter((one) => one.sign === sign).length < headings.length * SELDOM));
  const thin = headings.filter(({ sign }) => sign !== 'known' && seldom.has(sign)).flatMap(({ block }): Doubt[] => {
    const first = under.get(block);
    return first ? [{
      key: `heading:${first.id}`, kind: 'heading', passage: first.id, near: null, footnote: null, lines: { from: block.lines[0]!.n, to: block.lines.at(-1)!.n },
      message: `“${plain(block)}” was taken for a heading by its capitals and its place alone; the report’s other headings are set otherwise.`,
    }] : [];
  });
  return [...thin, ...passages.flatMap((passage, at): Doubt[] => (passage.kind === 'paragraph' && passage.text.length < SHORT && !/[.!?:;…,][”’"'»)\]]*$/.test(passage.text) ? [{
    key: `heading:${passage.id}`, kind: 'heading', passage: passage.id, near: null, footnote: null, lines: linesOfSpans(spans[at]!),
    message: 'This short line was taken for a paragraph; it ends without a full stop and may be a heading, a caption or a label.',
  }] : []))];
}

/** By what a heading is known. */
function signOf(text: string): 'known' | 'capitals' | 'number' | 'title' {
  if (isKnownHeading(text) || isFrontTitle(text)) return 'known';
  if (isCaps(text)) return 'capitals';
  return /^\d/.test(text) ? 'number' : 'title';
}

/** For each block, the first passage that is made of a block behind it. */
function passagesUnder(blocks: readonly Block[], passageAt: (line: number) => Passage | undefined): Map<Block, Passage> {
  const under = new Map<Block, Passage>();
  let first: Passage | undefined;
  for (const block of blocks.toReversed()) {
    if (first) under.set(block, first);
    first = passageAt(block.lines[0]!.n) ?? first;
  }
  return under;
}
