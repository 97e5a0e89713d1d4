import type { Note, NotePart, Piece } from './pieces.ts';

/** Where notes go on from the page before, so much of a page is left to the text. */
const LEFT_TO_TEXT = 0.3;
const SLACK = 0.6;

/** The notes at the feet of pages, while these are filled: which are set, how much room they take, what is carried on. */
export class Feet {
  private readonly notes: ReadonlyMap<number, Note>;
  private readonly rule: number;
  private readonly set = new Set<number>();
  private carried: NotePart[] = [];
  private page: NotePart[] = [];
  private taken = 0;

  constructor(notes: ReadonlyMap<number, Note>, rule: number) {
    this.notes = notes;
    this.rule = rule;
  }

  get carries(): boolean {
    return this.carried.length > 0;
  }

  /** Begins a page with what is left of the notes before. @returns the page's notes, which grow as it is filled */
  open(height: number): NotePart[] {
    this.page = [];
    this.taken = 0;
    const waiting = this.carried;
    this.carried = [];
    for (const [at, part] of waiting.entries()) this.append(part, at === 0 && part.from === 0 && this.notes.get(part.note)!.lines().length < 2 ? Infinity : height * (1 - LEFT_TO_TEXT));
    return this.page;
  }

  /** What the page's notes take once a piece is set down to a height. */
  with(piece: Piece, until: number): number {
    const fresh = this.fresh(piece, until);
    if (fresh.length === 0) return this.taken;
    return fresh.reduce((sum, note) => sum + this.notes.get(note)!.height, this.taken === 0 ? this.rule : this.taken);
  }

  /** Sets the notes of a piece down to a height, as far as they fit. */
  add(piece: Piece, until: number, available: number): void {
    for (const note of this.fresh(piece, until)) {
      this.set.add(note);
      this.append({ note, from: 0, to: null }, available);
    }
  }

  private fresh(piece: Piece, until: number): number[] {
    const called = piece.calls.filter(({ note, y }) => y < until && this.notes.has(note) && !this.set.has(note));
    return [...new Set(called.map(({ note }) => note))];
  }

  private append(part: NotePart, available: number): void {
    const rule = this.taken === 0 ? this.rule : 0;
    const free = available - this.taken - rule;
    const to = this.carries ? part.from : this.lastLine(part, free);
    if (to !== part.from) {
      this.page.push({ ...part, to });
      this.taken += rule + this.height({ ...part, to });
    }
    if (to !== null) this.carried.push({ ...part, from: to });
  }

  /** How far a note fits: null to its end, `from` not at all. */
  private lastLine(part: NotePart, free: number): number | null {
    if (this.height(part) <= free + SLACK) return null;
    const ends = this.notes.get(part.note)!.lines();
    let to = part.from;
    while (to < ends.length - 1 && this.height({ ...part, to: to + 1 }) <= free) to += 1;
    return to;
  }

  private height({ note, from, to }: NotePart): number {
    const { height, lines } = this.notes.get(note)!;
    return (to === null ? height : lines()[to - 1]!) - (from === 0 ? 0 : lines()[from - 1]!);
  }
}
