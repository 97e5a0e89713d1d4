import type { FigureRow, Point } from '../model/pack.ts';
import { plainMarkdown } from '../model/plain-markdown.ts';
import { sentencesOf } from '../model/sentences.ts';
import { figureKey, figureRow, figuresIn, type FoundFigure } from '../packs/figures-in.ts';
import { weight, type Candidate } from './brief-pool.ts';

const DOMAINS = ['security', 'economy', 'soft-power'] as const;
export type Domain = (typeof DOMAINS)[number];
export const ALL_DOMAINS: readonly Domain[] = DOMAINS;

const nameOf = ({ passage }: Candidate): string => `${passage.report}/${passage.id}`;
const wordsIn = (text: string): number => text.split(/\s+/).length;
const isText = ({ passage }: Candidate): boolean => passage.kind === 'paragraph' && wordsIn(passage.text) >= 20;

/** What was chosen so far: nothing is shown twice, neither a passage nor the same in the words of a retelling. */
export class Chosen {
  private readonly shown = new Set<string>();
  private readonly retold = new Set<string>();

  has(candidate: Candidate): boolean {
    const name = nameOf(candidate);
    return this.shown.has(name) || this.retold.has(name) || candidate.retells.some((source) => this.shown.has(source));
  }

  take(candidate: Candidate): void {
    this.shown.add(nameOf(candidate));
    for (const source of candidate.retells) this.retold.add(source);
  }
}

/** How much a passage says, whatever it is asked for: of the country's own chapter, of a report with sources, neither a scrap nor a page. */
function standing(candidate: Candidate): number {
  const { passage, own, builtIn, chapter } = candidate;
  const words = wordsIn(passage.text);
  return (own ? 1 : 0) + (builtIn ? 0 : 0.6) + (words >= 40 && words <= 190 ? 0.4 : 0) + (passage.footnotes.length > 0 ? 0.2 : 0)
    - (countriesOf(candidate) > 3 ? 0.8 : 0) - (APPARATUS.test(chapter.title) ? 3 : 0);
}

const countriesOf = ({ passage }: Candidate): number => passage.tags.filter((tag) => tag.facet === 'country').length;
/** Chapters that are looked things up in, not quoted. */
const APPARATUS = /\b(?:glossary|acronyms|abbreviations|chronology|foreword|preface|contributors|about the)\b/i;

/** Takes the best until the words are used up; at least one. In the order of reading. */
function takeBest(candidates: readonly Candidate[], score: (candidate: Candidate) => number, chosen: Chosen, most: number, words: number): Candidate[] {
  const taken: Candidate[] = [];
  let left = words;
  for (const candidate of candidates.toSorted((a, b) => score(b) - score(a) || a.place - b.place)) {
    const size = wordsIn(candidate.passage.text);
    if (taken.length >= most || score(candidate) <= 0) break;
    if (chosen.has(candidate) || (taken.length > 0 && size > left)) continue;
    chosen.take(candidate);
    taken.push(candidate);
    left -= size;
  }
  return taken.toSorted((a, b) => a.place - b.place);
}

/** The passages on one domain. */
export function onDomain(pool: readonly Candidate[], domain: Domain, chosen: Chosen, words: number): Candidate[] {
  const about = pool.filter((candidate) => isText(candidate) && mainDomain(candidate) === domain);
  return takeBest(hereOrElsewhere(about), (candidate) => 2 * weight(candidate, 'domain', domain) + standing(candidate), chosen, 8, words);
}

/** What another country's chapter says in passing is taken only where nothing else is said. */
function hereOrElsewhere(candidates: readonly Candidate[]): readonly Candidate[] {
  const here = candidates.filter(({ elsewhere }) => !elsewhere);
  return here.length > 0 ? here : candidates;
}

/** The domain that a passage is most about; the first in the taxonomy's order where two are alike. */
function mainDomain(candidate: Candidate): Domain | null {
  const best = DOMAINS.reduce((a, b) => (weight(candidate, 'domain', b) > weight(candidate, 'domain', a) ? b : a));
  return weight(candidate, 'domain', best) > 0 ? best : null;
}

/** Passages on what holds back: as many different limitations as the words allow, then the surest. */
export function onLimits(pool: readonly Candidate[], domains: readonly Domain[], chosen: Chosen, words: number): Candidate[] {
  const limitsOf = ({ passage }: Candidate) => passage.tags.filter((tag) => tag.facet === 'limitation');
  const about = hereOrElsewhere(pool.filter((candidate) => isText(candidate) && limitsOf(candidate).length > 0 && (domains.length === DOMAINS.length || inDomains(candidate, domains))));
  const covered = new Set<string>();
  const taken: Candidate[] = [];
  let left = words;
  const score = (candidate: Candidate): number => limitsOf(candidate).reduce((sum, tag) => sum + (covered.has(tag.value) ? 0.1 : 1) * tag.confidence, 0) + standing(candidate);
  while (taken.length < 6) {
    const next = about.filter((candidate) => !chosen.has(candidate) && (taken.length === 0 || wordsIn(candidate.passage.text) <= left)).toSorted((a, b) => score(b) - score(a) || a.place - b.place)[0];
    if (!next) break;
    chosen.take(next);
    taken.push(next);
    left -= wordsIn(next.passage.text);
    for (const tag of limitsOf(next)) covered.add(tag.value);
  }
  return taken.toSorted((a, b) => a.place - b.place);
}

function inDomains(candidate: Candidate, domains: readonly Domain[]): boolean {
  return domains.some((domain) => weight(candidate, 'domain', domain) > 0);
}

const ESSENTIALS = 5;
/** A point is as many of a passage's first sentences as fit into so many letters. */
const POINT = 300;

/** What a report says of itself matters to nobody who is briefed on a country. */
const OF_ITSELF = /\b(?:chapter|report|volume|summary|case study)\b/i;

/** What goes on from the sentence before it stands badly alone. */
const GOES_ON = /^(?:however|moreover|furthermore|in addition|additionally|hence|thus|therefore|also|this|these|those|such|besides|nevertheless|consequently|as a result|on the other hand|instead|similarly)\b/i;

/** What matters most, in the reports' own sentences: from what opens the country's chapter, and from summaries. */
export function essentials(pool: readonly Candidate[], domains: readonly Domain[], country: string): Point[] {
  const score = (candidate: Candidate): number => {
    const { passage, own, opening, summary, builtIn } = candidate;
    const said = openingOf(passage.text);
    const place = (own && opening ? (builtIn ? 2 : 1) : 0) + (summary ? 2 : 0) + (own && passage.kind === 'pull-quote' ? 1.2 : 0);
    if (place === 0 || countriesOf(candidate) > 2 || /\bI\b/.test(said) || !(own || names(candidate, country, said))) return 0;
    return Math.max(0, place + (builtIn ? 0.5 : 0) + (inDomains(candidate, domains) ? 1 : 0) - (OF_ITSELF.test(said) ? 1.5 : 0) - (GOES_ON.test(said) ? 1 : 0));
  };
  const found = takeBest(pool.filter((candidate) => isText(candidate) || candidate.passage.kind === 'pull-quote'), score, new Chosen(), ESSENTIALS, 1200);
  return found.map(({ passage }) => ({ text: plainMarkdown(openingOf(passage.text)), source: { report: passage.report, passage: passage.id } }));
}

/** The first sentences of a text. A heading that runs into it is no sentence. */
function openingOf(text: string): string {
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());
  const [first = '', ...rest] = sentences.length > 1 && sentences[0]!.length < 25 ? sentences.slice(1) : sentences;
  let said = first;
  for (const sentence of rest) {
    if (said.length + sentence.length > POINT) break;
    said += ` ${sentence}`;
  }
  return said;
}

const FIGURES = 10;
const WORTH = { money: 3, share: 2, count: 1 };
/** A shorter sentence says too little by itself. */
const SHORTEST = 45;

/** Figures with their sentence and their source, by year; a figure that two reports give is taken from the one with sources. */
export function figures(pool: readonly Candidate[], domains: readonly Domain[], country: string): FigureRow[] {
  const seen = new Set<string>();
  const rows = pool.filter((candidate) => isText(candidate) && inDomains(candidate, domains))
    .flatMap((candidate) => figuresIn(candidate.passage.text).filter((figure) => concerns(candidate, figure, country)).map((figure) => ({ candidate, figure, score: WORTH[figure.kind] + (figure.year === '' ? 0 : 1.5) + standing(candidate) })))
    .toSorted((a, b) => b.score - a.score || a.candidate.place - b.candidate.place)
    .filter(({ figure }) => {
      const keys = [figureKey(figure), figure.sentence];
      const fresh = keys.every((key) => !seen.has(key));
      keys.forEach((key) => seen.add(key));
      return fresh;
    });
  return rows.slice(0, FIGURES).toSorted((a, b) => (a.figure.year || '9').localeCompare(b.figure.year || '9') || a.candidate.place - b.candidate.place).map(({ candidate: { passage }, figure }) => figureRow(figure, { report: passage.report, passage: passage.id }));
}

/** Where a passage speaks of several countries, the sentence itself has to name this one. */
function concerns(candidate: Candidate, { sentence }: FoundFigure, country: string): boolean {
  return sentence.length >= SHORTEST && (countriesOf(candidate) === 1 || names(candidate, country, sentence));
}

/** Do these words of a passage name the country? */
function names({ passage }: Candidate, country: string, said: string): boolean {
  const tag = passage.tags.find(({ facet, value }) => facet === 'country' && value === country);
  return tag?.evidence.some(({ where, words }) => where === 'text' && said.includes(words)) ?? false;
}
