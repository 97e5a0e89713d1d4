import { describe, expect, test } from 'vitest';
import { pageList } from '../../../db/model/cite.ts';
import { dateWords, sourceLine } from '../../../db/packs/words.ts';
import { passage, source } from './sample.ts';

const span = (from: string | null, to: string | null = from) => ({ from, to });

describe('words on paper', () => {
  test.each([
    [[span('54')], 'p. 54'],
    [[span('53', '55')], 'pp. 53–55'],
    [[span('53'), span('54', '55'), span('55')], 'pp. 53–55'],
    [[span('61'), span('53', '55')], 'pp. 53–55, 61'],
    [[span('xii'), span('3')], 'pp. xii, 3'],
    [[span('iv', 'vi'), span('iv', 'vi')], 'pp. iv–vi'],
    [[span('9'), span('10')], 'pp. 9–10'],
    [[span(null)], null],
    [[], null],
  ])('pages of %j are %s', (spans, words) => expect(pageList(spans)).toBe(words));

  test('a source line names authors, chapter and pages, and leaves out what is not known', () => {
    expect(sourceLine(source({ authors: ['Nguyen'] }), [passage('x', { pages: span('53', '55') })])).toBe('Nguyen, Vietnam, pp. 53–55');
    expect(sourceLine(source({ authors: [], chapterTitle: '' }), [passage('x', { pages: span(null) })])).toBe('Harbours and hedges');
  });

  test('a day is written out in the pack’s language; an unknown language is no reason to fail', () => {
    expect(dateWords('2026-12-03', 'en')).toBe('3 December 2026');
    expect(dateWords('2026-12-03', 'fr')).toBe('3 décembre 2026');
    expect(dateWords('2026-12-03', 'no such language')).toBe('3 December 2026');
  });
});
