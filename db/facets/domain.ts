import type { Tag } from '../model/facet.ts';
import rules from './rules/domain.json' with { type: 'json' };
import { Cases } from './evidence.ts';
import { Phrases, type Hit, type Stretch } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Place, Setting } from './setting.ts';

/** What a phrase of rules/domain.json stands for: a value and a weight, or a sentence about the report itself, or nothing. */
type Meaning = { kind: 'value'; value: string; weight: number } | { kind: 'self' } | { kind: 'ignored' };

/** In the rules, talk that belongs to no domain (visits, history, domestic politics) competes with the domains. */
const NO_DOMAIN = 'none';
const DOMAINS = Object.keys(rules.values).filter((value) => value !== NO_DOMAIN);

const phrases = compile();

/** Whether a phrase of a domain begins with this folded word. */
export const domainsBegin = (word: string): boolean => phrases.canBegin(word);

/**
 * The domains that a passage is about. Every phrase adds its weight to its domain, headings and leads add theirs;
 * a domain is tagged where it weighs enough, and not too little beside the heaviest.
 */
export function domainsOf(setting: Setting): Tag[] {
  const cases = new Cases();
  weighText(setting.reading, cases);
  if (setting.lead) weighPlaces([setting.lead], rules.lead, cases);
  weighPlaces(setting.headings, rules.heading, cases);
  const { share, least, most } = rules.enough;
  const enough = Math.min(most, Math.max(least, share * cases.heaviest()));
  return cases.tags('domain', DOMAINS, () => enough);
}

/** A phrase said again counts half, from the fourth time on nothing: many words are not many subjects. */
function weighText(reading: Reading, cases: Cases): void {
  const hits = phrases.longest(reading);
  const factor = isAboutItself(reading, hits) ? rules.selfFactor : 1;
  const times = new Map<Meaning, number>();
  for (const hit of hits) {
    for (const meaning of hit.meanings) {
      if (meaning.kind !== 'value') continue;
      const before = times.get(meaning) ?? 0;
      times.set(meaning, before + 1);
      cases.of(meaning.value).addHit(factor * meaning.weight * ([1, 0.5, 0.5][before] ?? 0), 'text', reading, hit);
    }
  }
}

/** Leads and headings count once for each domain that they name, however many they are: the text itself must speak of it too. */
function weighPlaces(places: readonly Place[], factor: number, cases: Cases): void {
  const heaviest = new Map<string, { weight: number; place: Place; hit: Stretch }>();
  for (const place of places) {
    for (const hit of phrases.longest(place.reading)) {
      for (const meaning of hit.meanings) {
        if (meaning.kind === 'value' && meaning.weight > (heaviest.get(meaning.value)?.weight ?? 0)) heaviest.set(meaning.value, { weight: meaning.weight, place, hit });
      }
    }
  }
  for (const [value, { weight, place, hit }] of heaviest) cases.of(value).addHit(factor * weight, place.where, place.reading, hit);
}

/** Whether most sentences say what the report does ("this study examines …"), not what is so. */
function isAboutItself(reading: Reading, hits: readonly Hit<Meaning>[]): boolean {
  const sentences = hits.filter((hit) => hit.meanings.some((meaning) => meaning.kind === 'self')).map((hit) => reading.words.sentence[hit.from]!);
  return new Set(sentences).size > reading.sentences / 2;
}

function compile(): Phrases<Meaning> {
  const set = new Phrases<Meaning>();
  for (const [value, groups] of Object.entries(rules.values)) {
    for (const [group, list] of Object.entries(groups)) {
      for (const phrase of list) set.add(phrase, { kind: 'value', value, weight: rules.weights[group as keyof typeof rules.weights] });
    }
  }
  for (const [value, list] of Object.entries(rules.agencies)) {
    for (const phrase of list) set.add(phrase, { kind: 'value', value, weight: rules.weights.medium });
  }
  for (const phrase of rules.ignored) set.add(phrase, { kind: 'ignored' });
  for (const phrase of rules.self) set.add(phrase, { kind: 'self' });
  return set;
}
