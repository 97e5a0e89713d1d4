import { describe, expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const made = (on: LaidLine[]) => structureLaid(source([page(1, on)]), 'Ports', {});
const textOf = (...texts: string[]): string => made(lines(40, 80, texts)).passages.map(({ text }) => text).join('\n');
const BODY = ['The council of the coast met every spring and', 'asked the pilots what they had seen.'];

describe('a hyphen that was put at the end of a line when it was set', () => {
  test('goes, though both halves are words: where compounds have another sign, and where it is a soft one', () => {
    expect(textOf('The pilots of the deep-water harbours stand with‐', 'out a light, and out of reach of all the hinter‐', 'land, with nobody to help them.')).toBe('The pilots of the deep-water harbours stand without a light, and out of reach of all the hinterland, with nobody to help them.');
    expect(textOf('The pilots of the deep-water harbours stand with\u00ad', 'out a light, and out of reach, with nobody there.')).toBe('The pilots of the deep-water harbours stand without a light, and out of reach, with nobody there.');
  });

  test('is told by the words, where the compounds have the same sign; they are written with a plain one', () => {
    expect(textOf('The pilots of the deep‐water harbours and deep‐', 'water quays saw no buoy in the non‑stop rain of Hol‐', 'mish waters, and stayed in bed.')).toBe('The pilots of the deep-water harbours and deep-water quays saw no buoy in the non-stop rain of Holmish waters, and stayed in bed.');
  });

  test('goes from headings, notes and tables too', () => {
    const rows = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Skerry', '7', '2016']].flatMap((cells, y) => cells.map((text, x) => line(45 + x * 120, 200 + y * 30, text)));
    const { chapters, passages, footnotes } = made([
      ...lines(40, 60, ['The harbours of the hinter‐', 'land'], { size: 16, bold: true }), ...lines(40, 110, [BODY[0]!, `${BODY[1]!}¹`]), ...rows, line(45, 212, 'of the hin‐'), line(45, 221, 'terland'),
      ...lines(40, 500, ['¹ Larsen, On the Har‐', 'bours, 12.'], { size: 8 }),
    ]);
    expect(chapters.map(({ title }) => title)).toEqual(['The harbours of the hinterland']);
    expect(footnotes.map(({ text }) => text)).toEqual(['Larsen, On the Harbours, 12.']);
    expect(passages.map(({ text }) => text).join(' ')).not.toMatch(/[\u2010\u00ad]/);
  });
});

describe('a compound broken at its own hyphen', () => {
  test.each(['self-|financed', 'well-|documented', 'half-|finished', 'non-|intervention', 'long-|delayed'])('keeps it: %s', (compound) => {
    const [first, second] = compound.split('|');
    expect(textOf(`The council of the coast met in a room of the ${first!}`, `${second!} mole, and asked the pilots what they saw.`)).toContain(`the ${compound.replace('|', '')} mole`);
  });

  test.each(['high-|way', 'long-|est', 'state-|ment', 'short-|age', 'self-|less', 'cost-|ly'])('but a word that only begins so does not: %s', (word) => {
    const [first, second] = word.split('|');
    expect(textOf(`The council of the coast met in a room of the ${first!}`, `${second!} road, and asked the pilots what they saw.`)).toContain(`the ${first!.slice(0, -1)}${second!} road`);
  });

  test('loses it where the joined word stands elsewhere', () => {
    expect(textOf('The selfmade council of the coast met in the self-', 'made room, and asked the pilots what they saw.')).toContain('the selfmade room');
  });
});
