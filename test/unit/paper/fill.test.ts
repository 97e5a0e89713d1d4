import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill } from '../../../renderer/paper/fill.ts';
import type { Note, Piece } from '../../../renderer/paper/pieces.ts';

const LINE = 10;
const ROOM = { tall: 200, wide: 120, rule: 5 };

interface Sketch {
  lines: number;
  /** The line on which each note is called. */
  calls?: Record<number, number>;
  keep?: boolean;
  whole?: boolean;
  opens?: boolean;
  wide?: boolean;
  head?: number;
}

/** Pieces that stand one under the other, ten pixels a line, with a gap of four between them. */
function column(sketches: readonly Sketch[]): Piece[] {
  let top = 0;
  return sketches.map(({ lines, calls = {}, keep = false, whole = false, opens = false, wide = false, head = 0 }) => {
    const from = top;
    top += lines * LINE + 4;
    return {
      top: from, bottom: from + lines * LINE, keep, opens, wide, head,
      lines: () => (whole ? [] : Array.from({ length: lines }, (_, at) => from + (at + 1) * LINE)),
      calls: Object.entries(calls).map(([note, line]) => ({ note: Number(note), y: from + line * LINE + 5 })),
    };
  });
}

function notesOf(heights: Record<number, number>): Map<number, Note> {
  return new Map(Object.entries(heights).map(([note, height]) => [Number(note), { height, lines: () => Array.from({ length: Math.max(1, Math.round(height / 6)) }, (_, at) => ((at + 1) * height) / Math.max(1, Math.round(height / 6))) }]));
}

const pagesOf = (sketches: readonly Sketch[], heights: Record<number, number> = {}) => fill(column(sketches), notesOf(heights), ROOM);

describe('filling pages', () => {
  test('splits a paragraph at the line that still fits, and goes on with the next one', () => {
    expect(pagesOf([{ lines: 15 }, { lines: 10 }]).map((page) => page.parts)).toEqual([[{ piece: 0, from: 0, to: null }, { piece: 1, from: 0, to: 4 }], [{ piece: 1, from: 4, to: null }]]);
  });

  test('leaves no single line behind and carries none over', () => {
    expect(pagesOf([{ lines: 18 }, { lines: 4 }])[0]!.parts).toHaveLength(1);
    expect(pagesOf([{ lines: 16 }, { lines: 4 }])[0]!.parts[1]).toEqual({ piece: 1, from: 0, to: 2 });
    expect(pagesOf([{ lines: 17 }, { lines: 3 }])[0]!.parts).toHaveLength(1);
  });

  test('takes headings along to the page of what they head', () => {
    const pages = pagesOf([{ lines: 15 }, { lines: 1, keep: true, whole: true }, { lines: 1, keep: true, whole: true }, { lines: 9, whole: true }]);
    expect(pages.map((page) => page.parts.map((part) => part.piece))).toEqual([[0], [1, 2, 3]]);
  });

  test('a note stands on the page of its call, and a line that would leave no room for it moves on', () => {
    const pages = pagesOf([{ lines: 20, calls: { 1: 2, 2: 17 } }], { 1: 20, 2: 60 });
    expect(pages.map((page) => page.notes.map((part) => part.note))).toEqual([[1], [2]]);
    expect(pages[0]!.parts[0]!.to).toBe(17);
  });

  test('a note that is longer than a page goes on at the foot of the next ones', () => {
    const pages = pagesOf([{ lines: 30, calls: { 1: 0 } }], { 1: 420 });
    expect(pages[0]!.notes[0]).toMatchObject({ note: 1, from: 0 });
    const parts = pages.flatMap((page) => page.notes);
    expect(parts.length).toBeGreaterThan(2);
    for (const [at, part] of parts.entries()) expect(part.from).toBe(at === 0 ? 0 : parts[at - 1]!.to);
    expect(parts.at(-1)!.to).toBeNull();
  });

  test('what is too large for any page takes one of its own and does not hold up the rest', () => {
    expect(pagesOf([{ lines: 1 }, { lines: 40, whole: true }, { lines: 1 }]).map((page) => page.parts.map((part) => part.piece))).toEqual([[0], [1], [2]]);
  });

  test('a table’s head is counted again where its rows go on', () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({ lines: 2, whole: true, head: at === 0 ? 0 : 30 }));
    expect(pagesOf(rows).map((page) => page.parts.length)).toEqual([8, 4]);
  });

  test('a page on its side begins with the first piece that asks for one, and ends with the last', () => {
    const pages = pagesOf([{ lines: 2 }, { lines: 2, wide: true }, { lines: 2, wide: true }, { lines: 2 }]);
    expect(pages.map((page) => [page.wide, page.parts.length])).toEqual([[false, 1], [true, 2], [false, 1]]);
  });

  test('every line and every note is placed once and in order, and no page is overfull, whatever the text', () => {
    const sketch = fc.record({ lines: fc.integer({ min: 1, max: 45 }), notes: fc.array(fc.tuple(fc.integer({ min: 0, max: 44 }), fc.integer({ min: 6, max: 150 })), { maxLength: 6 }), opens: fc.boolean() });
    fc.assert(fc.property(fc.array(sketch, { minLength: 1, maxLength: 12 }), (given) => {
      let number = 0;
      const heights: Record<number, number> = {};
      const sketches = given.map(({ lines, notes, opens }): Sketch => ({
        lines, opens,
        calls: Object.fromEntries(notes.map(([line, height]) => [line % lines, height] as const).sort((a, b) => a[0] - b[0]).map(([line, height]) => {
          number += 1;
          heights[number] = height;
          return [number, line];
        })),
      }));
      const pieces = column(sketches);
      const pages = fill(pieces, notesOf(heights), ROOM);
      for (const [at, { lines }] of sketches.entries()) {
        const parts = pages.flatMap((page) => page.parts).filter((part) => part.piece === at);
        expect(parts[0]!.from).toBe(0);
        expect(parts.at(-1)!.to).toBeNull();
        for (const [next, part] of parts.entries()) if (next > 0) expect(part.from).toBe(parts[next - 1]!.to);
        for (const part of parts) expect(part.to ?? lines).toBeGreaterThan(part.from);
      }
      const begun = pages.flatMap((page) => page.notes.filter((part) => part.from === 0).map((part) => part.note));
      expect(begun).toEqual(Object.keys(heights).map(Number));
      for (const page of pages.filter(({ notes }) => notes.length === 0)) {
        const ends = page.parts.map(({ piece, to }) => (to === null ? pieces[piece]!.bottom : pieces[piece]!.lines()[to - 1]!));
        const first = page.parts[0]!;
        const top = first.from === 0 ? pieces[first.piece]!.top : pieces[first.piece]!.lines()[first.from - 1]!;
        expect(ends.at(-1)! - top).toBeLessThanOrEqual(ROOM.tall + 1);
      }
    }));
  });
});
