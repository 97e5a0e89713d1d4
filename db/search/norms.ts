import { hasBit, noBits, setBit, type Bits } from './bits.ts';

/** How much an occurrence in a passage of this length weighs, by passage number: BM25's length norm. */
export interface Norms {
  text: Float32Array;
  notes: Float32Array;
  /** The passages that call footnotes. */
  withNotes: Bits;
}

/** How strongly length counts: passages are alike in length, and a long one is not less to the point. */
const LENGTH = 0.4;

/**
 * BM25's 1 / (1 - b + b * length / average length). Plain loops: they run over the whole library while it is opened.
 * @param spans the words of every passage's text and notes, two numbers each, report by report
 * @param retold passages that only retell: short ones do not make the user's own long
 */
export function normsOf(spans: readonly { lengths: Uint16Array }[], count: number, retold: Bits): Norms {
  const norms: Norms = { text: new Float32Array(count), notes: new Float32Array(count), withNotes: noBits(count) };
  const sums = { text: 0, notes: 0, withText: 0, withNotes: 0 };
  let doc = 0;
  for (const { lengths } of spans) {
    // All of a report's passages retell, or none.
    const retells = doc < count && hasBit(retold, doc);
    for (let i = 0; i < lengths.length; i += 2, doc++) {
      const text = lengths[i]!;
      const notes = lengths[i + 1]!;
      norms.text[doc] = text;
      norms.notes[doc] = notes;
      if (notes > 0) setBit(norms.withNotes, doc);
      if (retells) continue;
      sums.text += text;
      sums.notes += notes;
      if (text > 0) sums.withText += 1;
      if (notes > 0) sums.withNotes += 1;
    }
  }
  weigh(norms.text, sums.text, sums.withText);
  weigh(norms.notes, sums.notes, sums.withNotes);
  return norms;
}

/** Turns lengths into norms. @param sum of the lengths of `filled` passages */
function weigh(lengths: Float32Array, sum: number, filled: number): void {
  const average = Math.max(1, sum / Math.max(1, filled));
  for (let doc = 0; doc < lengths.length; doc++) lengths[doc] = 1 / (1 - LENGTH + LENGTH * (lengths[doc]! / average));
}
