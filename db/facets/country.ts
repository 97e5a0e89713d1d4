import type { Tag } from '../model/facet.ts';
import rules from './rules/country.json' with { type: 'json' };
import { Cases } from './evidence.ts';
import { mentionsIn, type Mention, type Mentions } from './mentions.ts';
import { wordsBetween, type Reading } from './reading.ts';
import type { Setting } from './setting.ts';

const REGION = 'asean';
/** All of them, the region too. */
const COUNTRIES = Object.keys(rules.values);

/** The country that a chapter is about, and the words that say so. */
export interface Focus {
  value: string;
  words: string;
}

/** A passage, and what it names. */
export interface NamedSetting {
  setting: Setting;
  mentions: Mentions;
}

/**
 * The one country that a chapter is about: the one in its title; where the title names none, the one that most
 * passages and most mentions name. A title that names the region, or several countries, settles that there is none.
 */
export function focusOf(title: Reading, passages: readonly NamedSetting[]): Focus | null {
  const { named } = mentionsIn(title);
  const values = new Set(named.map((mention) => mention.value));
  if (values.size > 1 || values.has(REGION)) return null;
  return named[0] ? { value: named[0].value, words: wordsOf(title, named[0]) } : mostNamed(passages);
}

function mostNamed(passages: readonly NamedSetting[]): Focus | null {
  const all = passages.flatMap(({ setting, mentions }) => mentions.named.map((mention) => ({ ...mention, reading: setting.reading })));
  const countries = all.filter((mention) => mention.value !== REGION);
  for (const own of Map.groupBy(countries, (mention) => mention.value).values()) {
    const inPassages = new Set(own.map((mention) => mention.reading)).size;
    if (inPassages < Math.max(rules.focus.least, rules.focus.passages * passages.length) || own.length < rules.focus.mentions * countries.length) continue;
    const plainest = own.toSorted((a, b) => b.weight - a.weight)[0]!;
    return { value: plainest.value, words: wordsOf(plainest.reading, plainest) };
  }
  return null;
}

function wordsOf(reading: Reading, mention: Mention): string {
  return wordsBetween(reading, mention.hit.from, mention.hit.to);
}

/** The countries that a passage is about, and the region where it is about the whole of it. */
export function countriesOf({ setting, mentions }: NamedSetting, focus: Focus | null): Tag[] {
  const cases = new Cases();
  for (const { value, weight, hit } of mentions.named) cases.of(value).addHit(weight, 'text', setting.reading, hit);
  const centre = centreOf(setting, focus, cases);
  if (centre === null) return cases.tags('country', COUNTRIES, () => rules.enough.own);
  const own = cases.of(centre);
  for (const hit of mentions.references.slice(0, 2)) own.addHit(rules.context.reference, 'text', setting.reading, hit);
  // A passage that names the region and no country is about the region, whatever it stands under.
  const isOfRegion = mentions.references.length === 0 && mentions.named.every(({ value }) => value === REGION);
  const beside = (value: string): number => {
    if (value !== REGION) return Math.max(rules.enough.beside, own.total);
    return isOfRegion ? rules.enough.own : Math.max(rules.region.beside, rules.region.share * own.total);
  };
  return cases.tags('country', COUNTRIES, (value) => (value === centre ? rules.enough.own : beside(value)));
}

/**
 * The country that the passage stands under: its lead's, else its nearest heading's, else its chapter's. What lead,
 * headings and chapter say for it is added; alone, headings and chapter are not enough.
 */
function centreOf({ lead, headings }: Setting, focus: Focus | null, cases: Cases): string | null {
  const places = [lead, ...headings].flatMap((place) => (place ? [{ place, mention: soleCountry(place.reading) }] : []));
  const centre = places.find(({ mention }) => mention)?.mention?.value ?? focus?.value ?? null;
  for (const where of ['lead', 'heading'] as const) {
    const found = places.find(({ place, mention }) => place.where === where && mention && mention.value === centre);
    if (found) cases.of(centre!).addHit(rules.context[where], where, found.place.reading, found.mention!.hit);
  }
  if (focus && focus.value === centre) cases.of(centre).add(rules.context.chapter, 'chapter', focus.words);
  return centre;
}

/** The mention of the only country in a heading; none where it names several. */
function soleCountry(reading: Reading): Mention | undefined {
  const countries = mentionsIn(reading).named.filter((mention) => mention.value !== REGION);
  return new Set(countries.map((mention) => mention.value)).size === 1 ? countries[0] : undefined;
}
