import { describe, expect, test } from 'vitest';
import { explanationRows } from '../../../db/store/explanations.ts';
import { spellings } from '../../../db/search/variants.ts';
import { filler, firstWords, marked, searchOver } from './fixture.ts';

describe('spellings by the table', () => {
  test.each([
    ['defence', 'defense'], ['defense', 'defence'], ['organised', 'organized'], ['modernization', 'modernisation'], ['labour', 'labor'], ['centre', 'center'],
    ['programmes', 'programs'], ['analyse', 'analyze'], ['noes', 'no'], ['built', 'build'], ['maneuver', 'manoeuvre'],
    ['slower', 'slow'], ['closed', 'closure'],
  ])('%s is %s', (word, other) => {
    expect(spellings(word)).toContain(other);
  });
});

describe('acronyms as the text explains them', () => {
  const formsIn = (text: string, acronym: string): string[] => explanationRows([{ pk: 1, text }]).filter((row) => row.acronym === acronym).map(({ form }) => form);

  test.each([
    ['The Northern Harbour Authority (NHA) decides.', 'nha', 'northern harbour authority'],
    ['It is the Union for Boats and Fishing (UBF), they say.', 'ubf', 'union for boats and fishing'],
    ['Talks of the Baltic external trade office (BETRO) began.', 'betro', 'baltic external trade office'],
    ['The NHA (Northern Harbour Authority) decides.', 'nha', 'northern harbour authority'],
    ['These sea lanes (SLs) matter.', 'sls', 'sea lanes'],
    ['Shared Ports for All-Plus (SPA-Plus) met.', 'spa', 'shared ports for all plus'],
  ])('%s', (text, acronym, form) => {
    expect(formsIn(text, acronym)).toEqual([form]);
  });

  test.each([
    ['No explanation of NHA here.', 'nha'],
    ['Nobody has any. Harbours are wide (NHA).', 'nha'],
    ['The word (tide) is no acronym.', 'tide'],
    ['Plans of the harbour masters (P-Harbour) were read.', 'p'],
    ['A course at the NHA with the Northern Harbour Association (NHA).', 'with'],
  ])('%s', (text, acronym) => {
    expect(formsIn(text, acronym)).toEqual([]);
  });
});

describe('what stands for a typed word', () => {
  test('plural and verb forms, with the form that was found', () => {
    const answer = searchOver('Patrol vessels were delivered in May.', 'The harbour was dredged.')('vessel delivering');
    expect(firstWords(answer)).toEqual(['Patrol vessels']);
    expect(answer.hits[0]!.why).toEqual(['vessels ← vessel', 'delivered ← delivering']);
    expect(marked(answer)).toBe('Patrol [vessels] were [delivered] in May.');
  });

  test('a council is found by its letters and by its name where no passage explains them', () => {
    const ask = searchOver('A seat on the Security Council was refused.', ...filler(12));
    expect(firstWords(ask('UNSC'))).toEqual(['A seat']);
  });

  test('British and American spelling', () => {
    const ask = searchOver('Labour costs in the centre rose.', 'A defense programme began.', ...filler(9));
    expect(firstWords(ask('labor center'))).toEqual(['Labour costs']);
    expect(ask('defence program').hits[0]!.why).toEqual(['defence → defense', 'program → programme']);
  });

  test('letters with marks and letters without', () => {
    const ask = searchOver('Premier Pham Minh Chinh spoke.', 'Bjørn Grønning wrote it.', ...filler(9));
    expect(firstWords(ask('Phạm Minh Chính'))).toEqual(['Premier Pham']);
    expect(ask('Gronning').hits[0]!.why).toEqual([]);
  });

  test('an acronym and its long form', () => {
    const ask = searchOver('The Northern Harbour Authority (NHA) decides.', 'Nobody asked the NHA about tides.', 'An authority on tides says that northern ships need no harbour.', ...filler(30));
    const long = ask('Northern Harbour Authority');
    expect(firstWords(long).slice(0, 2)).toEqual(['The Northern', 'Nobody asked']);
    expect(long.hits[1]!.why).toContain('NHA = Northern Harbour Authority');
    const short = ask('NHA');
    expect(firstWords(short)).toEqual(['The Northern', 'Nobody asked']);
    expect(short.changed).toEqual([]);
  });

  test('a long form whose acronym the text writes with an s', () => {
    const ask = searchOver('The Northern Harbour Goals (NHGs) were met.', 'All NHGs were met again.', 'Other goals were missed.', ...filler(30));
    const answer = ask('northern harbour goals');
    expect(firstWords(answer).slice(0, 2)).toEqual(['The Northern', 'All NHGs']);
    expect(answer.hits[1]!.why).toEqual(['NHGs = northern harbour goals']);
  });

  test('the long form is found where the acronym is not', () => {
    const ask = searchOver('The Northern Harbour Authority (NHA) decides.', 'Every northern harbour authority is slow.', ...filler(30));
    const answer = ask('nha');
    expect(firstWords(answer)).toEqual(['The Northern', 'Every northern']);
    expect(answer.hits[1]!.why).toEqual(['NHA = northern harbour authority']);
    expect(marked(answer, 1)).toBe('Every [northern harbour authority] is slow.');
  });

  test('one word for two, and two for one', () => {
    const ask = searchOver('The coast guard came.', 'A backchannel opened.', ...filler(9));
    expect(ask('coastguard').hits[0]!.why).toEqual(['coastguard → coast guard']);
    expect(ask('back channel').hits[0]!.why).toEqual(['back channel → backchannel']);
  });

  test('the same country under another name', () => {
    const ask = searchOver('Thai exporters complained.', 'Grain is cheap.', ...filler(9));
    expect(ask('Thailand exporters').hits[0]!.why).toEqual(['Thai ← Thailand']);
  });

  test('an unfinished last word is completed, and only the last', () => {
    const ask = searchOver('The constitution forbids it.', 'Grain is cheap.', ...filler(9));
    expect(ask('constit').hits[0]!.why).toEqual(['constit → constitution']);
    expect(ask('constit').changed).toEqual([]);
    expect(ask('constit ').total).toBe(1);
  });
});

describe('slips', () => {
  test('a word that the library does not have is taken for its neighbour, and said', () => {
    const answer = searchOver('A port near Sihanoukville grew.', 'Grain is cheap.', ...filler(9))('Sihanukville');
    expect(answer.changed).toEqual([{ from: 'Sihanukville', to: 'Sihanoukville' }]);
    expect(answer.hits[0]!.why).toEqual(['Sihanukville → Sihanoukville']);
    expect(marked(answer)).toBe('A port near [Sihanoukville] grew.');
  });

  test('an exact word wins: its neighbour is left alone', () => {
    const answer = searchOver('A rogue wave came.', 'Rouge is a colour.', ...filler(9))('rogue');
    expect(firstWords(answer)).toEqual(['A rogue']);
    expect(answer.changed).toEqual([]);
  });

  test('a word that never stands in this row is mended by the row', () => {
    const ask = searchOver('A rogue wave came.', 'The Khmer Rouge fell.', 'The Khmer script is old.', ...filler(40));
    const answer = ask('Khmer Rogue');
    expect(firstWords(answer)[0]).toBe('The Khmer');
    expect(answer.hits[0]!.passage.text).toContain('Rouge');
    expect(answer.changed).toEqual([{ from: 'Rogue', to: 'Rouge' }]);
  });

  test('a word that nothing resembles is named, and the others are found', () => {
    const ask = searchOver('A port grew.', 'Grain is cheap.', ...filler(9));
    expect(ask('port xyzzyq')).toMatchObject({ total: 1, notice: 'Nothing in this library has “xyzzyq”; the other words were looked for.' });
    expect(ask('xyzzyq')).toMatchObject({ total: 0, notice: 'Nothing in this library has “xyzzyq”.' });
  });
});
