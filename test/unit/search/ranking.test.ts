import { describe, expect, test } from 'vitest';
import { asking, filler, firstWords, marked, openTemp, reportOf, save, saveBriefing, searchOver } from './fixture.ts';

describe('the order of hits', () => {
  test('a passage with all words stands before one with fewer, however often it has them', () => {
    const ask = searchOver('Radar radar radar radar, radar and again radar.', 'Ships were sold, and a radar.', ...filler(20));
    expect(firstWords(ask('radar ships'))).toEqual(['Ships were', 'Radar radar']);
  });

  test('nothing has all words: those with most come, and it is said', () => {
    const answer = searchOver('Radar and ships.', 'Radar and grain.', 'Cheap bread.', ...filler(20))('radar ships submarines of bread');
    expect(firstWords(answer)[0]).toBe('Radar and');
    expect(answer.notice).toMatch(/^Nothing in this library has “submarines”/);
    const known = searchOver('Radar and ships.', 'Submarines.', ...filler(20))('radar ships submarines');
    expect(known.notice).toBe('No passage has all of these words; these have the most of them.');
    expect(known.total).toBe(2);
  });

  test('passages with few of the words are left out where enough have more', () => {
    const whole = Array.from({ length: 12 }, (_, i) => `Radar for ships, delivery ${i} of the year.`);
    const ask = searchOver(...whole, 'A radar alone.', ...filler(20));
    expect(ask('radar ships').total).toBe(12);
  });

  test('text stands before headings', () => {
    const ask = searchOver({ text: 'Nothing of note here at all.', heading: 'Radar' }, 'We sold a radar to them, in a sentence that is rather long and dull.', ...filler(20));
    const answer = ask('radar');
    expect(firstWords(answer)).toEqual(['We sold', 'Nothing of']);
    expect(answer.hits[1]!.why).toEqual(['in the heading']);
    expect(marked(answer, 1)).toBe('Nothing of note here at all.');
  });

  test('words side by side stand before words apart, in either order', () => {
    const ask = searchOver('Abe met nobody called Shinzo there.', 'Shinzo Abe met nobody else there.', ...filler(20));
    expect(firstWords(ask('Abe Shinzo'))).toEqual(['Shinzo Abe', 'Abe met']);
  });

  test('a pull quote stands behind the sentence that it repeats', () => {
    const ask = searchOver({ text: 'Trust takes years to grow.', kind: 'pull-quote' }, 'Trust takes years to grow.', ...filler(20));
    expect(ask('trust years').hits.map((hit) => hit.passage.kind)).toEqual(['paragraph', 'pull-quote']);
  });

  test('small words are not required', () => {
    expect(searchOver('Vessels, coast.', ...filler(9))('the vessels of this coast').notice).toBeNull();
  });

  test('an empty query finds all passages, as they are read', () => {
    const answer = searchOver('One is here.', 'Two is here.', 'Three is here.')('  ');
    expect(firstWords(answer)).toEqual(['One is', 'Two is', 'Three is']);
    expect(answer).toMatchObject({ total: 3, notice: null, where: { text: 3, footnotes: 0 } });
  });

  test('pages join without a gap or a repetition', () => {
    const ask = searchOver(...Array.from({ length: 240 }, (_, i) => `Radar number ${i % 7 === 0 ? 'radar ' : ''}${i}.`));
    const pks = (offset: number, limit: number): number[] => ask('radar', { offset, limit }).hits.map((hit) => hit.passage.pk);
    expect([...pks(0, 90), ...pks(90, 90), ...pks(180, 90)]).toEqual(pks(0, 500));
    expect(new Set(pks(0, 500)).size).toBe(240);
  });
});

describe('what a query requires', () => {
  const passages = ['The coast guard sails at dawn.', 'A guard stood on the coast.', 'Economic growth and the economy.', 'Grain from Japan.', 'Grain from Japan and China.'];
  const ask = () => searchOver(...passages, ...filler(5));

  test.each([
    ['"coast guard"', ['The coast']],
    ['“Coast Guard” dawn', ['The coast']],
    ['econom*', ['Economic growth']],
    ['japan -china', ['Grain from']],
    ['japan AND NOT china', ['Grain from']],
    ['dawn OR economy', ['The coast', 'Economic growth']],
    ['(dawn OR stood) AND guard', ['The coast', 'A guard']],
    ['sails NEAR/1 dawn', ['The coast']],
    ['guard NEAR/3 coast -dawn', ['A guard']],
  ])('%s', (query, found) => {
    const answer = ask()(query);
    expect(firstWords(answer).toSorted()).toEqual(found.toSorted());
    expect(answer.notice).toBeNull();
  });

  test('a phrase that stands nowhere is looked for as words, and that is said', () => {
    const answer = ask()('"guard coast"');
    expect(answer.total).toBe(2);
    expect(answer.notice).toBe('No passage has exactly what was asked for; these have its words.');
  });

  test('a phrase with a word that stands everywhere is still exact', () => {
    const ask = searchOver('The end of the road.', 'The road of the end.', 'The end of the world.', { text: 'The grain.', notes: ['See the end of the road.'] });
    expect(firstWords(ask('"the end of the road"')).toSorted()).toEqual(['The end', 'The grain.']);
    expect(marked(ask('"the end of the road"'))).toBe('[The end of the road].');
  });

  test('words that are nowhere near enough are looked for one by one, and that is said', () => {
    expect(ask()('guard NEAR/2 coast -dawn')).toMatchObject({ total: 1, notice: 'No passage has exactly what was asked for; these have its words.' });
  });

  test('fields narrow by facet, author and chapter', () => {
    const library = openTemp();
    save(library, 'r1', [
      { title: 'Northern ports', authors: ['Ada Lund'], passages: [{ text: 'Radar in the north.', tags: { 'country/north-land': 1 } }, 'More radar.'] },
      { title: 'Southern ports', authors: ['Bo Ek'], passages: [{ text: 'Radar in the south.', tags: { 'country/south-land': 1 } }] },
    ]);
    const ask = asking(library);
    expect(firstWords(ask('radar author:"Ada Lund"')).toSorted()).toEqual(['More radar.', 'Radar in']);
    expect(ask('radar author:lund').total).toBe(2);
    expect(ask('radar chapter:2').total).toBe(1);
    expect(ask('radar chapter:southern').total).toBe(1);
    expect(ask('radar country:south').total).toBe(1);
    expect(ask('country:north OR country:south').total).toBe(2);
    expect(ask('radar country:atlantis')).toMatchObject({ total: 0, notice: 'No passage of this library is filed under “country:atlantis”.' });
  });

  test('a report narrows', () => {
    const library = openTemp();
    save(library, 'r1', [{ title: 'A', passages: ['Radar of the first.'] }]);
    save(library, 'r2', [{ title: 'A', passages: ['Radar of the second.'] }]);
    const ask = asking(library);
    expect(ask('radar').total).toBe(2);
    expect(ask('radar', { report: 'r2' }).hits.map((hit) => hit.passage.text)).toEqual(['Radar of the second.']);
    expect(ask('radar', { report: 'gone' })).toMatchObject({ total: 0, hits: [] });
  });
});

describe('footnotes', () => {
  const ask = () => searchOver({ text: 'A wider circle was proposed.', notes: ['Ibid.', 'Lotta Ek, “Den stora kretsen”, p. 4.'] }, { text: 'A circle of stones.', notes: ['See above.'] }, ...filler(9));

  test('a hit in a footnote leads to its passage, with the footnote’s number and text', () => {
    const answer = ask()('den stora kretsen');
    expect(answer.hits[0]).toMatchObject({ footnote: '2', why: ['in footnote 2'], passage: { text: 'A wider circle was proposed.' } });
    expect(marked(answer)).toBe('Lotta Ek, “[Den] [stora] [kretsen]”, p. 4.');
    expect(answer.where).toEqual({ text: 0, footnotes: 1 });
  });

  test('where the text has the words, the text is shown', () => {
    expect(ask()('circle').hits.map((hit) => hit.footnote)).toEqual([null, null]);
  });

  test('columns can be chosen, by the caller and in the query', () => {
    expect(ask()('kretsen', { where: 'text' }).total).toBe(0);
    expect(ask()('circle', { where: 'footnotes' }).total).toBe(0);
    expect(ask()('ibid', { where: 'footnotes' }).hits[0]!.footnote).toBe('1');
    expect(ask()('in:footnotes ibid').hits[0]!.footnote).toBe('1');
    expect(ask()('"stora kretsen"').hits[0]!.footnote).toBe('2');
    expect(ask()('', { where: 'footnotes' }).total).toBe(2);
  });
});

describe('a briefing that ships with the app', () => {
  const briefing = 'The briefing says that radar is sold to ships.';
  const own = 'Radar is sold to a few ships only.';

  test('stands behind the reports that the user brought, since it retells them', () => {
    const library = openTemp();
    saveBriefing(library, briefing);
    save(library, 'own', [{ title: 'Sea', passages: [own, 'Radar alone.', ...filler(20)] }]);
    const hits = asking(library)('radar ships').hits.map((hit) => hit.passage.text);
    expect(hits.indexOf(briefing)).toBe(hits.length - 1);
    expect(hits[0]).toBe(own);
  });

  test('does not hide passages of the user’s own that have fewer of the words, however often it has them all', () => {
    const library = openTemp();
    const { draft, tags } = reportOf('briefing', [{ title: 'Essentials', passages: Array.from({ length: 12 }, (_, i) => `Radar for ships, retold ${i} times.`) }]);
    draft.report.builtIn = true;
    library.saveReport(draft, tags, { format: 'markdown', bytes: new Uint8Array([1]) }, () => {});
    save(library, 'own', [{ title: 'Sea', passages: [own, 'Radar alone.', ...filler(20)] }]);
    const hits = asking(library)('radar ships').hits.map((hit) => hit.passage.text);
    expect(hits.slice(0, 2)).toEqual([own, 'Radar alone.']);
    expect(hits).toHaveLength(14);
  });

  test('is found like any other where it is all there is', () => {
    const library = openTemp();
    saveBriefing(library, briefing);
    expect(asking(library)('radar ships').hits.map((hit) => hit.passage.text)).toEqual([briefing]);
  });
});
