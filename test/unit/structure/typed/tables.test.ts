import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../helpers/drafts.ts';

const BODY = 'The channel was dredged in 2004, and the pilots were paid for it\nout of the dues, which the council raised twice.';
const tables = (text: string): string[] => draftOf(`${BODY}\n\n${text}\n\n${BODY}\n`).passages.filter(({ kind }) => kind === 'table').map((passage) => passage.text);
const kinds = (text: string): [string, string][] => draftOf(`${BODY}\n\n${text}\n\n${BODY}\n`).passages.slice(1, -1).map((passage) => [passage.kind, passage.text]);

describe('a table in a typed text', () => {
  test.each([
    ['columns of blanks, with a rule below the heads', 'Port         2001    2002\n------------------------\nKarsa       1,200   1,310\nNorth Ember    45      51', 'Port | 2001 | 2002\nKarsa | 1,200 | 1,310\nNorth Ember | 45 | 51'],
    ['an empty cell', 'Port         2001    2002\nKarsa       1,200   1,310\nEmber                  51', 'Port | 2001 | 2002\nKarsa | 1,200 | 1,310\nEmber |  | 51'],
    ['bars', 'Year | Ships | Tonnes\n-----|-------|-------\n2001 | 112   | 12,300\n2002 |       | 13,900', 'Year | Ships | Tonnes\n2001 | 112 | 12,300\n2002 |  | 13,900'],
    ['a frame', '+-------+-------+\n| Port  | Ships |\n+-------+-------+\n| Karsa | 112   |\n| Ember | 9     |\n+-------+-------+', 'Port | Ships\nKarsa | 112\nEmber | 9'],
    ['a grid with a cell of two lines', '+-------+-------+\n| Port  | Ships |\n+=======+=======+\n| North | 112   |\n| Ember |       |\n+-------+-------+\n| Karsa | 9     |\n+-------+-------+', 'Port | Ships\nNorth Ember | 112\nKarsa | 9'],
    ['tabs', 'Port\tShips\nKarsa\t112\nEmber\t9', 'Port | Ships\nKarsa | 112\nEmber | 9'],
  ])('%s', (_name, text, table) => {
    expect(tables(text)).toEqual([table]);
  });

  test('has its caption above and its source below', () => {
    expect(kinds('Table 1. Dues by port\nPort         2001    2002\nKarsa       1,200   1,310\nSource: Harbour Office.').map(([kind]) => kind)).toEqual(['caption', 'table', 'caption']);
  });

  test.each([
    ['two blanks between sentences', 'The dues were low.  Nobody paid.\nIt was a poor year.  The pilots left.'],
    ['a list whose items stand far from their numbers', '1.   Keep the channel open.\n2.   Pay the pilots.'],
  ])('%s: no table', (_name, text) => {
    expect(tables(text)).toEqual([]);
  });
});
