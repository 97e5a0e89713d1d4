/** So many of a text's words are these in German, and hardly any in another language. */
const OFTEN = /(?<!\p{L})(?:der|die|das|dem|den|des|und|nicht|ist|ein|eine|einer|mit|von|für|auf|zu|im)(?!\p{L})/giu;
const SHARE = 0.12;
/** What stands before a noun, and seldom before a name. */
const BEFORE_NOUNS = new Set(('der die das dem den des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim ins ans ums mehr weniger wenig viel viele vieler vielen einige einiger alle allen aller '
  + 'sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren diese diesen dieser diesem dieses jede jeden jeder jedem jedes jene beide beiden manche solche welche zwei drei vier fünf').split(' '));
/** Endings of adjectives, and of much else. */
const MAYBE_BEFORE = /\p{L}(?:e|en|er|es|em)$/u;
const NOT_BEFORE = new Set('über unter hinter aber oder immer wieder gegen neben zwischen wegen ohne während sowie heute gestern haben hatten wurde wurden werden sollen können wollen müssen waren sagen hatte wenn denn sondern dagegen seitdem'.split(' '));
/** Only nouns end so. */
const NOUN = /(?:ungs?|ungen|heite?n?|keite?n?|schafte?n?|tione?n?|ität(?:en)?|ismus|nisse?n?|tums?|ment[es]?|ministeriums?|politik)$/u;
/** A word by itself that is met less often is taken for a noun. */
const LEAST = 3;

const CAPITALS = /\p{Lu}[\p{L}\p{M}’'-]*(?:\s\p{Lu}[\p{L}\p{M}’'-]*)*/gu;
const BEFORE_ONE = /(?:(?<before>\p{Ll}[\p{L}\p{M}]*|\p{N}[\p{N}.,]*)\s)?(?<![\p{L}\p{M}-])(?<word>\p{Lu}[\p{L}\p{M}’'-]*)/gu;

let regions: ReadonlySet<string> | null = null;

/** The countries of the world in German: some of them have an article. */
function countries(): ReadonlySet<string> {
  if (regions) return regions;
  const names = new Intl.DisplayNames(['de'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  regions = new Set(letters.flatMap((one) => letters.map((other) => names.of(one + other) ?? '')));
  return regions;
}

/** Is a text in German, by its small words? */
export function isGerman(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return words > 0 && (text.match(OFTEN)?.length ?? 0) / words >= SHARE;
}

/**
 * German writes every noun large. Writes those small that are no names, as far as their endings and what stands before
 * them tell: a rule of thumb, as the index of names is one.
 * @param texts in German
 * @param known words that are written large in other languages as well
 */
export function writeNounsSmall(texts: readonly string[], known: ReadonlySet<string>): string[] {
  const small = new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []));
  const { counts, nouns } = lookAt(texts, known);
  const isShort = (word: string): boolean => /\p{Lu}.*\p{Lu}/u.test(word);
  const isNoun = (word: string): boolean => !isShort(word) && (small.has(word.toLowerCase()) || (!countries().has(word) && nouns.has(word)));
  const mayBeName = (word: string): boolean => isShort(word) || countries().has(word) || known.has(word) || (counts.get(word) ?? 0) >= LEAST;
  return texts.map((text) => text.replace(CAPITALS, (found) => {
    const words = found.split(/\s/);
    const left = words.map((word) => (isNoun(word) ? word.toLowerCase() : word));
    return left.map((word, at) => {
      const alone = !isLarge(left[at - 1]) && !isLarge(left[at + 1]);
      return alone && isLarge(word) && !mayBeName(word) ? word.toLowerCase() : word;
    }).join(' ');
  }));
}

const isLarge = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);

/** How often each word stands written large, and which ones are nouns. */
function lookAt(texts: readonly string[], known: ReadonlySet<string>): { counts: Map<string, number>; nouns: Set<string> } {
  const marks = new Map<string, { all: number; surely: number; maybe: number }>();
  for (const text of texts) {
    for (const { groups } of text.matchAll(BEFORE_ONE)) {
      const { before = '', word = '' } = groups ?? {};
      const mark = marks.get(word) ?? { all: 0, surely: 0, maybe: 0 };
      mark.all += 1;
      if (BEFORE_NOUNS.has(before) || /^\p{N}/u.test(before)) mark.surely += 1;
      else if (MAYBE_BEFORE.test(before) && !NOT_BEFORE.has(before)) mark.maybe += 1;
      marks.set(word, mark);
    }
  }
  const nouns = [...marks].filter(([word, { all, surely, maybe }]) => {
    const [least, most] = known.has(word) ? [0.15, 0.5] : [0.04, 0.25];
    return NOUN.test(word) || surely / all >= least || (surely + maybe) / all >= most;
  });
  return { counts: new Map([...marks].map(([word, { all }]) => [word, all])), nouns: new Set(nouns.map(([word]) => word)) };
}
