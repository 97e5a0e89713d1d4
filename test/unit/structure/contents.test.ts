import { expect, test } from 'vitest';
import { bareTitle, hasLeaders, pageBehind } from '../../../db/structure/contents.ts';

test.each([
  ['Background 12', '12'], ['Background …… 12', '12'], ['Background . . . . . 12', '12'], ['Background .......12', '12'], ['Ports | 7', '7'], ['Preface ____ iv', 'iv'], ['Outlook . . . p. 9', '9'], ['Dues of 1954. 40', '40'],
  ['Section 2.3', null], ['see 2 .3', null], ['Background', null], ['Background . . . . .', null], ['1954', null],
])('%s ends in the page %s', (text, page) => {
  expect(pageBehind(text)).toBe(page);
});

test('leaders are four dots or a line', () => {
  expect(['a....b', 'a. . . . 7', 'a_____', 'a…………'].map(hasLeaders)).toEqual([true, true, true, true]);
  expect(['a...', 'a. b. c. d. e', 'a ____ b'].map(hasLeaders)).toEqual([false, false, false]);
});

// A line of sixty dots with blanks between and no page behind them once took minutes: it was tried in every way in which it can be cut.
test('however long the leaders are, and whatever stands behind them, a line is told at once', () => {
  for (const leaders of ['. ', '.', ' ', '. .', '… ', '_', '·\u00a0', '| . ']) {
    for (const end of ['w', '', '12w', 'p. ', ' 2022.']) {
      const line = `Background ${leaders.repeat(50_000)}${end}`;
      expect(pageBehind(line)).toBe(null);
      expect(hasLeaders(line)).toBe(hasLeaders(leaders.repeat(5)));
      expect(bareTitle(line).length).toBeGreaterThan(0);
    }
  }
});
