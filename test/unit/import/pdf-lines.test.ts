import { describe, expect, test } from 'vitest';
import { readSource } from '../../../db/import/read.ts';
import { withDrawnBullets } from '../../../db/import/pdf/drawn-bullets.ts';
import { asTyped } from '../../../db/import/pdf/font-forms.ts';
import { joinStretched } from '../../../db/import/pdf/stretched-lines.ts';
import { linesOf } from '../../../db/import/pdf/text-lines.ts';
import { structureReport } from '../../../db/structure/structure.ts';
import { line } from '../../fixtures/laid.ts';
import { makePdf } from '../../fixtures/make-pdf.ts';

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

  test('of Chinese or Japanese has no blanks between its signs', () => {
    const signs = [...'港口委员会每年春天开会'].map((sign, at) => line(40 + at * 19, 72, sign, { right: 50 + at * 19 }));
    expect(joinStretched([TEXT, ...signs]).map(({ text }) => text)).toEqual([TEXT.text, '港口委员会每年春天开会']);
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

describe('letters that were set apart', () => {
  const run = { top: 0, bottom: 10, baseline: 8, size: 10, bold: true, italic: false, artifact: false, blank: false };
  const runs = (texts: string[], gap: number | number[], wide = 5) => {
    let left = 40;
    return texts.map((text, at) => {
      const from = left;
      left += text.length * wide + (typeof gap === 'number' ? gap : gap[at] ?? 0);
      return { ...run, text, left: from, right: from + text.length * wide };
    });
  };
  const textOf = (...of: Parameters<typeof runs>) => linesOf(runs(...of)).map(({ text }) => text);

  test('are words, where the file has a run for each of these', () => {
    expect(textOf(['T H E', 'O U T E R', 'P I E R S'], 8)).toEqual(['THE OUTER PIERS']);
    expect(textOf(['2.', 'P I L O T S', 'A T', 'S E A'], 8)).toEqual(['2. PILOTS AT SEA']);
  });

  test('are words, where the file has a run for each letter', () => {
    expect(textOf([...'OUTERPIERS'], [4, 4, 4, 4, 8.5, 4, 4, 4, 4])).toEqual(['OUTER PIERS']);
  });

  test('are left alone where they are few, or stand among words', () => {
    expect(textOf(['a b c'], 0)).toEqual(['a b c']);
    expect(textOf(['plan', 'B I S', 'of the council'], 3)).toEqual(['plan B I S of the council']);
  });
});

describe('bullets that are drawn', () => {
  test('are those of a list', async () => {
    const words = ['The council asked for these:', 'boats of their own', 'that go out in winter', 'lights', 'Nobody spoke of it again.'].map((text, at) => ({ x: at > 0 && at < 4 ? 60 : 40, y: 100 + at * 14, text }));
    const pdf = makePdf([{ words: words.map((word, at) => (at === 4 ? { ...word, y: 176 } : word)), dots: [[48, 111], [48, 139]] }]);
    const draft = structureReport(await readSource(pdf, 'ports.pdf', { password: null, tell() {} }), { name: 'ports.pdf', sha256: 'x', builtIn: false }, () => {});
    expect(draft.passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'The council asked for these:'], ['list-item', 'boats of their own that go out in winter'], ['list-item', 'lights'], ['paragraph', 'Nobody spoke of it again.'],
    ]);
  });

  test('stand right before words, and in no chart', () => {
    const dot = { left: 48, right: 51, top: 95, bottom: 98 };
    const texts = (lines: ReturnType<typeof line>[], drawings = [] as (typeof dot)[]) => withDrawnBullets(lines, [dot], drawings).map(({ text }) => text);
    expect(texts([line(60, 100, 'lights')])).toEqual(['• lights']);
    expect(texts([line(60, 100, '12')])).toEqual(['12']);
    expect(texts([line(90, 100, 'lights')])).toEqual(['lights']);
    expect(texts([line(40, 100, 'boats'), line(70, 100, 'lights')])).toEqual(['boats', 'lights']);
    expect(texts([line(60, 100, 'lights')], [{ left: 20, right: 200, top: 50, bottom: 150 }])).toEqual(['lights']);
  });
});

test('thin blanks around a dash are blanks', () => {
  const run = { left: 0, right: 90, top: 0, bottom: 10, baseline: 8, size: 10, bold: false, italic: false, artifact: false, blank: false };
  expect(linesOf([{ ...run, text: 'the pilots\u2009—\u2009and they alone' }]).map(({ text }) => text)).toEqual(['the pilots — and they alone']);
});

test('radicals and split vowels that a font draws like what was typed are written as it was typed', () => {
  expect(asTyped('渔⺠⻅了⻔')).toBe('渔民见了门');
  expect(asTyped('น\u0e4d\u0e49\u0e32ส\u0e4d\u0e32')).toBe('น\u0e49\u0e33ส\u0e33');
});

describe('white that is wider than a space', () => {
  const run = (left: number, text: string, right = left + text.length * 4) => ({ ...line(left, 60, text, { right }), blank: true });

  test('is told, with its place in the text', () => {
    expect(linesOf([run(40, 'Skerry '), run(74, '7'), run(81, 'berths')])).toMatchObject([{ text: 'Skerry 7 berths', gaps: [{ at: 6, left: 68, right: 74 }] }]);
    expect(linesOf([run(40, 'Skerry'), run(67, 'Port')])[0]).not.toHaveProperty('gaps');
  });

  test('is a space where all letters are as wide', () => {
    expect(linesOf([run(40, 'Skerry', 76), run(82, 'Port', 106)])[0]).not.toHaveProperty('gaps');
  });

  test('moves with its words behind a bullet that is drawn', () => {
    const [made] = withDrawnBullets(linesOf([run(40, 'Skerry'), run(70, '7')]), [{ left: 30, right: 33, top: 55, bottom: 58 }], []);
    expect(made).toMatchObject({ text: '• Skerry 7', gaps: [{ at: 8 }] });
  });
});
