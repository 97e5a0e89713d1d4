import { isAcronym } from '../model/acronyms.ts';
import { isGerman, writeNounsSmall } from './german-nouns.ts';

/** A longer index helps nobody: the names that are met least often are left out. */
const MOST = 500;
/** In a pack with more names than this, one that stands there once is no entry. */
const MANY = 160;

/** A dot ends a sentence, but for initials. */
const WORD = '(?:\\p{Lu}\\.(?:\\p{Lu}\\.)*|\\p{Lu}[\\p{L}\\p{M}\\p{N}’\'&-]*)';
const NAME = new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}-)${WORD}(?:\\s(?:(?:of\\s(?:the\\s)?|(?:and|und|for|on|de|van|bin|al|für)\\s))?${WORD})*`, 'gu');
/** Words that begin sentences and titles, and are no part of a name. */
const SMALL = new Set(('A An The This That These Those In On At By For From To With Without Within As If It Its He She They We You I His Her Their Our And But Or Nor Yet So Not No Of Over Under After Before '
  + 'During Since Until While When Where Which Who Whose What Why How Although Though Because However Moreover Furthermore Meanwhile Nevertheless Nonetheless Therefore Thus Hence Indeed Also Both Each Every Some Many '
  + 'Most More Much Several Such Other Another Any All Only Even Still Despite Given According Instead Rather Finally First Second Third Then There Here Between Among Against Through Across Beyond Amid Along Following '
  + 'Today Recently Currently Overall See Table Figure Chapter Section Source Note January February March April May June July August September October November December Januar Februar März Mai Juni Juli Oktober Dezember Monday Tuesday Wednesday Thursday Friday Saturday '
  + 'Sunday Mr Mrs Ms Dr Prof Besides Similarly Regarding Unlike Like Yet Consequently Additionally Economically Politically Historically Notably Particularly Specifically Accordingly Ultimately Importantly Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Direct').split(' '));
const TITLE = '(?:Prime Ministers?|Ministers?|PMs?|Presidents?|Secretary|Secretary-General|Ambassador|General|Admiral|Professor|Chancellor|King|Emperor|Premier|Chairman|Director|Governor|Senator)';
const RANK = String.raw`(?:(?:\S+(?:ese|ian|ish|can|Thai|Filipino)|Thai|Deputy|Vice|Former|Foreign|Defen[cs]e|Finance|Economic|Trade|Chief|Cabinet)\s)*`;
/** Offices before a name: "Japanese Prime Minister Shinzo Abe" is found under "Shinzo Abe", "President of the Board" under "Board". */
const OFFICE = new RegExp(String.raw`^${RANK}(?:${TITLE}\s(?=\p{Lu})|(?:President|Director|Chairman|Governor|Ambassador|King|Emperor)\sof\s(?:the\s)?)`, 'u');
/** An office by itself, or with its department, is nobody's name. */
const NOBODY = new RegExp(String.raw`^${RANK}(?:${TITLE}|(?:Prime Minister|Minister|Secretary)\sof\s.+)$`, 'u');
/** Adjectives that peoples go by lead to no place in particular. */
const PEOPLE = /^(?:(?:(?:Sou|Nor)th(?:ea|we)?(?:st)?|East|West|Central)\s)?(?:\p{Lu}\p{Ll}+(?:ese|ians?|ish|cans?|ean|eans)|Thais?|Filipinos?|Philippine|Western|Khmers?|Lao|Burmese|French|German|Dutch)$/u;
/** "Chinese-led", "Anti-Chinese" describe something, and name nothing. */
const DESCRIBES = /^(?:\p{L}+-\p{Ll}+|(?:Anti|Pro|Non|Post|Pre)-\p{Lu}.*)$/u;
/** Coins, with or without a sum. */
const MONEY = /^(?:U[SD][\s-](?:Dollars?(?:\s.*)?|[MB]illion|Trillion)|(?:USD|JPY|EUR|GBP|VND|THB|PHP|IDR|KHR)\d*)$/u;
/** Longer words in quotation marks are the title of something, not names. */
const QUOTED = /“[^”]{25,}”/gu;
/** Behind this the next name begins: "Vietnam’s Ministry of Justice" is two. */
const OWNER = /(?:’s|'s|(?<=[sS])[’'])\s/u;

/**
 * The names and acronyms that stand in a text, for an index: words in capitals that follow one another, and single ones
 * that are always written large. It is a rule of thumb, which no dictionary checks.
 * @param given passages and own words; headings would make names of everything
 * @returns in the order of the alphabet
 */
export function namesOf(given: readonly string[]): string[] {
  const texts = withoutNouns(given.map((text) => text.replace(QUOTED, '“”')));
  const small = new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}’'-]*/gu) ?? []));
  const counts = new Map<string, { all: number; within: number }>();
  for (const text of texts) {
    for (const found of text.matchAll(NAME)) {
      const opens = /(?:^|[.!?:;•“"(‘]\s*)$/u.test(text.slice(Math.max(0, found.index - 3), found.index));
      for (const [at, part] of found[0].split(OWNER).entries()) {
        const begins = opens && at === 0;
        const name = trimmed(part, begins, small);
        if (name === '') continue;
        const count = counts.get(name) ?? { all: 0, within: 0 };
        count.all += 1;
        if (!begins || name !== stripped(part)) count.within += 1;
        counts.set(name, count);
      }
    }
  }
  partPairs(counts);
  dropPeoples(counts);
  dropGenitives(counts);
  const names = [...counts].filter(([name, count]) => isName(name, count, small));
  const least = names.length > MANY ? 2 : 1;
  const kept = names.filter(([, { all }]) => all >= least).sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
  return kept.map(([name]) => name).sort((a, b) => a.localeCompare(b, 'en'));
}

/** German texts with their nouns written small, the others as they are. */
function withoutNouns(texts: readonly string[]): string[] {
  const german = texts.filter(isGerman);
  if (german.length === 0) return [...texts];
  const others = texts.filter((text) => !isGerman(text));
  return [...others, ...writeNounsSmall(german, new Set(others.flatMap((text) => text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu) ?? [])))];
}

function stripped(found: string): string {
  return found.replace(/(?:’s|'s|’|'|[.,&-])+$/u, '');
}

/** Takes small words off both ends: "The ASEAN Way of" is "ASEAN Way". */
function trimmed(found: string, begins: boolean, small: ReadonlySet<string>): string {
  const words = stripped(found).split(/\s+/);
  const isSmall = (word: string, at: number): boolean => DESCRIBES.test(word) || (SMALL.has(word) && !(words[at + 1] === 'World' && words[at + 2] === 'War')) || /^\p{Ll}/u.test(word);
  const from = words.findIndex((word, at) => !isSmall(word, at) && !(begins && at < words.length - 1 && small.has(word.toLowerCase())));
  if (from < 0) return '';
  words.splice(0, from);
  while (words.length > 0 && isSmall(words.at(-1)!, words.length - 1)) words.pop();
  const name = words.join(' ');
  return words.length > 7 || NOBODY.test(name) ? '' : stripped(name.replace(OFFICE, ''));
}

/** "Hanoi and Tokyo", "Japan-US": where one of two names stands elsewhere alone, or both are single words, both are entries of their own. */
function partPairs(counts: Map<string, { all: number; within: number }>): void {
  const known = new Set(counts.keys());
  const longer = [...known].filter((name) => /\s(?:and|und)\s\S+\s/u.test(name));
  const isKnown = (part: string): boolean => known.has(part) || PEOPLE.test(part) || isAcronym(part);
  for (const [name, { all }] of Array.from(counts)) {
    const parts = name.split(/ and | und |[-–]/u);
    const joined = /[-–]/u.test(name);
    const single = !joined && parts.length === 2 && parts.every((part) => !part.includes(' ')) && !longer.some((one) => one.startsWith(`${name} `));
    if (parts.length < 2 || !(joined ? parts.every(isKnown) : single || parts.some((part) => isKnown(part) || OFFICE.test(part) || MONEY.test(part)))) continue;
    counts.delete(name);
    for (const part of parts.map((one) => one.replace(OFFICE, ''))) {
      const count = counts.get(part) ?? { all: single ? 1 : 0, within: 0 };
      counts.set(part, { all: count.all + all, within: count.within + 1 });
    }
  }
}

/** "Tokyos", as German writes "Tokyo's", is found under "Tokyo". */
function dropGenitives(counts: Map<string, { all: number; within: number }>): void {
  for (const [name, { all, within }] of Array.from(counts)) {
    const owner = counts.get(name.slice(0, -1));
    if (!owner || !/\p{Ll}s$/u.test(name)) continue;
    counts.delete(name);
    counts.set(name.slice(0, -1), { all: owner.all + all, within: owner.within + within });
  }
}

/** "Japanese ODA" is found under "ODA", where that is a name by itself. */
function dropPeoples(counts: Map<string, { all: number; within: number }>): void {
  for (const [name, { all, within }] of Array.from(counts)) {
    const [first = '', ...rest] = name.split(' ');
    const bare = rest.join(' ');
    if (rest.length === 0 || !PEOPLE.test(first) || !(counts.has(bare) || isAcronym(bare))) continue;
    counts.delete(name);
    const count = counts.get(bare) ?? { all: 0, within: 0 };
    counts.set(bare, { all: count.all + all, within: count.within + within });
  }
}

function isName(name: string, { all, within }: { all: number; within: number }, small: ReadonlySet<string>): boolean {
  if (name.length < 2 || name.length > 80 || PEOPLE.test(name) || MONEY.test(name)) return false;
  if (/\s/u.test(name)) return within > 0 || all > 1;
  if (isAcronym(name)) return true;
  return name.length > 2 && within > 0 && all > 1 && !small.has(name.toLowerCase()) && /^\p{Lu}\p{Ll}/u.test(name);
}
