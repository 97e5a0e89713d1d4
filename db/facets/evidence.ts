import type { Evidence, FacetName, Tag } from '../model/facet.ts';
import { wordsBetween, type Reading } from './reading.ts';
import type { Stretch } from './phrases.ts';

/** How many pieces of evidence a tag keeps: enough to be convinced, few enough to be read. */
const KEPT = 6;

/** What speaks for a value: weights added up, and the words that carry them. */
export class Case {
  total = 0;
  /** Made with the first evidence: most values have none in most passages. */
  #evidence: Map<string, Evidence & { weight: number }> | null = null;

  /** Adds weight for words; where the same words at the same place are kept already, their weight grows. */
  add(weight: number, where: Evidence['where'], words: string): void {
    if (weight === 0) return;
    this.total += weight;
    this.#keep(weight, where, words);
  }

  /** Adds weight for words of a text, as they stand there. */
  addHit(weight: number, where: Evidence['where'], reading: Reading, hit: Stretch): void {
    this.add(weight, where, wordsBetween(reading, hit.from, hit.to));
  }

  /** Adds one weight for words that speak only together. */
  addTogether(weight: number, where: Evidence['where'], reading: Reading, hits: readonly Stretch[]): void {
    this.total += weight;
    for (const hit of hits) this.#keep(weight / hits.length, where, wordsBetween(reading, hit.from, hit.to));
  }

  #keep(weight: number, where: Evidence['where'], words: string): void {
    const key = `${where} ${words}`;
    this.#evidence ??= new Map();
    this.#evidence.set(key, { where, words, weight: weight + (this.#evidence.get(key)?.weight ?? 0) });
  }

  /** The tag, its heaviest evidence first. Just enough weight gives a confidence of one half, twice as much three quarters. */
  tag(facet: FacetName, value: string, enough: number): Tag {
    const evidence = [...(this.#evidence?.values() ?? [])].toSorted((a, b) => b.weight - a.weight).slice(0, KEPT).map(({ where, words }) => ({ where, words }));
    return { facet, value, evidence, confidence: Math.round(100 * (1 - 0.5 ** (this.total / enough))) / 100 };
  }
}

/** What speaks for each of many values. Most have nothing that does in most passages, and no case either. */
export class Cases {
  readonly #cases = new Map<string, Case>();

  /** What speaks for a value; it can be added to. */
  of(value: string): Case {
    let one = this.#cases.get(value);
    if (!one) this.#cases.set(value, (one = new Case()));
    return one;
  }

  /** What the case weighs that weighs most; 0 where there is none. */
  heaviest(): number {
    let most = 0;
    for (const { total } of this.#cases.values()) most = Math.max(most, total);
    return most;
  }

  /** The tags of those among some values that weigh enough, in the order of these values. */
  tags(facet: FacetName, values: readonly string[], enough: (value: string) => number): Tag[] {
    const tags: Tag[] = [];
    for (const value of values) {
      const one = this.#cases.get(value);
      if (one && one.total >= enough(value)) tags.push(one.tag(facet, value, enough(value)));
    }
    return tags;
  }
}
