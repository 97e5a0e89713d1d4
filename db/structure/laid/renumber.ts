import type { ImportWarning } from '../../model/report.ts';
import type { Block, Page } from '../block.ts';
import type { ChapterRange } from '../chapter-starts.ts';
import { raised, raisedValue } from '../raised.ts';

const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/**
 * Numbers the notes of a chapter anew where a number stands more than once in it: where they begin again at 1 on every
 * page, or in every section, no note may be lost behind another one. Their calls on the same page are rewritten too.
 */
export function renumberNotes(pages: readonly Page[], ranges: readonly ChapterRange[]): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  for (const range of ranges) {
    const inside = pages.slice(range.from, range.to);
    const notes = inside.flatMap((page) => page.blocks.filter((block) => block.kind === 'note'));
    if (new Set(notes.map((note) => note.n)).size === notes.length) continue;
    let last = 0;
    for (const page of inside) {
      const given = new Map<number, number>();
      for (const note of page.blocks) if (note.kind === 'note') {
        last += 1;
        given.set(note.n, last);
        rewrite(note, last);
      }
      for (const block of page.blocks) if (block.kind !== 'note') {
        for (const line of block.lines) line.text = line.text.replace(RAISED, (figures) => {
          const n = given.get(raisedValue(figures));
          return n === undefined ? figures : raised(n);
        });
      }
    }
    warnings.push({ code: 'notes-renumbered', message: `The notes of “${range.title ?? 'this part'}” begin again at 1 more than once; they are numbered through here.`, line: notes[0]!.lines[0]!.n });
  }
  return warnings;
}

function rewrite(note: Block, n: number): void {
  note.n = n;
  note.lines[0]!.text = note.lines[0]!.text.replace(/^\d+/, String(n));
}
