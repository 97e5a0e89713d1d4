import type { Footnote } from '../model/report.ts';
import { isOnlyReference, quotedTitles } from './note-works.ts';
import { shiftOf, type SentOn } from './renumbered-notes.ts';

const BY_NUMBER = /(?:^|[\s(;])(?:see|cf\.?)(?: also)? (?:foot|end)?note (\d+)(?: above)?\b(?:, (?:pp?\. ?)?(\d+)(?: ?[-–] ?\d+)?)?/i;

/**
 * Resolves what short references mean: "Ibid." is the note before, "See note 6 above" note 6 of the same chapter,
 * "Larsen, op. cit." and "Larsen, “Coast Watch”" the latest note that names the work. References are followed to the
 * note that names the work; a note that only sends on to another is never the end. Where the numbers that a chapter's
 * notes send to are those of an earlier numbering (renumbered-notes.ts), the note that is meant is the one they had.
 * @param notes of one chapter, in the order of their numbers; `refersTo` is filled in
 * @param callers for each number, the words before its call, where they are known
 */
export function resolveReferences(notes: Footnote[], callers: ReadonlyMap<string, string> = new Map()): void {
  const byNumber = new Map(notes.map((note) => [note.n, note]));
  const sentOn = notes.flatMap((note): SentOn[] => {
    const found = sentTo(note.text);
    return found && isOnlyReference(note.text) ? [{ note, ...found, caller: callers.get(note.n) ?? '' }] : [];
  });
  const shift = shiftOf(notes, sentOn);
  const direct = new Map<Footnote, Footnote>();
  notes.forEach((note, at) => {
    const number = sentTo(note.text)?.n;
    const before = notes.slice(0, at);
    const target = number !== undefined ? byNumber.get(String(number + (isOnlyReference(note.text) ? shift : 0)))
      : /^(?:ibid|ibidem|loc\. cit)\b/i.test(note.text) ? before.at(-1) : (opCit(note, before) ?? shortTitle(note, before));
    if (target && target !== note) direct.set(note, target);
  });
  for (const note of notes) {
    let target = direct.get(note);
    for (let steps = 0; target && direct.has(target) && isOnlyReference(target.text) && steps < notes.length; steps++) target = direct.get(target);
    note.refersTo = target && target !== note ? target.id : null;
  }
}

/** The number that a note sends to ("See note 6 above, 4-5"), and the page. */
export function sentTo(text: string): { n: number; page: number | null } | null {
  const found = BY_NUMBER.exec(text);
  return found ? { n: Number(found[1]), page: found[2] === undefined ? null : Number(found[2]) } : null;
}

/** "The Office of Prime Minister, op. cit.": the latest earlier note that has the same name. */
function opCit(note: Footnote, before: readonly Footnote[]): Footnote | undefined {
  const name = /(?:^|; (?:see (?:also )?)?)([^;“”]{3,60}?),? op\. ?cit/i.exec(note.text)?.[1];
  return name ? before.findLast((other) => other.text.toLowerCase().includes(name.toLowerCase()) && !/op\. ?cit/i.test(other.text)) : undefined;
}

/** "Larsen, “Coast Watch,” (2021)" and "Larsen (2021)": the first note that has the title whole, or the name with the year. */
function shortTitle(note: Footnote, before: readonly Footnote[]): Footnote | undefined {
  const short = /(?:^|[;,] |\bsee )(\p{Lu}[\p{L}’-]+),? [“"]/u.exec(note.text);
  const [title] = short ? quotedTitles(note.text.slice(short.index)) : [];
  if (title) return before.find((other) => other.text.includes(short![1]!) && quotedTitles(other.text).some((whole) => whole.startsWith(`${title} `)));
  const year = /(?:^|[;,] |\bsee )(\p{Lu}[\p{L}’-]+) \(((?:1[89]|20)\d\d)\)\.?$/u.exec(note.text);
  return year ? before.find((other) => other.text.includes(year[1]!) && other.text.includes(year[2]!)) : undefined;
}
