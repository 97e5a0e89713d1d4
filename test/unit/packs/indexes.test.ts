import { describe, expect, test } from 'vitest';
import { acronymsOf, isAcronym } from '../../../db/model/acronyms.ts';
import { composeHtml, composeMarkdown } from '../../../db/packs/compose.ts';
import { namesOf } from '../../../db/packs/names.ts';
import { placesOfNames } from '../../../db/model/name-places.ts';
import { group, passage, passages, resolved } from './sample.ts';

describe('acronyms', () => {
  test.each([
    ['The Harbour Patrol Service (HPS) has two boats.', [['HPS', 'Harbour Patrol Service']]],
    ['Grain came through the Fund for Ports and Rails (FPR), and later through the CBD (Central Bank of Dunes).', [['CBD', 'Central Bank of Dunes'], ['FPR', 'Fund for Ports and Rails']]],
    ['The Meeting of Ministers Plus (MM-Plus; since 2010) met.', [['MM-Plus', 'Meeting of Ministers Plus']]],
    ['The Hansen-Okonkwo-Lund (HOL) pays; the HOLD (Hansen-Okonkwo-Lund-Dunes) does not.', [['HOL', 'Hansen-Okonkwo-Lund'], ['HOLD', 'Hansen-Okonkwo-Lund-Dunes']]],
    ['They gave bonds and stocks (in that order) and left (see Table IV).', []],
    ['What the office said. Later on Big Ships (OLBS) came.', []],
  ])('%s', (text, found) => expect(acronymsOf([text]).map(({ short, long }) => [short, long])).toEqual(found));

  test('the first explanation stands; a year, a word and a numeral are none', () => {
    expect(acronymsOf(['Old Rail Board (ORB)', 'Oil Reserve Bank (ORB)'])).toEqual([{ short: 'ORB', long: 'Old Rail Board' }]);
    for (const word of ['Hanoi', '2019', 'XII', 'a', 'G']) expect(isAcronym(word)).toBe(false);
    for (const word of ['G7', 'ASEAN', 'SDGs', 'ADMM-Plus']) expect(isAcronym(word), word).toBe(word !== 'G7');
  });
});

describe('the index of names', () => {
  const text = 'In Port Amberley, Prime Minister Ada Okonkwo met the Board of Dunes. However, Okonkwo and Lindqvist left early. The harbour of Port Amberley is deep; Lindqvist said so. Boats are old. The boats of Okonkwo are older.';

  test('finds names of one word and of several, without offices and words that begin sentences', () => {
    expect(namesOf([text])).toEqual(['Ada Okonkwo', 'Board of Dunes', 'Lindqvist', 'Okonkwo', 'Port Amberley']);
  });

  test.each([
    ['He came in Oct 2020, when the PMs and the Prime Minister of Dunes were away, with Lindqvist and without Lindqvist.', ['Lindqvist']],
    ['Lindqvist and President Ada Okonkwo met the Director of Dune Rail Board.', ['Ada Okonkwo', 'Dune Rail Board']],
    ['In a Southeast Asian harbour the Philippine crew paid 5 US Dollars and JPY1.5 billion.', []],
    ['They asked Amberley’s Board of Dunes and the Carvels’ Board of Rails.', ['Board of Dunes', 'Board of Rails']],
    ['It was so after the Second World War, and before the 20-Years-Dune Plan.', ['Dune Plan', 'Second World War']],
    ['It is called “Towards a Further Strengthening of the Dune Partnership Underpinned by Sand”.', []],
    ['Belt and Dune are far; the Belt and Dune Board sat, and the US’ Dune Act too. The sand of Belt and Dune.', ['Belt and Dune', 'Belt and Dune Board', 'Dune Act', 'US']],
    ['It went to Amberley and Ostrava.', ['Amberley', 'Ostrava']],
    ['For the Norlandese ORB and for the ORB alone.', ['ORB']],
    ['A Norland-led Dune Council sat; an anti-Norland mood and Anti-Norland songs, a French boat and two German boats; the French and the German crew.', ['Dune Council']],
  ])('%s', (words, found) => expect(namesOf([words])).toEqual(found));

  test('of a German text, which writes every noun large, takes names and leaves the nouns', () => {
    const german = [
      'Der Hafenmeister von Amberley zählt die Boote. Am Morgen fährt ein Boot nach Amberley, und die Mannschaft der Küstenwache wartet auf das Boot. In Amberley sagt Ada Okonkwo, dass Boote aus Amberley selten sind.',
      'Die Regierung der Philippinen und der Hafenmeister Lindqvist reden über Sicherheit und Handel mit der HPS. Sicherheit ist teuer, und Handel braucht Häfen. Das Handelsministerium der Philippinen hat mehr Geld, aber Geld allein baut keine Häfen.',
      'Die Küstenwache hat wenig Geld für die Sicherheit; der Handel mit Amberley wächst, und Lindqvist fragt nach den Häfen und dem Geld. Mit Lindqvist kommt die HPS. Ende Mai traf Lindqvist die Zeitung „Der Anker“.',
    ];
    expect(namesOf(german)).toEqual(['Ada Okonkwo', 'Amberley', 'HPS', 'Lindqvist', 'Philippinen']);
    // What an English text calls a name is one in the German text beside it as well.
    expect(namesOf([...german, 'They left Ostrava for Ostrava Quay, and came back to Ostrava.', 'Das Amt in Ostrava ist zu, das andere auch nicht.'])).toContain('Ostrava');
  });

  test('a name that only stands inside a longer one is on no page of its own', () => {
    expect([...placesOfNames(['Dune', 'Dune Rail Board', 'Rail Board'], ['the Dune Rail Board', 'the Dune and the Rail Board'])]).toEqual([['Dune Rail Board', [0]], ['Dune', [1]], ['Rail Board', [1]]]);
  });

  test('tells on which pages names stand, as whole words', () => {
    const found = placesOfNames(['Port Amberley', 'Okonkwo', 'Dune'], ['Port Amberley. Dunes.', 'Okonkwo, Okonkwos', 'Port of Amberley', 'in Port Amberley']);
    expect([...found]).toEqual([['Port Amberley', [0, 3]], ['Okonkwo', [1]]]);
  });

  test('and the list of acronyms stand behind the items where they are asked for, and nowhere else', () => {
    const items = [passages('P', [group([passage(`The Harbour Patrol Service (HPS) sails. ${text}`)])])];
    const html = composeHtml(resolved(items, { acronyms: true, names: true }), '').html;
    expect(html).toContain('<li dir="auto"><b>HPS</b> Harbour Patrol Service</li>');
    expect(html).toContain('data-name="Port Amberley"');
    expect(composeHtml(resolved(items), '').html).not.toMatch(/id="(?:acronyms|names)"/);
    expect(composeMarkdown(resolved(items, { names: true }))).toMatch(/## Names\n[\s\S]*- \*\*Port Amberley\*\*: P\n/);
    const inside = [passages('P', [group([passage('They saw Port Amberley Pier; the Port Amberley Pier is long.')])]), passages('Q', [group([passage('It lies in Port Amberley, and Port Amberley is far.')])])];
    expect(composeMarkdown(resolved(inside, { names: true }))).toMatch(/- \*\*Port Amberley\*\*: Q\n- \*\*Port Amberley Pier\*\*: P\n/);
    expect(composeMarkdown(resolved(items))).not.toContain('## Names');
    expect(composeMarkdown(resolved(items, { acronyms: true }))).toMatch(/## Acronyms\n\n- \*\*HPS\*\* Harbour Patrol Service/);
  });
});
