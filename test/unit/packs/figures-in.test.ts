import { describe, expect, test } from 'vitest';
import { figureKey, figureRow, figuresIn } from '../../../db/packs/figures-in.ts';
import { plainMarkdown } from '../../../db/model/plain-markdown.ts';
import { composeHtml } from '../../../db/packs/compose.ts';
import { resolved } from './sample.ts';

const found = (text: string) => figuresIn(text).map(({ value, year, kind }) => [value, year, kind]);

describe('Figures in a text', () => {
  test.each([
    ['By the end of 2018 the harbour had cost 14.5 billion US dollars.', '14.5 billion US dollars', '2018', 'money'],
    ['A loan of US$ 338 million followed in 2017.', 'US$ 338 million', '2017', 'money'],
    ['The yard was paid ¥2.1 billion.', '¥2.1 billion', '', 'money'],
    ['In the poll of 2021, 67 per cent chose the ferry.', '67 per cent', '2021', 'share'],
    ['Only 3.5% of crews can swim.', '3.5%', '', 'share'],
    ['There were 4,611 projects in 2020, most of them small.', '4,611 projects', '2020', 'count'],
    ['The yard lent 39.4 billion yen between 1960 and 2018 to five harbours.', '39.4 billion yen', '1960–2018', 'money'],
    ['It fell from 7.5 billion yen in the time before (2001–2008).', '7.5 billion yen', '2001–2008', 'money'],
    ['Between 1990 and 1994 nobody counted the boats that lay in the old harbour, and in 2003 12 per cent sank.', '12 per cent', '2003', 'share'],
    ['It is a market of 100 million people.', '100 million people', '', 'count'],
  ])('%s', (text, value, year, kind) => expect(found(text)).toEqual([[value, year, kind]]));

  test('neither years nor dates nor spans of time nor names are figures', () => {
    expect(found('In 2019 the G7 met on 12 March. It took 20 years. See article 9 and note 14.')).toEqual([]);
  });

  test('each is kept with its whole sentence, and a long one is cut at a word when it is set', () => {
    const long = `The harbour cost 3 billion yen ${'and the yard went on '.repeat(20)}for years.`;
    const [figure] = figuresIn(`Nobody asked. ${long} Then it closed.`);
    expect(figure!.sentence).toBe(long);
    const row = figureRow(figure!, { report: 'r', passage: 'p' });
    expect(row.what.length).toBeLessThanOrEqual(240);
    expect(long.startsWith(row.what.slice(0, -1))).toBe(true);
    expect(row.what.endsWith('…')).toBe(true);
  });

  test('the same figure in other words has the same key', () => {
    const key = (text: string) => figureKey(figuresIn(text)[0]!);
    expect(key('It cost 14.5 billion US Dollars.')).toBe(key('They paid 14.5 billion dollars.'));
    expect(key('It cost 14.5 billion dollars.')).not.toBe(key('It cost 14.5 million dollars.'));
  });
});

test('a text as Markdown shows just itself', () => {
  for (const text of ['1. The *yard* [sic] <b>closed</b>', '- not a point', '# 5 of 6_7 ~a~ `x` | y ^z', '12) all of it', 'A note[^1] that is none']) {
    const { html } = composeHtml(resolved([{ kind: 'points', title: '', points: [{ text: plainMarkdown(text), from: null }] }]), '');
    const shown = /<li dir="auto"><p dir="auto">(.*?)<\/p>/.exec(html)![1]!.replace(/&lt;/g, '<').replace(/&gt;/g, '>');
    expect(shown).toBe(text);
  }
});
