import { describe, expect, test } from 'vitest';
import type { Footnote } from '../../../db/model/report.ts';
import { doubtNotes } from '../../../db/structure/doubts/notes.ts';
import { resolveReferences } from '../../../db/structure/references.ts';

const notesOf = (texts: readonly string[]): Footnote[] =>
  texts.map((text, at) => ({ id: `c-n${at + 1}`, chapter: 'c', n: String(at + 1), text, page: null, lines: { from: at + 1, to: at + 1 }, refersTo: null }));

/** The numbers of the notes that each note means; null where it means only itself. */
function meant(texts: readonly string[], callers: Record<number, string> = {}): (number | null)[] {
  const notes = notesOf(texts);
  resolveReferences(notes, new Map(Object.entries(callers)));
  return notes.map(({ refersTo }) => (refersTo === null ? null : Number(refersTo.slice(3))));
}

const LARSEN = 'Ada Larsen, “Coast Watch: Radar on the Outer Islands,” Northern Review 12/3 (2014): 40-61.';
const BERG = 'Ivo Berg, Harbours of the North, Norhaven: Quay Press, 2016.';
const OFFICE = 'Office of Ports, Annual Report, 2019, https://ports.example/2019.pdf.';

describe('a short reference means the note that names the work', () => {
  test.each([
    ['Ibid., with a page', [LARSEN, 'Ibid., 44.'], [null, 1]],
    ['Ibid. after Ibid.', [LARSEN, 'Ibid.', 'ibid'], [null, 1, 1]],
    ['See note 1 above, from far away', [LARSEN, BERG, 'See note 1 above, 50.', 'Ibid.'], [null, null, 1, 1]],
    ['a reference to a reference', [LARSEN, 'See note 1 above.', 'See also note 2.'], [null, 1, 1]],
    ['op. cit. by a name', [LARSEN, BERG, 'Larsen, op. cit., 41.'], [null, null, 1]],
    ['op. cit. behind another work', [BERG, `${LARSEN.slice(0, -1)}; Berg, op. cit.`], [null, 1]],
    ['a short title', [LARSEN, BERG, 'Also, see Larsen, “Coast Watch,” (2014).'], [null, null, 1]],
    ['a name and a year', [BERG, 'Council of Holm, Minutes, 4 March 2012; Berg (2016).'], [null, 1]],
    ['nothing, where another work follows', [LARSEN, 'Larsen, “Coast Watch,” (2014); Jan Olde, “Piers of the Far North,” Quay 3 (2011).'], [null, null]],
    ['nothing, at the beginning', ['Ibid.', 'See note 9 above.'], [null, null]],
    ['nothing, where the work is named again whole', [LARSEN, LARSEN], [null, null]],
  ])('%s', (_, texts, expected) => {
    expect(meant(texts)).toEqual(expected);
  });
});

describe('numbers of an earlier numbering', () => {
  const REMARK = 'There was a storm in 2014, and the port stood still until 2016.';
  /** Two remarks were put in after the references had been written. */
  const later = [BERG, OFFICE, REMARK, 'The pilots of Holm had struck for weeks.', LARSEN, 'Jan Olde, “Piers,” Quay 3 (2011): 7-12.', 'See note 3 above, 44.', 'See note 4 above, 9.', 'Ibid.'];
  const callers = { 7: 'Larsen counted the stations that were lost.', 8: 'Others name the piers.' };

  test('are seen where a number leads to a remark, and all fit two further on', () => {
    expect(meant(later, callers)).toEqual([null, null, null, null, null, null, 5, 6, 6]);
  });

  test('are told as a doubt', () => {
    const footnotes = notesOf(later);
    resolveReferences(footnotes, new Map(Object.entries(callers)));
    const chapters = [{ id: 'c', number: 1, title: 'C', authors: [], sections: [], pages: { from: null, to: null } }];
    const told = doubtNotes({ chapters, passages: [], footnotes }).filter(({ key }) => key.endsWith(':meant'));
    expect(told.map(({ footnote }) => footnote)).toEqual(['c-n7', 'c-n8']);
    expect(told[0]!.message).toContain('note 5');
  });

  test('are not looked for where the numbers lead to works', () => {
    expect(meant([BERG, LARSEN, 'See note 1 above.', 'See note 2 above.'], { 3: 'Larsen counted the stations.', 4: 'Berg did not.' })).toEqual([null, null, 1, 2]);
  });

  test('are left alone where nothing fits clearly better', () => {
    expect(meant([REMARK, OFFICE, BERG, 'See note 1 above.'], { 4: 'It was a bad winter.' })).toEqual([null, null, null, 1]);
  });
});
