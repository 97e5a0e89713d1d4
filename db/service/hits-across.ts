import type { SearchHit } from '../search/search.ts';

/**
 * Hits as two values: all that they say, one behind the other, and how it is to be cut. As objects, of which a page has a
 * hundred, each crosses with the names of its fields, which takes longer than the way there and back.
 */
export interface PackedHits {
  text: string;
  /** For each hit its passage's row and its score, how many pieces its snippet has and how many reasons there are, then the length of each, and of its footnote's number. */
  numbers: number[];
}

/** Instead of the length of a footnote's number, where there is none. */
const NONE = -1;

/** Packs hits; their passages cross by themselves. */
export function packHits(hits: readonly SearchHit<{ readonly pk: number }>[]): PackedHits {
  const numbers: number[] = [];
  let text = '';
  for (const { passage, score, snippet, why, footnote } of hits) {
    numbers.push(passage.pk, score, snippet.length, why.length);
    for (const piece of snippet) {
      text += piece.text;
      numbers.push(2 * piece.text.length + Number(piece.hit));
    }
    for (const reason of why) {
      text += reason;
      numbers.push(reason.length);
    }
    text += footnote ?? '';
    numbers.push(footnote === null ? NONE : footnote.length);
  }
  return { text, numbers };
}

/**
 * Unpacks what `packHits` packed.
 * @param passageOf the passage of a row number
 */
export function unpackHits<P>({ text, numbers }: PackedHits, passageOf: (pk: number) => P): SearchHit<P>[] {
  const hits: SearchHit<P>[] = [];
  let at = 0;
  let next = 0;
  const number = (): number => numbers[next++]!;
  const words = (length: number): string => text.slice(at, (at += length));
  while (next < numbers.length) {
    const passage = passageOf(number());
    const score = number();
    const pieces = number();
    const reasons = number();
    const snippet: SearchHit['snippet'] = [];
    for (let i = 0; i < pieces; i++) {
      const length = number();
      snippet.push({ text: words(length >> 1), hit: (length & 1) === 1 });
    }
    const why: string[] = [];
    for (let i = 0; i < reasons; i++) why.push(words(number()));
    const length = number();
    hits.push({ snippet, footnote: length === NONE ? null : words(length), why, score, passage });
  }
  return hits;
}
