import { isCaptionLabel } from './captions.ts';
import type { PassageKind } from './report.ts';

/** A stretch of a text, as UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

const END = /[.!?…]+["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\p{N}\p{Lo}])|[。！？]+/gu;
/** After these a full stop ends no sentence. */
const SHORT_FOR = /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Adm|Sen|Rep|Gov|Hon|St|Jr|Sr|vs|etc|al|ed|eds|vol|no|nos|pp?|cf|ca|Art|Fig|Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|e\.g|i\.e|U\.S|U\.K|U\.N|\p{Lu})\.\s+$/u;

/** Cuts a text into sentences: they cover it wholly, each with the blanks behind it. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (SHORT_FOR.test(text.slice(Math.max(start, end - 14), end))) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** What a passage is trimmed by: its sentences, the rows of a table. They cover its text wholly. */
export function partsOf({ kind, text }: { kind: PassageKind; text: string }): Span[] {
  if (kind !== 'table' || !text.includes('\n')) {
    const sentences = sentencesOf(text);
    const [first, second, ...more] = sentences;
    // "Table 1." is no sentence.
    return first && second && isCaptionLabel(text.slice(0, first.end).trim()) ? [{ start: 0, end: second.end }, ...more] : sentences;
  }
  let start = 0;
  return text.split('\n').map((row) => {
    const span = { start, end: Math.min(text.length, start + row.length + 1) };
    start = span.end;
    return span;
  });
}
