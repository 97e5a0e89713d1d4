import type { Evidence } from '../model/facet.ts';
import type { Chapter, Passage } from '../model/report.ts';
import { read, type Reading } from './reading.ts';

/** Words outside a passage that say something about it. */
export interface Place {
  where: Extract<Evidence['where'], 'lead' | 'heading'>;
  reading: Reading;
}

/** A passage as the rules see it: its words, and the lead and headings that it stands under. */
export interface Setting {
  passage: Passage;
  reading: Reading;
  /** The run-in heading that its section begins with. */
  lead: Place | null;
  /** Its own heading first, then the headings above it. */
  headings: Place[];
}

/** Cuts every passage of a chapter, and every heading once. */
export function settingsOf(chapter: Chapter, passages: readonly Passage[]): Setting[] {
  const readings = new Map(chapter.sections.map((section) => [section.id, read(section.title)]));
  return passages.map((passage) => {
    const at = chapter.sections.findIndex((section) => section.id === passage.section);
    const own = chapter.sections[at];
    const above: Place[] = [];
    let level = Infinity;
    for (let i = at; i >= 0; i--) {
      const section = chapter.sections[i]!;
      if (section.runIn || section.level >= level) continue;
      level = section.level;
      above.push({ where: 'heading', reading: readings.get(section.id)! });
    }
    return { passage, reading: read(passage.text), lead: own?.runIn ? { where: 'lead', reading: readings.get(own.id)! } : null, headings: above };
  });
}
