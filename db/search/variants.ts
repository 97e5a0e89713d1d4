import smallWords from './data/small-words.json' with { type: 'json' };
import table from './data/variants.json' with { type: 'json' };

/** Words that hold a sentence together and say nothing alone ("of", "the"): never required, never marked alone. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(smallWords);

/** What is in the tables at all: most words have none of it. */
const SPELLED = new RegExp(table.spellings.flat().join('|'));
const ENDING = new RegExp(`(?:${table.endings.flat().join('|')})$`);

/** A word, or several in a row, that may stand for a query word. */
export type Wording = readonly string[];

/**
 * Other spellings of a word, by the table: defence and defense, organise and organize, built and build. What the
 * library does not have is for the caller to drop.
 */
export function spellings(word: string): string[] {
  const found = new Set<string>();
  if (SPELLED.test(word)) {
    for (const [a, b] of table.spellings) {
      if (word.includes(a!)) found.add(word.replace(a!, b!));
      if (word.includes(b!)) found.add(word.replace(b!, a!));
    }
  }
  if (ENDING.test(word)) {
    for (const [a, b] of table.endings) {
      if (word.endsWith(a!)) found.add(word.slice(0, -a!.length) + b!);
      if (word.endsWith(b!)) found.add(word.slice(0, -b!.length) + a!);
    }
  }
  for (const other of IRREGULAR.get(word) ?? []) found.add(other);
  found.delete(word);
  return [...found];
}

/** The same country, people or notion under another name: "thai" for "thailand", "united states" for "us". */
export const sameName = (word: string): readonly Wording[] => NAMES.get(word) ?? [];

/** Words that often say nearly the same: "ship" for "vessel". They help where the word itself is not found. */
export const alike = (word: string): readonly Wording[] => ALIKE.get(word) ?? [];

/** A word that may be two ("coastguard"): all ways to cut it, both halves of three letters or more. */
export function halves(word: string): Wording[] {
  const cuts: Wording[] = [];
  for (let i = 3; i <= word.length - 3; i++) cuts.push([word.slice(0, i), word.slice(i)]);
  return cuts;
}

/** A number or a mark with a number, as others write it: "1502" is "1,502", "G20" is "G-20", "covid19" is "Covid-19". */
export function numberings(word: string): Wording[] {
  if (/^\p{N}{4,}$/u.test(word)) return [word.split(/(?=(?:\p{N}{3})+$)/u)];
  const mixed = /^(\p{L}+)(\p{N}+)$/u.exec(word);
  return mixed ? [[mixed[1]!, mixed[2]!]] : [];
}

const NAMES = groups(table.names);
const ALIKE = groups(table.alike);
const IRREGULAR = new Map([...groups(table.irregular)].map(([word, others]) => [word, others.map((other) => other.join(' '))]));

/** From each single word of a group to all others of its groups. */
function groups(rows: readonly string[][]): ReadonlyMap<string, Wording[]> {
  const map = new Map<string, Wording[]>();
  for (const row of rows) {
    for (const word of row) {
      const others = row.filter((other) => other !== word).map((other) => other.split(' '));
      map.set(word, [...(map.get(word) ?? []), ...others]);
    }
  }
  return map;
}
