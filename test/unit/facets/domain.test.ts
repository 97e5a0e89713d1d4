import { describe, expect, test } from 'vitest';
import { tagsOf, values } from './draft.ts';

const domains = (text: string, heading = ''): string[] => values(tagsOf(text, { heading }), 'domain');

describe('a passage is about a domain', () => {
  test.each([
    ['security', 'Two patrol vessels joined the coast guard for naval exercises.'],
    ['security', 'The government hedges between the great powers and avoids any alliance.'],
    ['economy', 'Exports rose and the loans for the railway were repaid.'],
    ['economy', 'Vaccines and medical equipment were paid for by grants.'],
    ['soft-power', 'Students come for scholarships, anime and the language.'],
    ['soft-power', 'In polls, most respondents call it the most trusted friend.'],
  ])('%s: %s', (domain, text) => {
    expect(domains(text)).toEqual([domain]);
  });

  test('and about several where each has weight', () => {
    expect(domains('Defence ties deepened after the arms deal, while trade and investment doubled.')).toEqual(['security', 'economy']);
  });

  test('not for a word in passing beside a heavy subject', () => {
    expect(domains('The navy, the coast guard and the air force held joint exercises on maritime security and air defence, paid in a new currency.')).toEqual(['security']);
  });

  test('not for visits, courts and history', () => {
    expect(domains('Diplomatic relations resumed after the coup, and high-level visits followed; the embassy spoke of human rights and domestic politics, hardly of trade.')).toEqual([]);
  });

  test('not for words that only look like it', () => {
    expect(domains('The Security Council met. A different business culture was no obstacle.')).toEqual([]);
  });

  test('not for a body that is only quoted', () => {
    expect(domains('The External Trade Organization (JETRO) reports that more pupils take up anime, and that a fifth of the restaurants are new.')).toEqual(['soft-power']);
  });

  test('not for work on friendships, scholarships or young fans', () => {
    expect(domains('The party invests in building personal relationships.')).toEqual([]);
    expect(domains('Scholarship grants and anime win young consumers.')).toEqual(['soft-power']);
  });

  test('for talks that prevent conflict', () => {
    expect(domains('The regional forum is a place for preventive diplomacy.')).toEqual(['security']);
  });

  test('a heading helps a weak passage, but carries none alone', () => {
    const text = 'Both ministries signed for the port.';
    expect(domains(text)).toEqual([]);
    expect(domains(text, 'TRADE AND INVESTMENT')).toEqual(['economy']);
    expect(domains('Both ministries signed.', 'TRADE AND INVESTMENT')).toEqual([]);
  });

  test('what the report says about itself weighs less', () => {
    expect(domains('Trade has grown.')).toEqual(['economy']);
    expect(domains('This chapter turns to trade.')).toEqual([]);
  });

  test('saying one thing again and again makes it no other subject', () => {
    const often = 'Anime sells. '.repeat(20);
    expect(domains(`${often}Trade, investment and exports follow.`)).toEqual(['economy', 'soft-power']);
  });
});
