import { describe, expect, test } from 'vitest';
import type { LaidLine } from '../../../../db/model/layout.ts';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, lines, page, source } from '../../../fixtures/laid.ts';

const texts = (made: ReturnType<typeof structureLaid>, kind = 'paragraph') => made.passages.filter((passage) => passage.kind === kind).map(({ text }) => text);

const BODY = ['The council of the coast met every spring and', 'asked the pilots what they had seen, and what', 'the winter had done to the lights on the outer', 'skerries, before it spent a single crown.'];

describe('paragraphs', () => {
  test('begin at an indent, and go on over the page where the next one has none', () => {
    const made = structureLaid(source([
      page(1, [...lines(40, 80, BODY), line(52, 128, 'Then the fleet was sold, all but the two boats'), line(40, 140, 'that nobody wanted to buy from the town'), line(52, 152, 'Nobody spoke of it again in the years that came'), ...lines(40, 164, ['and went, until the herring did return to it all.'])]),
      page(2, [...lines(40, 80, ['That autumn was the best of a whole generation,', 'so the books say, and they were kept with care.']), line(52, 104, 'In the end the boats were bought back by the'), line(40, 116, 'town, at twice the price that it had asked.')]),
    ]), 'Ports', {});
    expect(texts(made)[0]).toBe(BODY.join(' '));
    expect(texts(made).find((text) => text.startsWith('Nobody'))).toMatch(/return to it all\. That autumn .* with care\.$/);
  });

  test('begin after white where the report sets them apart so', () => {
    const second = ['The lights themselves were kept by the families', 'of the skerries, who were paid in oil and salt.'];
    const made = structureLaid(source([page(1, [...lines(40, 80, BODY), ...lines(40, 140, second)])]), 'Ports', {});
    expect(texts(made)).toEqual([BODY.join(' '), second.join(' ')]);
  });

  test('end at a full stop with the call of a note behind it, also before a table', () => {
    const rows = [['Port', 'Berths', 'Since'], ['Holm', '12', '2015'], ['Skerry', '7', '2016'], ['Ember', '9', '1999']].flatMap((cells, y) => cells.map((text, x) => line(40 + x * 100, 140 + y * 14, text)));
    const second = ['The lights themselves were kept by the families', 'of the skerries, who were paid in oil and salt.'];
    const made = structureLaid(source([page(1, [...lines(40, 80, [...BODY.slice(0, 3), 'skerries, before it spent a crown.¹']), ...rows, ...lines(40, 210, second), line(40, 500, '¹ See the minutes of 1909.', { size: 8 })])]), 'Ports', {});
    expect(texts(made)).toEqual([[...BODY.slice(0, 3), 'skerries, before it spent a crown.'].join(' '), second.join(' ')]);
  });

  test('set narrower than the one behind them keep a note’s call that fell on a line of its own', () => {
    const narrow = ['The lights themselves were kept by families', 'of the skerries, who were paid in oil, salt.'];
    const made = structureLaid(source([page(1, [...lines(60, 80, narrow, { right: 270 }), line(60, 104, '1'), ...lines(40, 130, BODY, { right: 300 }), line(40, 500, '1. See the minutes of 1909.', { size: 8 })])]), 'Ports', {});
    expect(made.passages.map(({ text, footnotes }) => [text, footnotes.length])).toEqual([[narrow.join(' '), 1], [BODY.join(' '), 0]]);
  });

  test('keep a raised call that fell on a line of its own', () => {
    const made = structureLaid(source([page(1, [...lines(40, 80, BODY), line(40, 124, '1', { size: 6 }), ...lines(40, 150, BODY), line(40, 500, '1. See the minutes of 1909.', { size: 8 })])]), 'Ports', {});
    expect(made.passages.map(({ text, footnotes }) => [text, footnotes.length])).toEqual([[BODY.join(' '), 1], [BODY.join(' '), 0]]);
  });

  test('begin with an indent although there is white around lists and quotations', () => {
    const pages = (n: number) => page(n, [
      ...lines(40, 60, BODY, { right: 290 }), line(52, 108, 'Then the fleet was sold, all but the two boats', { right: 290 }), ...lines(40, 120, BODY.slice(1), { right: 290 }),
      line(46, 176, '• The lights of the inner harbour, which burn oil', { right: 290 }), line(46, 196, '• The lights of the outer harbour, which do not', { right: 290 }), line(46, 216, '• The pilots, who burn what they are given', { right: 280 }),
      ...lines(40, 240, BODY.slice(0, 3), { right: 290 }), line(40, 276, 'skerries, before it spent a single crown on all.', { right: 290 }),
    ]);
    expect(texts(structureLaid(source([pages(1), pages(2)]), 'Ports', {})).some((text) => text.includes('crown on all. The council'))).toBe(true);
  });

  test('join what a dash at the beginning of a line parts, without a blank', () => {
    const made = structureLaid(source([page(1, lines(40, 80, ['The council of the coast met every spring', '—so the books say—and asked the pilots', 'what they had seen in the winter.']))]), 'Ports', {});
    expect(texts(made)).toEqual(['The council of the coast met every spring—so the books say—and asked the pilots what they had seen in the winter.']);
  });

  test('of a script without blanks are joined without them, their notes and captions found', () => {
    const japanese = ['港湾の評議会は毎年春に集まり、水先案内人が冬に見', 'たことを尋ね、外海の岩礁の灯台がどうなったかを', '調べてから、はじめて予算をEmberに', 'Holmとともに認めた。¹'];
    const at = (left: number, top: number, text: string, size = 10): LaidLine => line(left, top, text, { size, right: left + text.length * size });
    const made = structureLaid(source([page(1, [...japanese.map((text, n) => at(40, 80 + n * 14, text)), at(40, 150, '表1　埠頭の数'), at(40, 500, '1', 8), at(52, 500, '港湾局の年次報告。', 8)])]), 'Ports', {});
    expect(made.passages.map(({ kind, text }) => [kind, text])).toEqual([['paragraph', '港湾の評議会は毎年春に集まり、水先案内人が冬に見たことを尋ね、外海の岩礁の灯台がどうなったかを調べてから、はじめて予算をEmberに Holmとともに認めた。'], ['caption', '表1　埠頭の数']]);
    expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', '港湾局の年次報告。']]);
  });
});

describe('footnotes', () => {
  const withNote = (number: number, mark: string) => page(number, [...lines(40, 80, [...BODY.slice(0, 3), `skerries, before it spent a crown.${mark}`]), line(40, 500, `${mark} See the minutes of 1909, page ${number}.`, { size: 8 })]);

  test('are tied to the raised figure that calls them; a power is none', () => {
    const pages = [withNote(1, '¹')];
    pages[0]!.lines.push(...lines(40, 300, ['The harbour has 12 km¹ of quays, or so it was told to all of us.']));
    const made = structureLaid(source(pages), 'Ports', {});
    expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'See the minutes of 1909, page 1.']]);
    expect(made.passages.flatMap(({ footnotes }) => footnotes)).toEqual([{ n: '1', offset: [...BODY.slice(0, 3), 'skerries, before it spent a crown.'].join(' ').length }]);
    expect(texts(made).at(-1)).toContain('km¹');
  });

  test('that begin again on every page are numbered through, and none is lost', () => {
    const made = structureLaid(source([withNote(1, '¹'), withNote(2, '¹'), withNote(3, '¹')]), 'Ports', {});
    expect(made.footnotes.map(({ n, text }) => [n, text])).toEqual([1, 2, 3].map((n) => [String(n), `See the minutes of 1909, page ${n}.`]));
    expect(made.passages.flatMap(({ footnotes }) => footnotes.map(({ n }) => n))).toEqual(['1', '2', '3']);
    expect(made.warnings.map(({ code }) => code)).toEqual(['notes-renumbered']);
  });

  test('go on at the foot of the next page, where they broke off behind a short form or a colon', () => {
    for (const [end, rest] of [['See Ada Larsen, On Harbours, chap.', '8; for another view, see the minutes.'], ['Ada Larsen, On Harbours (Ember:', 'Guild Press, 2009), 12.']]) {
      const first = withNote(1, '¹');
      first.lines.splice(-1, 1, line(40, 500, `¹ ${end!}`, { size: 8 }));
      const second = withNote(2, '²');
      second.lines.push(line(40, 490, rest!, { size: 8 }));
      expect(structureLaid(source([first, second]), 'Ports', {}).footnotes.map(({ text }) => text)).toEqual([`${end} ${rest}`, 'See the minutes of 1909, page 2.']);
    }
  });

  test('at the end of the report come to the chapters that call them', () => {
    const chapter = (number: number, mark: string) => page(number, [line(40, 60, `Part the ${number === 1 ? 'first' : 'second'}`, { size: 16, bold: true }), ...lines(40, 90, [...BODY.slice(0, 3), `skerries, before it spent a crown.${mark}`])]);
    const notes = page(3, [line(40, 60, 'Notes', { size: 16, bold: true }), ...lines(40, 90, ['1. See the minutes of 1909.', '2. Ada Larsen, On Harbours, 2009.'])]);
    const made = structureLaid(source([chapter(1, '¹'), chapter(2, '²'), notes]), 'Ports', {});
    expect(made.chapters.map(({ title }) => title)).toEqual(['Part the first', 'Part the second']);
    expect(made.footnotes.map(({ chapter: of, n }) => [of, n])).toEqual([[made.chapters[0]!.id, '1'], [made.chapters[1]!.id, '2']]);
  });
});

test('headings take their levels from their size, and from the outline where there is one', () => {
  const pages = [1, 2].map((number) => page(number, [line(40, 60, `Harbour ${number === 1 ? 'law' : 'dues'}`, { size: 18 }), line(40, 90, 'What was decided', { size: 12, bold: true }), ...lines(40, 110, BODY)]));
  const bySize = structureLaid(source(pages), 'Ports', {});
  expect(bySize.chapters.map(({ title, sections }) => [title, ...sections.map((section) => section.title)])).toEqual([['Harbour law', 'What was decided'], ['Harbour dues', 'What was decided']]);
  const outlined = structureLaid(source(pages, { outline: [{ title: 'What was decided', level: 1, page: 0 }, { title: 'What was decided', level: 1, page: 1 }, { title: 'Harbour dues', level: 2, page: 1 }] }), 'Ports', {});
  expect(outlined.chapters.map(({ title }) => title).filter((title) => title === 'What was decided')).toHaveLength(2);
});

test('a picture is shown with its caption', () => {
  const picture = { left: 40, top: 200, right: 240, bottom: 320, picture: 0 };
  const made = structureLaid(source([page(1, [...lines(40, 80, BODY), line(40, 335, 'Figure 1: The outer skerries in winter', { size: 8 })], { pictures: [picture] })], { pictures: [{ mime: 'image/png', width: 2, height: 2, bytes: new Uint8Array(4) }] }), 'Ports', {});
  const caption = made.passages.find(({ kind }) => kind === 'caption')!;
  expect(made.pictures.map(({ passage }) => passage)).toEqual([caption.id]);
  expect(made.passages.some(({ kind }) => kind === 'figure')).toBe(false);
});

test('running heads go, and the printed numbers become the labels of the pages', () => {
  const pages = [1, 2, 3].map((number) => page(number, [line(40, 30, 'The Northern Review', { size: 8 }), ...lines(40, 80, [...BODY.slice(0, 3), `skerries, in the year 190${number}.`]), line(200, 570, String(number + 16), { size: 8 })]));
  const made = structureLaid(source(pages), 'Ports', {});
  expect(made.passages.some(({ text }) => text.includes('Northern Review'))).toBe(false);
  expect(made.passages.map(({ pages: span }) => span.from)).toEqual(['17', '18', '19']);
});

test('a running head of three pages goes where it stands on all of them, however large; the number of a page may stand far in', () => {
  const on = (n: number) => page(n, [line(40, 30, 'The Northern Review', { size: 12 }), ...lines(40, 80, BODY), line(200, 485, String(n))]);
  const made = structureLaid(source([1, 2, 3].map(on)), 'Ports', {});
  expect(made.chapters).toHaveLength(1);
  expect(texts(made).filter((text) => /^\d$/.test(text))).toEqual([]);
});

test('a note whose figures are raised without saying so belongs to the chapter that calls it, though another one begins on the page', () => {
  const head = (top: number, words: string) => line(40, top, words, { size: 16, bold: true });
  const on = [head(60, 'Law'), ...lines(40, 90, [...BODY.slice(0, 3), 'skerries, before it spent a single crown.1']), head(200, 'Dues'), ...lines(40, 230, BODY), line(40, 500, '1. See the minutes of 1909.', { size: 8 })];
  expect(structureLaid(source([page(1, on)]), 'Ports', {}).passages.map(({ footnotes }) => footnotes.length)).toEqual([1, 0]);
});

test('a ragged line within a sentence is not ended by hand, though a short name begins the next', () => {
  const ragged = [['The council of the coast met every spring and asked', 290], ['what the winter had done to the lights in old', 255], ['Larsk and on the skerries, before it spent a crown', 288], ['on the pilots and what they had seen of the ice.', 270]] as const;
  const on = ragged.map(([text, right], at) => line(40, 80 + at * 12, text, { right }));
  expect(texts(structureLaid(source([page(1, on)]), 'Ports', {}))).toHaveLength(1);
});

test('a sentence that breaks off, or a form to be filled in, is no line of a table of contents', () => {
  const on = [...lines(40, 80, [...BODY.slice(0, 3), 'skerries, and then nobody spoke any more . . . .']), line(40, 160, 'Name of the pilot: ......................')];
  expect(texts(structureLaid(source([page(1, on)]), 'Ports', {})).join(' ')).toMatch(/nobody spoke any more .*Name of the pilot/);
});

test('bold letters that open a chapter are no heading where their sentence goes on at the top of the next page', () => {
  const bold = { size: 13, bold: true };
  const made = structureLaid(source([
    page(1, [...lines(40, 60, BODY), line(40, 400, 'Pilots', { size: 18, bold: true }), line(40, 430, 'Whoever pays for the lights of the outer', bold), line(40, 446, 'harbour may as well own the ships that', bold)]),
    page(2, [line(40, 60, 'they lead home in winter.', bold), ...lines(40, 90, BODY)]),
  ]), 'Ports', {});
  expect(made.chapters.flatMap(({ sections }) => sections)).toEqual([]);
  expect(texts(made).join(' ')).toContain('own the ships that they lead home');
});

test('a paragraph that is set in is one, though the text behind it stands further to the left', () => {
  const on = [...lines(40, 60, BODY, { right: 290 }), line(49, 130, 'The lights were kept by the families of old', { right: 282 }), line(49, 142, 'Ember, in winter.', { right: 130 }), ...lines(40, 180, BODY, { right: 290 })];
  expect(texts(structureLaid(source([page(1, on)]), 'Ports', {}))).toContain('The lights were kept by the families of old Ember, in winter.');
});

test('bold words right above the text at the top of many pages are headings', () => {
  const pages = [1, 2, 3, 4, 5, 6].map((n) => page(n, [line(40, 60, n % 2 ? `Harbour ${'abc'[n >> 1]!}` : 'Summary', { size: n % 2 ? 16 : 10.5, bold: true }), ...lines(40, 77, BODY)]));
  expect(structureLaid(source(pages), 'Ports', {}).chapters.map(({ sections }) => sections.map(({ title }) => title))).toEqual([['Summary'], ['Summary'], ['Summary']]);
});

test('a slanted label above a slanted title is one heading with it', () => {
  const on = [1, 2].flatMap((n) => [line(150, 40 + n * 150, `Article ${n}`, { italic: true }), line(140, 52 + n * 150, n === 1 ? 'Of the lights' : 'Of the pilots', { italic: true }), ...lines(40, 80 + n * 150, BODY, { right: 400 })]);
  expect(structureLaid(source([page(1, [...lines(40, 60, BODY, { right: 400 }), ...on])]), 'Ports', {}).chapters.map(({ title }) => title).slice(-2)).toEqual(['Article 1 Of the lights', 'Article 2 Of the pilots']);
});

test('names below a heading that no text follows are text', () => {
  const head = (top: number, words: string) => line(40, top, words, { size: 14, bold: true });
  const made = structureLaid(source([page(1, [head(60, 'Secretary'), line(40, 80, 'Ada Larsen and Ivo Brandt'), head(120, 'Findings'), ...lines(40, 140, BODY)])]), 'Ports', {});
  expect(texts(made)[0]).toBe('Ada Larsen and Ivo Brandt');
});

test('headings at the top of their pages that differ only by their numbers are headings', () => {
  const pages = [1, 2, 3].flatMap((n) => [page(2 * n - 1, [line(40, 60, ['Law', 'Dues', 'Lights'][n - 1]!, { size: 18, bold: true }), ...lines(40, 90, BODY)]), page(2 * n, [line(40, 60, `${n}.1 What it cost`, { size: 14, bold: true }), ...lines(40, 90, BODY)])]);
  expect(structureLaid(source(pages), 'Ports', {}).chapters.map(({ sections }) => sections.map(({ title }) => title))).toEqual([['1.1 What it cost'], ['2.1 What it cost'], ['3.1 What it cost']]);
});
