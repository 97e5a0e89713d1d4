/**
 * In which texts names stand, as whole words; where a longer one stands, none that is a part of it does.
 * @param texts of pages, or of items
 * @returns name → places in `texts`, rising; names that stand nowhere are left out
 */
export function placesOfNames(names: readonly string[], texts: readonly string[]): Map<string, number[]> {
  const byFirst = Map.groupBy(names.toSorted((a, b) => b.length - a.length), (name) => /^[\p{L}\p{M}\p{N}]+/u.exec(name)?.[0] ?? name);
  const found = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    let from = 0;
    for (const word of text.matchAll(/(?<![\p{L}\p{M}])[\p{L}\p{M}\p{N}]+/gu)) {
      if (word.index < from) continue;
      const name = byFirst.get(word[0])?.find((one) => text.startsWith(one, word.index) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(word.index + one.length, word.index + one.length + 2)));
      if (name === undefined) continue;
      from = word.index + name.length;
      const places = found.get(name) ?? [];
      if (places.at(-1) !== at) places.push(at);
      found.set(name, places);
    }
  }
  return found;
}
