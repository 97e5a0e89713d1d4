/** An office's own words for how a paper is to be handled. Attaché applies none of them by itself: its user does. */
export type Vocabulary = 'uk' | 'eu' | 'de' | 'us' | 'tlp' | 'own';

/** A marking, and the short form that stands before a single portion of a paper. */
export interface MarkingWord {
  word: string;
  short: string;
}

const words = (...pairs: readonly (readonly [word: string, short: string])[]): MarkingWord[] => pairs.map(([word, short]) => ({ word, short }));

/**
 * The vocabularies that come along, each from the lowest word to the highest. Sources: UK Government Security
 * Classifications Policy (2023); Council Decision 2013/488/EU, annex; German Verschlusssachenanweisung (2018), § 2;
 * US Executive Order 13526 with ISOO's marking handbook, and 32 CFR 2002 for CUI; FIRST, Traffic Light Protocol 2.0.
 */
export const VOCABULARIES: Record<Exclude<Vocabulary, 'own'>, readonly MarkingWord[]> = {
  uk: words(['OFFICIAL', 'O'], ['OFFICIAL-SENSITIVE', 'OS'], ['SECRET', 'S'], ['TOP SECRET', 'TS']),
  eu: words(['LIMITE', 'LIMITE'], ['RESTREINT UE/EU RESTRICTED', 'R-UE/EU-R'], ['CONFIDENTIEL UE/EU CONFIDENTIAL', 'C-UE/EU-C'], ['SECRET UE/EU SECRET', 'S-UE/EU-S'], ['TRÈS SECRET UE/EU TOP SECRET', 'TS-UE/EU-TS']),
  de: words(['OFFEN', 'offen'], ['VS – NUR FÜR DEN DIENSTGEBRAUCH', 'VS-NfD'], ['VS – VERTRAULICH', 'VS-Vertr.'], ['GEHEIM', 'geh.'], ['STRENG GEHEIM', 'str. geh.']),
  us: words(['UNCLASSIFIED', 'U'], ['CUI', 'CUI'], ['CONFIDENTIAL', 'C'], ['SECRET', 'S'], ['TOP SECRET', 'TS']),
  tlp: words(['TLP:CLEAR', 'TLP:CLEAR'], ['TLP:GREEN', 'TLP:GREEN'], ['TLP:AMBER', 'TLP:AMBER'], ['TLP:AMBER+STRICT', 'TLP:AMBER+STRICT'], ['TLP:RED', 'TLP:RED']),
};

/** Words of offices that follow none of the above, from the lowest to the highest. */
const USUAL_MARKINGS: readonly MarkingWord[] = ['UNCLASSIFIED', 'OFFICIAL', 'INTERNAL', 'FOR OFFICIAL USE ONLY', 'EMBARGOED', 'RESTRICTED', 'CONFIDENTIAL'].map((word) => ({ word, short: word }));

/** What of a pack says how it is marked. */
export interface Marked {
  marking: string;
  vocabulary?: Vocabulary | undefined;
  /** The user's own vocabulary, from the lowest word to the highest. */
  ownMarkings?: readonly string[] | undefined;
}

/** The words that a pack's vocabulary offers, from the lowest to the highest. */
export function markingWords({ vocabulary, ownMarkings = [] }: Omit<Marked, 'marking'>): readonly MarkingWord[] {
  if (vocabulary === 'own') return ownMarkings.filter((word) => word.trim() !== '').map((word) => ({ word: word.trim(), short: word.trim() }));
  return vocabulary === undefined ? USUAL_MARKINGS : VOCABULARIES[vocabulary];
}

const plain = (marking: string): string => marking.normalize('NFKC').replace(/[\s\u2010-\u2015-]+/gu, ' ').trim().toUpperCase();

/** Where a marking stands in a vocabulary; -1 where it does not. What follows the word ("SECRET // NOFORN") does not change its rank. */
function rankOf(marking: string, ladder: readonly MarkingWord[]): number {
  const written = plain(marking);
  const begins = (word: string): boolean => written === word || (written.startsWith(word) && !/^[\p{L}\p{N}+]/u.test(written.slice(word.length)) && !/^ (?:SENSITIVE|UE\b)/u.test(written.slice(word.length)));
  return ladder.reduce((best, { word }, at) => (begins(plain(word)) && (best < 0 || plain(word).length > plain(ladder[best]!.word).length) ? at : best), -1);
}

/** The vocabulary that is asked for; where none is, the first that knows every one of the markings. */
function ladderOf(marked: Marked, all: readonly string[]): readonly MarkingWord[] {
  const known = (ladder: readonly MarkingWord[]): boolean => all.every((marking) => rankOf(marking, ladder) >= 0);
  return marked.vocabulary === undefined ? [USUAL_MARKINGS, ...Object.values(VOCABULARIES)].find(known) ?? USUAL_MARKINGS : markingWords(marked);
}

/**
 * The marking of a pack: the highest of its own and those of its parts. A word that the vocabulary does not know cannot
 * be compared, so it stands beside the highest and never goes unsaid.
 * @param parts the markings of its items; empty ones do not count
 * @returns the words for the head and foot of each page, and a sentence for the user where they are not the ones that were typed
 */
export function markingOf(pack: Marked, parts: readonly string[]): { marking: string; notice: string | null } {
  const own = pack.marking.trim();
  const all = [...new Set([own, ...parts.map((part) => part.trim())].filter((marking) => marking !== ''))];
  if (all.length === 0) return { marking: '', notice: null };
  const ladder = ladderOf(pack, all);
  const ranked = all.map((marking) => ({ marking, rank: rankOf(marking, ladder) }));
  const highest = ranked.reduce((best, one) => (one.rank > best.rank ? one : best));
  const strange = ranked.filter((one) => one.rank < 0 && one !== highest).map((one) => one.marking);
  const marking = [highest.marking, ...strange].join(' · ');
  return { marking, notice: marking === own ? null : noticeOf(marking, own, strange.length > 0 || highest.rank < 0) };
}

function noticeOf(marking: string, own: string, strange: boolean): string {
  if (strange) return `The pack’s parts carry markings that its vocabulary does not rank, so that all of them stand on every page: ${marking}.`;
  return own === '' ? `Every page is marked ${marking}, the highest marking of the pack’s parts.` : `Every page is marked ${marking} instead of ${own}: a part of the pack is marked higher.`;
}

/** The short form of a marking, as it stands in brackets before a portion; the marking itself where there is none. */
export function portionMark(pack: Marked, marking: string): string {
  const ladder = ladderOf(pack, [marking]);
  const word = ladder[rankOf(marking, ladder)];
  return word && plain(word.word) === plain(marking) ? word.short : marking.trim();
}
