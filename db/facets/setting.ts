import type { Evidence } from '../model/facet.ts';
import type { Chapter, Passage } from '../model/report.ts';
import type { Reader, Reading } from './reading.ts';

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
export function settingsOf(chapter: Chapter, passages: readonly Passage[], reader: Reader): Setting[] {
  const under = placesUnder(chapter, reader);
  return passages.map((passage) => ({ passage, reading: reader.readPassage(passage), ...(under.get(passage.section) ?? { lead: null, headings: [] }) }));
}

/** For each section, what stands above its passages. Sections of any level are gone through once, however many there are. */
function placesUnder({ sections }: Chapter, reader: Reader): Map<string | null, Pick<Setting, 'lead' | 'headings'>> {
  const under = new Map<string | null, Pick<Setting, 'lead' | 'headings'>>();
  /** The headings that the next section may stand under, the nearest first; each is of a higher level than the one before. */
  let above: { level: number; place: Place }[] = [];
  for (const { id, title, level, runIn } of sections) {
    const reading = reader.read(title);
    if (!runIn) above = [{ level, place: { where: 'heading', reading } }, ...above.filter((one) => one.level < level)];
    under.set(id, { lead: runIn ? { where: 'lead', reading } : null, headings: above.map(({ place }) => place) });
  }
  return under;
}
