import type { Footnote, Passage } from '../model/report.ts';
import { isOnlyReference, quotedTitles } from './note-works.ts';
import { shiftOf, type SentOn } from './renumbered-notes.ts';

const BY_NUMBER = /(?:^|[\s(;])(?:see|cf\.?)(?: also)? (?:foot|end)?note (\d+)(?: above)?\b(?:, (?:pp?\. ?)?(\d+)(?: ?[-–] ?\d+)?)?/i;

/** So many letters before a call say what its note is about. */
const BEFORE_CALL = 350;
/** How far back a name is looked for. */
const BACK = 200;
/** A title is found by its first words; of as many works with the same ones the first are kept. */
const FIRST_WORDS = 2;
const SAME = 20;

/**
 * Resolves what short references mean: "Ibid." is the note before, "See note 6 above" note 6 of the same chapter,
 * "Larsen, op. cit." and "Larsen, “Coast Watch”" the note that names the work. References are followed to the note that
 * names the work; a note that only sends on to another is never the end. Where the numbers that a chapter's notes send
 * to are those of an earlier numbering (renumbered-notes.ts), the note that is meant is the one they had.
 * @param notes of one chapter, in the order of their numbers; `refersTo` is filled in
 * @param callers for each number, the words before its call, where they are known
 */
export function resolveReferences(notes: Footnote[], callers: ReadonlyMap<string, string> = new Map()): void {
  const byNumber = new Map(notes.map((note) => [note.n, note]));
  const sentOn = notes.flatMap((note): SentOn[] => {
    const found = isOnlyReference(note.text) ? sentTo(note.text) : null;
    return found ? [{ note, ...found, caller: callers.get(note.n) ?? '' }] : [];
  });
  const shift = shiftOf(notes, sentOn);
  const works = new Works();
  const ends = new Map<Footnote, Footnote>();
  notes.forEach((note, at) => {
    const number = sentTo(note.text)?.n;
    const target = number !== undefined ? byNumber.get(String(number + (isOnlyReference(note.text) ? shift : 0)))
      : /^(?:ibid|ibidem|loc\. cit)\b/i.test(note.text) ? notes[at - 1] : (opCit(notes, at) ?? works.meant(note));
    works.add(note);
    if (!target || target === note) return;
    const end = isOnlyReference(target.text) ? (ends.get(target) ?? target) : target;
    if (end === note) return;
    ends.set(note, end);
    note.refersTo = end.id;
  });
}

/** For each note of a chapter, the words before its call. */
export function callersOf(passages: readonly Pick<Passage, 'text' | 'footnotes'>[]): Map<string, string> {
  return new Map(passages.flatMap(({ text, footnotes }) => footnotes.map(({ n, offset }) => [n, text.slice(Math.max(0, offset - BEFORE_CALL), offset)] as const)));
}

/** The number that a note sends to ("See note 6 above, 4-5"), and the page. */
export function sentTo(text: string): { n: number; page: number | null } | null {
  const found = BY_NUMBER.exec(text);
  return found ? { n: Number(found[1]), page: found[2] === undefined ? null : Number(found[2]) } : null;
}

/** "The Office of Prime Minister, op. cit.": the latest earlier note that has the same name. */
function opCit(notes: readonly Footnote[], at: number): Footnote | undefined {
  const name = /^(?:see (?:also )?)?([^“”]{3,60}?),? op\. ?cit/i.exec(lastWork(notes[at]!.text))?.[1]?.toLowerCase();
  return name === undefined ? undefined : notes.slice(Math.max(0, at - BACK), at).findLast(({ text }) => text.toLowerCase().includes(name) && !/op\. ?cit/i.test(text));
}

/** The works that the notes so far have named, by the first words of their titles and by name and year. */
class Works {
  readonly #titles = new Map<string, { title: string; note: Footnote }[]>();
  readonly #years = new Map<string, Footnote>();

  /** What "Larsen, “Coast Watch,” (2021)" or "Larsen (2021)" means: the first note that has the title whole, or the name with the year. */
  meant(note: Footnote): Footnote | undefined {
    const text = lastWork(note.text);
    const short = /^(?:[Aa]lso,? )?(?:[Ss]ee )?(\p{Lu}[\p{L}’-]+),? [“"]/u.exec(text);
    const [title] = short ? quotedTitles(text) : [];
    if (title) return this.#titles.get(startOf(title))?.find((one) => one.title.startsWith(`${title} `) && one.note.text.includes(short![1]!))?.note;
    const year = /^(?:[Ss]ee )?(\p{Lu}[\p{L}’-]+) \(((?:1[89]|20)\d\d)\)\.?$/u.exec(text);
    return year ? this.#years.get(`${year[1]!} ${year[2]!}`) : undefined;
  }

  add(note: Footnote): void {
    for (const title of quotedTitles(note.text).slice(0, SAME)) {
      const same = this.#titles.get(startOf(title)) ?? [];
      if (same.length < SAME) this.#titles.set(startOf(title), [...same, { title, note }]);
    }
    const years = [...new Set(note.text.match(/\b(?:1[89]|20)\d\d\b/g))].slice(0, SAME);
    for (const name of (note.text.slice(0, 80).match(/(?<!\p{L})\p{Lu}[\p{L}’-]+/gu) ?? [])) for (const year of years) {
      const key = `${name} ${year}`;
      if (!this.#years.has(key)) this.#years.set(key, note);
    }
  }
}

/** What a note names last: only that can be said again behind it without being mistaken. */
function lastWork(text: string): string {
  return text.slice(text.lastIndexOf('; ') + 1).trimStart();
}

function startOf(title: string): string {
  return title.split(' ', FIRST_WORDS).join(' ');
}
