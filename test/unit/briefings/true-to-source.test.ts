import { describe, expect, test } from 'vitest';
import { BRIEFINGS, citedText, originOf, readSource } from './briefing.ts';
import { figuresOf, standsIn } from './figures.ts';

const source = readSource();
const passages = BRIEFINGS.flatMap((draft) => draft.passages.map((passage) => ({ draft, passage, language: draft.report.language })));
/** So many words in a row are the report's own sentence. */
const RUN = 10;

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().replace(/-\n\s*/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
const runsOf = (text: string): string[] => wordsOf(text).map((_, at, words) => words.slice(at, at + RUN)).filter((run) => run.length === RUN).map((run) => run.join(' '));

describe.skipIf(!source)('the briefing against the report that it retells (skipped where the report does not lie beside the project)', () => {
  test('every source that a passage names is there', () => {
    const lost = passages.flatMap(({ draft, passage }) => originOf(draft, passage).refs
      .filter(({ chapter, passage, note }) => (note === null ? !source!.passages.has(`${chapter}/${passage}`) : !source!.footnotes.has(`${chapter}/${note}`)))
      .map((ref) => [passage.id, ref]));
    expect(lost).toEqual([]);
  });

  test('every number, year, amount, percentage and date stands in a source that the passage names', () => {
    const unfounded = passages.flatMap(({ draft, passage, language }) => {
      const cited = citedText(source!, originOf(draft, passage));
      return figuresOf(passage.text, language).filter((figure) => !standsIn(figure, cited)).map((figure) => `${passage.id}: ${figure.text}`);
    });
    expect(unfounded).toEqual([]);
  });

  test(`no ${RUN} words in a row are the report’s own`, () => {
    const known = new Set(runsOf(source!.text));
    const texts = [...passages.map(({ passage }) => ({ id: passage.id, text: passage.text })), ...BRIEFINGS.flatMap(({ footnotes }) => footnotes.map(({ chapter, n, text }) => ({ id: `${chapter}, note ${n}`, text })))];
    expect(texts.flatMap(({ id, text }) => runsOf(text).filter((run) => known.has(run)).map((run) => `${id}: ${run}`))).toEqual([]);
  });

  test('the printed pages in a passage’s note are those of its sources', () => {
    const wrong = passages.flatMap(({ draft, passage }) => {
      const note = draft.footnotes.find((one) => one.chapter === passage.chapter && one.n === passage.footnotes[0]!.n)!.text;
      const pages = originOf(draft, passage).refs.map((ref) => source!.passages.get(`${ref.chapter}/${ref.passage}`)?.pages.from).filter((page) => page !== null && page !== undefined);
      const named = (note.match(/(?:pp?\.|S\.) [\divx, –]+/g) ?? []).flatMap((list) => list.match(/[\divx]+(?:–[\divx]+)?/g) ?? []);
      const covers = (page: string): boolean => named.some((span) => {
        const [from = '', to = from] = span.split('–');
        return span === page || (Number(page) >= Number(from) && Number(page) <= Number(to));
      });
      return pages.filter((page) => !covers(page)).map((page) => `${passage.id}: ${page} not in “${note}”`);
    });
    expect(wrong).toEqual([]);
  });
});
