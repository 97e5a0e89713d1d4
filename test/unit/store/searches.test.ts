import { expect, onTestFinished, test } from 'vitest';
import { openChoice } from '../../../db/model/facet.ts';
import { openDesk } from '../../../db/store/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

function desk() {
  const opened = openDesk(temporaryFolder());
  onTestFinished(() => opened.close());
  return opened;
}

test('saved searches keep the order they are put in; new ones and unnamed ones come behind', () => {
  const { saveSearch, orderSearches, renameSearch, listSearches } = desk();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => saveSearch({ name, query: name, choice: openChoice(), report: null, where: 'all' }).id);
  expect(listSearches().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  orderSearches([c!, a!]);
  renameSearch(b!, 'radar');
  saveSearch({ name: 'd', query: 'd', choice: openChoice(), report: null, where: 'all' });
  expect(listSearches().map(({ name }) => name)).toEqual(['c', 'a', 'radar', 'd']);
  expect(() => renameSearch('gone', 'x')).toThrow(/not there any more/);
});

test('earlier searches come back, the latest first, until they are forgotten', async () => {
  const { noteSearch, earlierSearches, forgetSearches } = desk();
  for (const query of ['radar', 'wheat', 'radar']) {
    noteSearch(query);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  expect(earlierSearches()).toEqual(['radar', 'wheat']);
  forgetSearches();
  expect(earlierSearches()).toEqual([]);
});
