import type { ReportDraft } from '../model/report.ts';
import partners from './rules/partners.json' with { type: 'json' };
import { Phrases } from './phrases.ts';
import type { Reader, Reading } from './reading.ts';

/** The power whose role a report examines; limitations are what holds it back. */
export type Partner = keyof typeof partners;

const phrases = new Phrases<Partner>();
for (const [partner, list] of Object.entries(partners)) for (const phrase of list) phrases.add(phrase, partner as Partner);

/** Whether the name of a partner begins with this folded word. */
export const partnersBegin = (word: string): boolean => phrases.canBegin(word);

/** The words by which a partner is named, as phrases of the rules. */
export function wordsFor(partner: Partner): readonly string[] {
  return partners[partner];
}

/** The partner that a report's titles and headings name most; where they name none, the one that its text does. @param reader of the report @returns null where none is named */
export function partnerOf(draft: ReportDraft, readings: readonly Reading[], reader: Reader): Partner | null {
  const titles = [draft.report.title, ...draft.chapters.flatMap((chapter) => [chapter.title, ...chapter.sections.map((section) => section.title)])];
  return mostNamed(titles.map((title) => reader.read(title))) ?? mostNamed(readings);
}

function mostNamed(readings: readonly Reading[]): Partner | null {
  const counts = new Map<Partner, number>();
  for (const reading of readings) {
    for (const hit of phrases.longest(reading)) for (const partner of hit.meanings) counts.set(partner, (counts.get(partner) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
