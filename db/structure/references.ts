import type { Footnote } from '../model/report.ts';

/**
 * Resolves what short references mean: "Ibid." is the note before, "See note 6 above" is note 6 of the same chapter.
 * References are followed to the note that names the work; a note that only sends on to another is never the end.
 * @param notes of one chapter, in the order of their numbers; `refersTo` is filled in
 */
export function resolveReferences(notes: Footnote[]): void {
  const byNumber = new Map(notes.map((note) => [note.n, note]));
  const direct = new Map<Footnote, Footnote>();
  notes.forEach((note, at) => {
    const before = notes[at - 1];
    const named = /^see (?:also )?(?:foot|end)?note (\d+)\b/i.exec(note.text) ?? /\b(?:see|cf\.?) (?:foot|end)?note (\d+) above\b/i.exec(note.text);
    const target = named ? byNumber.get(named[1]!) : /^(?:ibid|ibidem|loc\. cit)\b/i.test(note.text) ? before : opCit(note, notes.slice(0, at));
    if (target && target !== note) direct.set(note, target);
  });
  for (const note of notes) {
    let target = direct.get(note);
    for (let steps = 0; target && direct.has(target) && isOnlyReference(target.text) && steps < notes.length; steps++) target = direct.get(target);
    note.refersTo = target && target !== note ? target.id : null;
  }
}

function isOnlyReference(text: string): boolean {
  return /^(?:ibid|ibidem|loc\. cit|see (?:also )?(?:foot|end)?note \d+)/i.test(text);
}

/** "The Office of Prime Minister, op. cit.": the latest earlier note that begins with the same name. */
function opCit(note: Footnote, before: readonly Footnote[]): Footnote | undefined {
  const name = /^(.{3,60}?),? op\. ?cit/i.exec(note.text)?.[1];
  return name ? before.findLast((other) => other.text.toLowerCase().includes(name.toLowerCase()) && !/op\. ?cit/i.test(other.text)) : undefined;
}
