import type { Tag } from '../model/facet.ts';
import country from './rules/country.json' with { type: 'json' };
import rules from './rules/limitation.json' with { type: 'json' };
import { Case } from './evidence.ts';
import { wordsFor, type Partner } from './partner.ts';
import { Phrases, type Hit } from './phrases.ts';
import type { Setting } from './setting.ts';

/** The cue groups of one sentence, each with the words that were found first. */
type Cues = Map<string, Hit<string>>;

interface Rule {
  /** Groups that must all stand in one sentence. */
  all: string[];
  /** Groups that must stand in that sentence, the one before or the one after. */
  near?: string[];
  weight: number;
}

const VALUES: [string, Rule[]][] = Object.entries(rules.values);
const headingPhrases = new Phrases<string>();
for (const phrase of rules.headings) headingPhrases.add(phrase, 'heading');

/** Finds what holds one partner back. Made once per report, since the partner's own words are part of the rules. */
export class Limitations {
  readonly #phrases = new Phrases<string>();
  readonly #values: [string, Rule[]][];

  constructor(partner: Partner | null) {
    const unless: Record<string, string> = rules.unlessPartner;
    this.#values = VALUES.filter(([value]) => unless[value] !== partner);
    for (const [group, list] of Object.entries(rules.groups)) this.#add(group, list);
    this.#add('partner', partner ? wordsFor(partner) : []);
    this.#add('us', wordsFor('united-states'));
    this.#add('host', rules.host);
    for (const [value, { names }] of Object.entries(country.values)) if (value !== 'asean') this.#add('host', names);
  }

  /** The limitations that a passage states, each with the cues that stood together. A heading that speaks of limits adds weight. */
  of(setting: Setting): Tag[] {
    const sentences = this.#cuesOf(setting);
    if (sentences.size === 0) return [];
    const found = new Set<string>();
    for (const cues of sentences.values()) for (const group of cues.keys()) found.add(group);
    return this.#values.flatMap(([value, list]) => {
      const possible = list.filter((rule) => rule.all.every((group) => found.has(group)));
      if (possible.length === 0) return [];
      const one = new Case();
      for (const rule of possible) weigh(rule, sentences, setting, one);
      if (one.total > 0) leanOnHeadings(setting, one);
      return one.total >= rules.enough ? [one.tag('limitation', value, rules.enough)] : [];
    });
  }

  /** The cues of each sentence that has any, in order. */
  #cuesOf({ reading }: Setting): Map<number, Cues> {
    const sentences = new Map<number, Cues>();
    for (const hit of this.#phrases.all(reading)) {
      const sentence = reading.words.sentence[hit.from]!;
      const cues = sentences.get(sentence) ?? new Map<string, Hit<string>>();
      sentences.set(sentence, cues);
      for (const group of hit.meanings) if (!cues.has(group)) cues.set(group, hit);
    }
    return sentences;
  }

  /** Whether a cue begins with this folded word. */
  canBegin(word: string): boolean {
    return this.#phrases.canBegin(word);
  }

  #add(group: string, list: readonly string[]): void {
    for (const phrase of list) this.#phrases.add(phrase, group);
  }
}

const ofNoPartner = new Limitations(null);

/** Whether a cue, or what a heading says of limits, begins with this folded word; names of partners aside. */
export const limitationsBegin = (word: string): boolean => ofNoPartner.canBegin(word) || headingPhrases.canBegin(word);

/** Adds a rule's weight for every sentence in which its groups stand together, shared out over the cues. */
function weigh(rule: Rule, sentences: ReadonlyMap<number, Cues>, setting: Setting, one: Case): void {
  for (const [i, cues] of sentences) {
    if (cues.has('denial') || !rule.all.every((group) => cues.has(group))) continue;
    const near = (rule.near ?? []).map((group) => cues.get(group) ?? sentences.get(i - 1)?.get(group) ?? sentences.get(i + 1)?.get(group));
    if (near.includes(undefined)) continue;
    one.addTogether(rule.weight, 'text', setting.reading, [...rule.all.map((group) => cues.get(group)!), ...near.map((hit) => hit!)]);
  }
}

function leanOnHeadings(setting: Setting, one: Case): void {
  const [found] = setting.headings.flatMap((place) => headingPhrases.longest(place.reading).map((hit) => ({ place, hit })));
  if (found) one.addHit(rules.heading, 'heading', found.place.reading, found.hit);
}
