import { describe, expect, test } from 'vitest';
import { HARBOURS, TEXT } from '../../fixtures/harbours.ts';
import { draftOf } from '../../helpers/drafts.ts';

const draft = draftOf(HARBOURS);
const passages = (kind: string) => draft.passages.filter((passage) => passage.kind === kind);
const passage = (start: string) => draft.passages.find((found) => found.text.startsWith(start) && found.kind !== 'pull-quote')!;
const calls = (start: string) => passage(start).footnotes.map(({ n, offset }) => `${n} after “${passage(start).text.slice(Math.max(0, offset - 9), offset)}”`);

describe('a two-column report', () => {
  test('reads as its authors wrote it, in their order', () => {
    expect(passages('paragraph').map((found) => found.text)).toEqual([
      TEXT.foreword, TEXT.intro, TEXT.treaty, TEXT.quoted.replace('COVID-19', 'COVID-19,'), TEXT.followUp, TEXT.numbers, `${TEXT.turnedFirst} ${TEXT.turnedSecond}`,
      TEXT.leadTrade, TEXT.leadSchools, TEXT.listIntro, TEXT.closing, TEXT.second, TEXT.secondMore,
    ]);
  });

  test('joins a paragraph over a footnote and over a column', () => {
    expect(passage('Norland opened').text).toBe(TEXT.intro);
    expect(passage('Security').lines.from).toBeLessThan(passage('Security').lines.to);
  });

  test('turns columns that stand the wrong way round, and says so', () => {
    expect(passage('Security').text).toContain('budget and the distance');
    expect(draft.warnings.map((warning) => warning.code)).toEqual(['columns-turned']);
  });

  test('begins a chapter where the notes begin again, and where an introduction stands', () => {
    expect(draft.chapters.map((chapter) => chapter.title)).toEqual(['Foreword', 'Part 2', 'Part 3']);
    expect(passage('Holm').chapter).not.toBe(passage('Security').chapter);
  });

  test('takes the authors from signature and running head', () => {
    expect(draft.chapters.map((chapter) => chapter.authors)).toEqual([['Ada Larsen'], ['Larsen'], []]);
    expect(passages('paragraph').some((found) => found.text.includes('Editor'))).toBe(false);
  });

  test('sets headings in capitals as sentences, with names as the text writes them', () => {
    expect(draft.chapters[1]!.sections.filter((section) => !section.runIn).map((section) => section.title))
      .toEqual(['Introduction', 'The harbour fund and its four ports', 'Radar and patrols', 'What it does and what it cannot do', 'Conclusion']);
  });

  test('finds run-in leads and puts their paragraphs under them', () => {
    const lead = draft.chapters[1]!.sections.find((section) => section.title === 'Schools.')!;
    expect(lead).toMatchObject({ runIn: true, level: 2 });
    expect(passage('Schools.').section).toBe(lead.id);
    expect(passage('Three things').section).not.toBe(lead.id);
  });

  test('makes list items of bullets', () => {
    expect(passages('list-item').map((found) => found.text)).toEqual(TEXT.items);
  });

  test('keeps captions, pull quotes and signatures out of the text', () => {
    expect(passages('caption').map((found) => found.text)).toEqual(['Ada Larsen, Editor', 'Figure 1. Money by port, 2010-2020 (million crowns)']);
    expect(passages('pull-quote')).toHaveLength(1);
    expect(draft.passages.some((found) => /©|Ph\b|https:/.test(found.text))).toBe(false);
  });

  test('counts page labels from those that are printed', () => {
    expect(passage('Ports decide').pages).toEqual({ from: 'v', to: 'v' });
    expect(passage('The harbour fund').pages).toEqual({ from: '7', to: '7' });
    expect(passage('Holm').pages).toEqual({ from: null, to: null });
  });
});

describe('note calls', () => {
  test('are tied to their words, after full stops, years, hyphenated numbers and in captions', () => {
    expect(calls('Norland opened')).toEqual(['1 after “ce of it.”']);
    expect(calls('That changed')).toEqual(['2 after “ of 2009.”']);
    expect(calls('The harbour fund')).toEqual(['3 after “COVID-19,”']);
    expect(calls('Figure 1')).toEqual(['4 after “2010-2020”']);
    expect(calls('Interest has')).toEqual(['5 after “nce 2018.”']);
  });

  test('leave numbers alone that only look like calls', () => {
    expect(passage('1951 was').text).toBe(TEXT.numbers);
    expect(passage('1951 was').footnotes).toEqual([]);
    expect(passage('The council').text).toContain('2015 as well');
  });

  test('every note is called, and says the same as in the file', () => {
    const called = draft.passages.flatMap((found) => found.footnotes.map((call) => `${found.chapter}/${call.n}`));
    expect(called.toSorted()).toEqual(draft.footnotes.map((note) => `${note.chapter}/${note.n}`).toSorted());
  });

  test('soft hyphens go where the report knows the word or the address, real ones stay', () => {
    const note = draft.footnotes.find((found) => found.text.startsWith('Ministry'))!;
    expect(note.text).toContain('https://www.harbours.example/reports/annual-2019.pdf, accessed 3 May');
    expect(passage('What has been').text).toContain('sea-ice');
  });

  test('short references mean the note that names the work', () => {
    const meaning = (text: string) => draft.footnotes.find((note) => note.id === draft.footnotes.find((found) => found.text === text)!.refersTo)?.text;
    expect(meaning('Ibid.')).toMatch(/^Ministry of Harbours/);
    expect(meaning('See note 2 above.')).toMatch(/^Ministry of Harbours/);
  });
});

test('a text of one line that ends in a number is its text, and no running head', () => {
  expect(draftOf('Ships that were counted 12').passages.map(({ text }) => text)).toEqual(['Ships that were counted 12']);
});
