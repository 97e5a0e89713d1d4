import type { Section } from '../model/report.ts';
import { sentenceCase, type Casing } from './casing.ts';
import { isFrontTitle, isKnownHeading } from './classify.ts';
import type { Draft, Heading } from './paragraphs.ts';

/** A few capitalised words and a full stop, before a sentence: "Soft Power. Today, …" */
const LEAD = /^((?:\p{Lu}[\p{L}\p{M}’'-]*)(?: (?:and|of|the|in|for|on|to|&|\p{Lu}[\p{L}\p{M}’'-]*)){0,5})\.\s+(?=[\p{Lu}“"‘(])/u;
/** Titles of persons and what else is shortened at a sentence's beginning: "Mr. Roe", "St. Aldhelm", "No. 7", "J. Castell". */
const SHORTENED = /(?:^|\s)(?:\p{L}|Mr|Mrs|Ms|Mx|Dr|Drs|Prof|St|Ste|Sr|Jr|Rev|Hon|Gen|Maj|Col|Lt|Capt|Cmdr|Adm|Sgt|Gov|Sen|Rep|Pres|Amb|Min|Sec|Messrs|Mme|Mlle|No|Nos|Nr|Vol|Fig|Figs|Art|Arts|Para|Paras|Ch|Sect|Inc|Ltd|Co|Corp|Bros|Dept|Mt|Ft|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Vgl|Bd|Abs|Cf|Eg|Ie|Vs)$/iu;
/** How many paragraphs under one heading must begin so. */
const LEADS = 2;
const NUMBER = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s/;

export interface Sections {
  sections: Section[];
  /** For each draft, the section it stands in, or null. */
  of: (string | null)[];
}

/**
 * Makes a chapter's sections: its headings, and the run-in leads of paragraphs that begin alike.
 * @param titleAt index of the heading that is the chapter's own title, −1 where it has none
 */
export function makeSections(chapterId: string, drafts: readonly Draft[], headings: readonly Heading[], titleAt: number, casing: Casing): Sections {
  const levels = levelsOf(headings);
  const leads = findLeads(drafts);
  const sections: Section[] = [];
  const add = (title: string, level: number, runIn: boolean): string => {
    const id = `${chapterId}.${sections.length + 1}`;
    sections.push({ id, title, level, runIn });
    return id;
  };
  const of: (string | null)[] = [];
  let heading = -1;
  let current: string | null = null;
  let lead: string | null = null;
  const enter = (upTo: number): void => {
    for (; heading < upTo; heading++) {
      if (heading + 1 === titleAt) continue;
      current = add(sentenceCase(headings[heading + 1]!.text, casing), levels[heading + 1]!, false);
      lead = null;
    }
  };
  drafts.forEach((draft, at) => {
    enter(draft.heading);
    const words = leads.get(at);
    if (words) lead = add(words, (heading < 0 || heading === titleAt ? 0 : levels[heading]!) + 1, true);
    // What follows a lead without one of its own belongs to the heading, unless it only stands beside.
    else if (draft.kind === 'paragraph') lead = null;
    of.push(lead ?? current);
  });
  enter(headings.length - 1);
  return { sections, of };
}

/** Levels by number ("2.1" is 2); a part's title in small letters at the top of a page outranks the capitals below it. */
function levelsOf(headings: readonly Heading[]): number[] {
  let inPart = false;
  return headings.map((heading) => {
    if (heading.level !== null) return heading.level;
    const number = NUMBER.exec(heading.text)?.[1];
    if (number) return number.split('.').length;
    if (heading.caps) return inPart ? 2 : 1;
    if (!isKnownHeading(heading.text) && !isFrontTitle(heading.text) && headings.some((other) => other.caps)) inPart = true;
    return 1;
  });
}

function findLeads(drafts: readonly Draft[]): Map<number, string> {
  const found = new Map<number, string>();
  const led = drafts.flatMap((draft, at) => {
    const words = draft.kind === 'paragraph' ? LEAD.exec(draft.text)?.[1] : undefined;
    return words === undefined || SHORTENED.test(words) ? [] : [{ heading: draft.heading, at, words }];
  });
  for (const group of Map.groupBy(led, ({ heading }) => heading).values()) if (group.length >= LEADS) for (const { at, words } of group) found.set(at, `${words}.`);
  return found;
}
