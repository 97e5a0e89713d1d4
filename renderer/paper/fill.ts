import { Feet } from './feet.ts';
import type { Note, PagePlan, Part, Piece, Room } from './pieces.ts';

/** So many lines of a paragraph stand together, at a page's end and at the next one's beginning. */
const TOGETHER = 2;
/** What measuring may be off, in pixels. */
const SLACK = 0.6;

/**
 * Fills pages with the pieces of a document, in order, each note on the page of its call: greedily, line by line, with
 * headings beside what they head and no single lines of a paragraph. Where a page cannot hold a line and its notes,
 * the last of the notes goes on at the foot of the next page.
 * @param pieces in the order of reading
 * @param notes what stands at the feet, by number; a call to any other note needs no room
 */
export function fill(pieces: readonly Piece[], notes: ReadonlyMap<number, Note>, room: Room): PagePlan[] {
  const filler = new Filler(pieces, notes, room);
  for (const at of pieces.keys()) filler.place(at);
  return filler.finish();
}

class Filler {
  private readonly pieces: readonly Piece[];
  private readonly room: Room;
  private readonly feet: Feet;
  private readonly pages: PagePlan[] = [];
  private parts: Part[] = [];
  private wide = false;
  /** The height in the flow at which the page begins. */
  private base = 0;
  /** What a table's repeated head takes at the page's top. */
  private head = 0;

  constructor(pieces: readonly Piece[], notes: ReadonlyMap<number, Note>, room: Room) {
    this.pieces = pieces;
    this.room = room;
    this.feet = new Feet(notes, room.rule);
  }

  place(at: number): void {
    const piece = this.pieces[at]!;
    if (this.pages.length === 0 || piece.opens || piece.wide !== this.wide) this.turn(at, 0, this.pages.length === 0 || piece.opens ? [] : this.takeBack());
    let from = 0;
    while (!this.fits(piece, piece.bottom)) {
      const to = this.lastLine(piece, from);
      if (to === null && this.parts.length === 0) break;
      if (to !== null) this.put(at, from, to, piece.lines()[to - 1]!);
      this.turn(at, to ?? from, to === null ? this.takeBack() : []);
      from = to ?? from;
    }
    this.put(at, from, null, piece.bottom);
  }

  /** Notes that are longer than the document that calls them take pages of their own. */
  finish(): PagePlan[] {
    while (this.feet.carries) this.open(false);
    return this.pages;
  }

  private get height(): number {
    return this.wide ? this.room.wide : this.room.tall;
  }

  private open(wide: boolean): void {
    this.parts = [];
    this.wide = wide;
    this.pages.push({ wide, parts: this.parts, notes: this.feet.open(this.height) });
  }

  /** Begins a page with a piece, and with the headings before it that were taken back for it. */
  private turn(at: number, from: number, taken: readonly Part[]): void {
    const first = this.pieces[taken[0]?.piece ?? at]!;
    this.open(this.pieces[at]!.wide);
    this.base = from > 0 ? first.lines()[from - 1]! : first.top;
    this.head = first.head;
    this.parts.push(...taken);
  }

  /** Takes headings at the end of the page back, to set them on the next one; not where they are all that it has. */
  private takeBack(): Part[] {
    const stays = this.parts.findLastIndex(({ piece }) => !this.pieces[piece]!.keep || this.pieces[piece]!.calls.length > 0);
    return stays < 0 ? [] : this.parts.splice(stays + 1);
  }

  private used(bottom: number): number {
    return bottom - this.base + this.head;
  }

  private fits(piece: Piece, bottom: number): boolean {
    return this.used(bottom) + this.feet.with(piece, bottom) <= this.height + SLACK;
  }

  private put(piece: number, from: number, to: number | null, bottom: number): void {
    this.parts.push({ piece, from, to });
    this.feet.add(this.pieces[piece]!, bottom, this.height - this.used(bottom));
  }

  /** The last line of a piece that the page holds, null where none may stand there. A page of its own takes a single line too, however many notes it calls. */
  private lastLine(piece: Piece, from: number): number | null {
    const ends = piece.lines();
    const lonely = this.parts.length === 0;
    const least = from + (lonely ? 1 : TOGETHER);
    let to = ends.length - (lonely && ends.length - from <= TOGETHER ? 1 : TOGETHER);
    if (to < least) return null;
    while (to > least && !this.fits(piece, ends[to - 1]!)) to -= 1;
    return lonely || this.fits(piece, ends[to - 1]!) ? to : null;
  }
}
