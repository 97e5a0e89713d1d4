/** Passages that carry a value, counted from the report's first, as bits: a report's passages take fewer bytes so than the carriers' numbers. */
export function packedDocs(docs: readonly number[]): Uint8Array {
  const bits = new Uint8Array(((docs.at(-1) ?? -1) >> 3) + 1);
  for (const doc of docs) bits[doc >> 3]! |= 1 << (doc & 7);
  return bits;
}

/** @param kept as `packedDocs` makes it @returns the passages in order */
export function unpackedDocs(kept: Uint8Array): Uint32Array {
  const docs = new Uint32Array(8 * kept.length);
  let count = 0;
  for (let i = 0; i < kept.length; i++) {
    for (let rest = kept[i]!, at = 8 * i; rest !== 0; rest >>= 1, at++) if (rest & 1) docs[count++] = at;
  }
  return docs.slice(0, count);
}
