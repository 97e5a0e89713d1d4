import { describe, expect, test } from 'vitest';
import { page, report, wrap } from '../../fixtures/two-columns.ts';
import { draftOf } from '../../helpers/drafts.ts';

/** Each kind of trouble that reports of this make bring, alone; harbours.ts has them together. */
const LEAD = 'The harbour office opened in the spring, and the pilots moved in before the roof was tight.';
const REST = 'By the autumn every berth was let, and the council began to plan a second quay behind the first.';

const texts = (file: string, kind = 'paragraph') => draftOf(file).passages.filter((passage) => passage.kind === kind).map((passage) => passage.text);

/** Where the calls of a passage stand: the words before them, and their numbers. */
function calls(sentence: string, ...notes: string[]): string[] {
  const draft = draftOf(report(page(['INTRODUCTION'], wrap(LEAD), wrap(sentence), ...notes.map((note) => wrap(note)))));
  return draft.passages.flatMap((passage) => passage.footnotes.map(({ n, offset }) => `${passage.text.slice(0, offset).split(' ').slice(-2).join(' ')} [${n}]`));
}

const note = (n: number) => `${n} Ada Larsen, “Harbours,” Northern Review ${n} (2015): 4.`;

describe('calls of notes', () => {
  test.each([
    ['behind a year and a full stop', 'The dues were raised in the summer of 2009.1 Nobody paid them.', 'of 2009. [1]'],
    ['behind a word with a number', 'The quay stood empty during COVID-19.1 It filled again.', 'during COVID-19. [1]'],
    ['before the full stop', 'The town has followed its own port policy1. It is proud of it.', 'port policy [1]'],
    ['behind a blank', 'The town saw a chance in the new quay. 1 Therefore it was built.', 'new quay. [1]'],
    ['behind a quoted word', 'The town holds to its rule of ‘slow growth’1 and to the plan.', '‘slow growth’ [1]'],
    ['behind a name', 'The town was led by Mayor Olde1 and has avoided every debt.', 'Mayor Olde [1]'],
    ['in the middle, behind a comma', 'The sea-ice came late,1 which nobody had foreseen.', 'came late, [1]'],
    ['at the end of a quotation', 'The council called it “the quay of quays.”1 Others laughed.', 'of quays.” [1]'],
  ])('%s', (_, sentence, expected) => {
    expect(calls(sentence, note(1))).toEqual([expected]);
  });

  test('are not the numbers that stand in the text', () => {
    expect(calls('In 2017 there were 1,502 berths, 2.05 million crowns of dues and 20 pilots.1 Chapter 2 tells more.', note(1), note(2))).toEqual(['20 pilots. [1]']);
  });

  test('in a caption are found there', () => {
    const draft = draftOf(report(page(['INTRODUCTION'], wrap(`${LEAD}1`), ['Figure 1. Berths by town2'], wrap(REST), wrap(note(1)), wrap(note(2)))));
    expect(draft.passages.find(({ kind }) => kind === 'caption')).toMatchObject({ text: 'Figure 1. Berths by town', footnotes: [{ n: '2' }] });
  });
});

describe('lines and columns', () => {
  test('a line of the text that begins with a number is no note, though a blank line stands before it', () => {
    const file = report(page(['INTRODUCTION'], wrap('The town owes its quay, by the letter and the spirit of the', 42, true), wrap('1951 Harbour Treaty (HT), to three kings and a bishop.1'), wrap(note(1)), wrap(REST)));
    expect(texts(file)).toEqual(['The town owes its quay, by the letter and the spirit of the 1951 Harbour Treaty (HT), to three kings and a bishop.', REST]);
  });

  test('a note that cites nothing is known by its call, also where that stands behind the end of a line', () => {
    const said = 'The harbour master said so himself, and nobody has asked him twice.';
    for (const lines of [['The town owes its quay to three kings.1', 'Its pilots came later.'], ['The town owes its quay to three kings.', '1 Its pilots came later.'], ['The town owes its quay to 1', 'Its pilots came later.']]) {
      const draft = draftOf(report(page(['INTRODUCTION'], wrap(LEAD), lines, wrap(`1 ${said}`), wrap(REST))));
      expect(draft.footnotes.map(({ text }) => text)).toEqual(lines[0]!.endsWith('to 1') ? [] : [said]);
    }
  });

  test('columns in the wrong order are seen by their sentences, where their notes say nothing', () => {
    const [before, after] = ['Nothing held back the growth of the port in those days, when timber went south by', 'the shipload and wine came north for every table in the town.'];
    const file = report(page(['INTRODUCTION'], wrap(LEAD)), page(wrap(`${after}1`), wrap(note(1)), wrap(REST), wrap(before, 42, true)), page(wrap('The wine is gone. The timber still goes south.')));
    expect(texts(file)).toEqual([LEAD, REST, `${before} ${after}`, 'The wine is gone. The timber still goes south.']);
  });

  test('a page may begin without a mark, behind two blank lines', () => {
    const [first, second] = ['Nothing held back the growth of the', 'port in those days of timber and wine.'];
    const draft = draftOf(report(page(['8Larsen'], ['INTRODUCTION'], wrap(LEAD), wrap(first, 42, true)), ['', '', '9Larsen', ''], wrap(second), page(['10Larsen'], wrap(REST))));
    expect(draft.passages.map(({ text, pages }) => [text, pages.from, pages.to])).toEqual([[LEAD, '8', '8'], [`${first} ${second}`, '8', '9'], [REST, '10', '10']]);
  });

  test('a credit that runs down the page is neither text nor the beginning of pages', () => {
    const credit = ['Ph', 'ot', '', 'o:', '', ' L', 'ar', '', 'se', 'n'];
    const draft = draftOf(report(page(['8Larsen'], ['INTRODUCTION'], wrap(LEAD), credit, wrap(REST)), page(['9Larsen'], wrap('The quay is open.'))));
    expect(draft.passages.map(({ text, pages }) => [text, pages.from])).toEqual([[LEAD, '8'], [REST, '8'], ['The quay is open.', '9']]);
  });

  test('hyphens at line ends are real in the text, and soft in notes where the report knows the word', () => {
    const file = report(page(['INTRODUCTION'], wrap(`${LEAD} It is a well-`, 92).concat('kept house.1'), [...wrap('1 Ada Larsen, “The Open-'), 'ing of the har-', 'bour office,” Northern Review 2 (2015).']));
    const draft = draftOf(file);
    expect(draft.passages[0]!.text).toContain('well-kept house');
    expect(draft.footnotes[0]!.text).toContain('harbour office');
  });
});

describe('what stands beside the text', () => {
  test('a pull quote is known by what it says again, also trimmed and over two sentences', () => {
    const quote = ['The harbour office ', 'opened in the spring, ', 'and the pilots moved ', 'in (…) every berth ', 'was let, and the ', 'council began to plan ', 'a second quay.'];
    const more = 'Nobody had asked for so much, and nobody sent it back: the mayors opened one shed after the other, and the customs house was painted twice in that one year, once in grey, because grey was cheap, and once in a red that could be seen from the lightship on a clear evening.';
    const file = report(page(['INTRODUCTION'], wrap(LEAD), quote, wrap(REST), wrap(more)));
    expect(texts(file)).toEqual([LEAD, REST, more]);
    expect(texts(file, 'pull-quote')).toHaveLength(1);
  });

  test('a list of three parts in one sentence stays one passage; bullets become items', () => {
    const three = 'The town asks for (1) a deeper channel, (2) a longer quay; and (3) a light on the mole.';
    const file = report(page(['INTRODUCTION'], wrap(three), wrap('It has found the following:'), wrap('• the channel silts up every spring;'), wrap('• the quay is too short.'), wrap(REST)));
    expect(texts(file)).toEqual([three, 'It has found the following:', REST]);
    expect(texts(file, 'list-item')).toEqual(['the channel silts up every spring;', 'the quay is too short.']);
  });

  test('chapters without a title page begin where the notes begin again at 1', () => {
    const chapter = (start: string) => [page(wrap(`${start}1`), wrap(note(1))), page(wrap(REST.replace('berth', `berth of ${start.slice(0, 7)}`) + '2'), wrap(note(2)))];
    const draft = draftOf(report(...chapter(LEAD), ...chapter('Skerry is the smallest of the islands, and the proudest.')));
    expect(draft.chapters).toHaveLength(2);
    expect(draft.footnotes.map(({ chapter: of, n }) => [of === draft.chapters[0]!.id, n])).toEqual([[true, '1'], [true, '2'], [false, '1'], [false, '2']]);
  });
});
