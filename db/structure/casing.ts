/** How the report itself writes a word in running text: "japan" → "Japan", "aoip" → "AOIP", "role" → "role". */
export type Casing = ReadonlyMap<string, string>;

/** Counts how each word is written where no sentence begins. */
export function casingOf(texts: Iterable<string>): Casing {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const match of text.matchAll(/(?<=[\p{L},;]\s|[-–/])\p{L}[\p{L}\p{M}]*/gu)) {
      const forms = counts.get(match[0].toLowerCase()) ?? new Map<string, number>();
      forms.set(match[0], (forms.get(match[0]) ?? 0) + 1);
      counts.set(match[0].toLowerCase(), forms);
    }
  }
  return new Map([...counts].map(([word, forms]) => [word, [...forms].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/**
 * Sets a heading in capitals as a sentence, with the names and acronyms of the report as the report writes them.
 * A heading that is not in capitals is left as it is.
 */
export function sentenceCase(heading: string, casing: Casing): string {
  if (heading !== heading.toUpperCase()) return heading;
  const words = heading.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => casing.get(word.toLowerCase()) ?? word.toLowerCase()).replace(/([’'])S\b/g, '$1s');
  return words.replace(/^[^\p{L}]*\p{Ll}/u, (start) => start.toUpperCase());
}
