import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barBehind, cellRows, joinCells, tableLook } from '../../../db/model/table-cells.ts';

const texts = (text: string) => cellRows(text)?.map((cells) => cells.map((cell) => cell.text)) ?? null;

describe('the cells of a table', () => {
  test('are told apart by bars; empty ones keep their place, but for those at a row’s end', () => {
    expect(joinCells(['Port', '', 'Dues', '', ''])).toBe('Port | | Dues');
    expect(joinCells(['', '', '1998'])).toBe('| | 1998');
    expect(texts('| 1998 | 1999\nEmber | | 41\nno data')).toEqual([['', '1998', '1999'], ['Ember', '', '41'], ['no data']]);
    expect(barBehind('Port')).toBe(' | ');
    expect(barBehind('Port\n')).toBe('| ');
  });

  test('are not looked for where none are: lines as they were typed, a bar within words', () => {
    expect(cellRows('Port      Dues\nEmber     40')).toBeNull();
    expect(cellRows('a|b\n|c|')).toBeNull();
  });

  test('hold the calls that stand in them and right behind them', () => {
    const text = 'Port | 1998\nEmber | 40';
    const calls = [{ n: '1', offset: 4 }, { n: '2', offset: 11 }, { n: '3', offset: 14 }, { n: '4', offset: text.length }];
    expect(cellRows(text, calls)!.map((cells) => cells.map((cell) => cell.calls.map(({ n, offset }) => `${n}@${offset}`)))).toEqual([[['1@4'], ['2@4']], [['3@2'], ['4@2']]]);
  });

  test('and their calls are gone through once, however many there are', () => {
    const row = 'Ember and its skerries | 40 | 41';
    const rows = cellRows(Array.from({ length: 60_000 }, () => row).join('\n'), Array.from({ length: 60_000 }, (_, at) => ({ n: String(at), offset: at * (row.length + 1) + row.length - 5 })))!;
    expect(rows.every((cells, at) => cells[1]!.calls.length === 1 && cells[1]!.calls[0]!.n === String(at))).toBe(true);
  });

  test('with what stands behind them are the text again, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '|', ' ', '\n', '40', ' | ') }), (text) => {
      const rows = cellRows(text);
      if (rows) expect(rows.flat().map((cell) => cell.text + cell.behind).join('')).toBe(text);
      for (const { at, text: words } of rows?.flat() ?? []) expect(text.slice(at, at + words.length)).toBe(words);
    }));
  });

  test('are read as they were joined', () => {
    const cell = fc.constantFrom('', '', 'Ember', '40', 'two words', 'a|b');
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 }), (rows) => {
      const ends = rows.map((cells) => cells.slice(0, Math.max(1, cells.findLastIndex((one) => one !== '') + 1)));
      const read = texts(rows.map(joinCells).join('\n'));
      if (ends.some((cells) => cells.length > 1)) expect(read).toEqual(ends);
      else expect(read).toBeNull();
    }));
  });
});

describe('how a table is set', () => {
  test.each([
    ['names over figures', [['Port', '1998', '1999'], ['Ember', '40', '41'], ['Holm', '–', '1,200']], 1, [false, true, true]],
    ['names over figures and a row over all columns', [['Port', 'Dues'], ['In the north'], ['Ember', '40 %']], 1, [false, true]],
    ['names over longer texts', [['Port', 'Works', 'Held back by'], ['Ember', 'Two piers and a light', 'Dues that nobody raises'], ['Holm', 'A slip', 'Ice']], 1, [false, false, false]],
    ['names over figures that nobody knows', [['Port', '1998', '1999'], ['Holm', '1,200', 'n/a']], 1, [false, true, true]],
    ['names over names', [['Port', 'Dues', '', 'Loans'], ['', '1998', '1999', '1998', '1999'], ['Ember', '40', '41', '3', '2']], 2, [false, true, true, true, true]],
    ['a list of facts', [['Population', '1.4 m'], ['Ships', '40']], 0, [false, false]],
    ['figures only', [['1', '2'], ['3', '4']], 0, [true, true]],
    ['names only, two columns', [['Ember', 'Karsa'], ['Holm', 'Brandt']], 0, [false, false]],
    ['years over years', [['Treaty', '1998'], ['Pact', '2004']], 0, [false, true]],
    ['amounts in the first row', [['Dues', 'US$ 300', '€ 20'], ['Loans', '400', '30']], 0, [false, false, false]],
    ['one row', [['Port', 'Dues']], 0, [false, false]],
  ])('%s', (_name, rows, heads, figures) => {
    expect(tableLook(rows)).toMatchObject({ columns: Math.max(...rows.map((cells) => cells.length)), heads, figures });
  });

  test('a name stands over all columns that have none beside it, if they have one below', () => {
    expect(tableLook([['Port', 'Dues', '', 'Loans'], ['', '1998', '1999', '1998', '1999'], ['Ember', '40', '41', '3', '2']]).spans).toEqual([1, 2, 0, 2, 0]);
    expect(tableLook([['Port', 'Dues'], ['Ember', '40']]).spans).toEqual([]);
  });

  test('is told of a table of very many rows too', () => {
    expect(tableLook(Array.from({ length: 200_000 }, (_, at) => (at === 0 ? ['Port', 'Dues'] : ['Ember', String(at)])))).toEqual({ columns: 2, heads: 1, spans: [], figures: [false, true], room: [5, 6] });
  });

  test('short words and cells stay whole, very long ones and signs without blanks do not ask for room', () => {
    expect(tableLook([['Ember and its skerries', 'x'.repeat(90), '港湾の使用料と水先案内料', 'well-founded'], ['A row over all of the columns: incomprehensibilities'], ['', '', '', 'Port 10']]).room).toEqual([8, 16, 0, 7]);
  });
});
