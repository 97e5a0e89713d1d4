import { describe, expect, test } from 'vitest';
import { joinStretched } from '../../../db/import/pdf/stretched-lines.ts';
import { line } from '../../fixtures/laid.ts';

describe('a line that was stretched to the width of its column', () => {
  const TEXT = line(40, 60, 'The council of the coast met in spring', { right: 240 });
  const stretched = (baseline: number, texts: string[], step: number) => texts.map((text, at) => line(40 + at * step + texts.slice(0, at).join('').length * 5, baseline, text));
  const FIRST = stretched(48, ['and', 'asked', 'hydrographers,', 'who'], 25);
  const SECOND = stretched(72, ['hydrographers', 'from', 'seven'], 45);
  const THIRD = stretched(84, ['in', 'spring', 'or', 'autumn', 'were', 'given'], 15);

  test('is one line, several below each other too', () => {
    const whole = (text: string) => [text, 40, 240];
    expect(joinStretched([...FIRST, TEXT, ...SECOND, ...THIRD]).map(({ text, left, right }) => [text, left, right])).toEqual(['and asked hydrographers, who', TEXT.text, 'hydrographers from seven', 'in spring or autumn were given'].map(whole));
  });

  test('is no row of a table, whose cells stand below each other, or apart as they will', () => {
    const cells = (baseline: number, texts: string[], rights: number[]) => texts.map((text, at) => line(rights[at]! - text.length * 5, baseline, text));
    const even = [...cells(72, ['1909', '1910', '1911', '1912', '1913'], [60, 105, 150, 195, 240]), ...cells(84, ['1', '22', '3', '444', '5'], [60, 105, 150, 195, 240])];
    expect(joinStretched([TEXT, ...even])).toEqual([TEXT, ...even]);
    const uneven = cells(72, ['Holm', '12', 'Skerry', '7'], [60, 100, 200, 240]);
    expect(joinStretched([TEXT, ...uneven])).toEqual([TEXT, ...uneven]);
  });

  test('ends where the text beside it does', () => {
    const alone = SECOND.map((word) => ({ ...word, left: word.left + 20, right: word.right + 20 }));
    expect(joinStretched([TEXT, ...alone])).toEqual([TEXT, ...alone]);
  });
});
