import { describe, expect, test } from 'vitest';
import type { PackItem, ResolvedItem } from '../../../db/model/pack.ts';
import { draftBrief } from '../../../db/service/brief.ts';
import { resolvePack } from '../../../db/service/resolve-pack.ts';
import { testService, type TestService } from '../../helpers/services.ts';

const BRIEFING = 'japan-in-southeast-asia-a-briefing';
const unescaped = (markdown: string): string => markdown.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '');
const emptyPack = (items: PackItem[]) => ({
  title: 'Visit', subtitle: '', marking: '', preparedFor: '', preparedBy: '', date: '', place: '', copies: [], language: 'en', paper: 'A4' as const, notes: 'foot' as const, items,
});
const resolveAll = async ({ service: { rooms } }: TestService, items: PackItem[]): Promise<ResolvedItem[]> => (await resolvePack(rooms.library, rooms.search, emptyPack(items))).items;
const textsIn = (item: ResolvedItem | undefined): string[] => (item?.kind === 'passages' ? item.groups.flatMap(({ passages }) => passages.map(({ text }) => text)) : []);

describe('Brief me', () => {
  test.each(['cambodia', 'indonesia', 'philippines', 'thailand', 'vietnam', 'asean'])('on %s invents nothing, says nothing twice, and is as long as a briefing', async (country) => {
    const it = testService();
    const { library } = it.service.rooms;
    const { pack } = await it.client('compose.brief', { country });
    const points = pack.items.flatMap((item) => (item.kind === 'points' ? item.points : []));
    const rows = pack.items.flatMap((item) => (item.kind === 'figures' ? item.rows : []));
    expect(points.length).toBeGreaterThan(2);
    for (const { text, source } of points) expect(library.passage(source!.report, source!.passage).text).toContain(unescaped(text));
    for (const { value, what, source } of rows) {
      const { text } = library.passage(source!.report, source!.passage);
      expect(text).toContain(what.replace(/…$/, ''));
      expect(text).toContain(value);
    }
    for (const item of pack.items) expect(['heading', 'points', 'passage', 'range', 'figures']).toContain(item.kind);
    const shown = (await resolveAll(it, pack.items)).flatMap(textsIn).filter((text) => text !== '[…]');
    expect(new Set(shown).size).toBe(shown.length);
    const words = shown.join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThan(300);
    expect(words).toBeLessThan(1600);
  });

  test.each(['cambodia', 'indonesia', 'philippines', 'thailand', 'vietnam'])('the essentials of %s are about it, and every title says whose it is', async (country) => {
    const it = testService();
    const { library } = it.service.rooms;
    const { pack } = await it.client('compose.brief', { country });
    const name = new RegExp(country === 'philippines' ? 'Philippine|Filipino|Manila' : country.slice(0, -1), 'i');
    for (const { text, source } of pack.items.flatMap((item) => (item.kind === 'points' ? item.points : []))) {
      const { chapter } = library.passage(source!.report, source!.passage);
      if (!name.test(chapter)) expect(text).toMatch(name);
      expect(text).not.toMatch(/\bI\b/);
    }
    const others = ['cambodia', 'indonesia', 'philippines', 'thailand', 'vietnam'].filter((one) => one !== country);
    for (const item of pack.items) {
      if (item.kind !== 'passage' && item.kind !== 'range') continue;
      const { chapter } = library.passage(item.report, item.kind === 'passage' ? item.passage : item.from);
      expect(others, `${country}: ${item.report}/${chapter}`).not.toContain(chapter);
    }
    for (const item of await resolveAll(it, pack.items)) {
      if (item.kind === 'passages') expect(item.title).not.toMatch(/^(?:Introduction|Conclusion|Background|Security|Economy|Soft power)$/);
    }
  });

  test('keeps to its domains and to its report, and gives the same draft again', async () => {
    const { client } = testService();
    const { pack } = await client('compose.brief', { country: 'vietnam', domains: ['economy'], report: BRIEFING });
    expect(pack.subtitle).toBe('Economy');
    expect(pack.items.flatMap((item) => (item.kind === 'heading' ? [item.text] : []))).toEqual(['Economy', 'What holds Japan back', 'Figures']);
    expect((await client('compose.brief', { country: 'vietnam', domains: ['economy'], report: BRIEFING })).pack).toEqual(pack);
  });

  test('says in a sentence where the library knows nothing', () => {
    const { service: { rooms: { library } } } = testService();
    expect(() => draftBrief(library, { country: 'atlantis', domains: [], report: null })).toThrow(/No passage here is about atlantis/);
  });
});

describe('Items of passages', () => {
  const range = async (it: TestService) => {
    const chapter = it.service.rooms.library.chapters(BRIEFING)[0]!;
    return it.service.rooms.library.passagesOfChapter(BRIEFING, chapter.id).slice(0, 4);
  };

  test('a range shows what stands between its ends, whichever is named first; what is left out is marked once', async () => {
    const it = testService();
    const all = await range(it);
    const [from, to] = [all[0]!.id, all[3]!.id];
    const [forth, back] = await resolveAll(it, [{ kind: 'range', report: BRIEFING, from, to }, { kind: 'range', report: BRIEFING, from: to, to: from }]);
    expect(textsIn(forth)).toEqual(all.map(({ text }) => text));
    expect(textsIn(back)).toEqual(textsIn(forth));
    const [trimmed] = await resolveAll(it, [{ kind: 'range', report: BRIEFING, from, to, trims: [{ passage: all[1]!.id, keep: [] }, { passage: all[2]!.id, keep: [] }] }]);
    expect(textsIn(trimmed)).toEqual([all[0]!.text, '[…]', all[3]!.text]);
  });

  test('a trim that the text does not hold shows it whole, and says so', async () => {
    const it = testService();
    const [first] = await range(it);
    const [item] = await resolveAll(it, [{ kind: 'passage', report: BRIEFING, passage: first!.id, keep: ['Words that nobody wrote.'] }]);
    expect(textsIn(item)).toEqual([first!.text]);
    expect(item).toMatchObject({ said: expect.stringMatching(/shown whole/) });
  });

  test('a title of the user’s own stands over them, and an empty one over none', async () => {
    const it = testService();
    const [first] = await range(it);
    const item = { kind: 'passage' as const, report: BRIEFING, passage: first!.id };
    expect((await resolveAll(it, [{ ...item, title: 'Mine' }, { ...item, title: '' }])).map((one) => (one.kind === 'passages' ? one.title : null))).toEqual(['Mine', '']);
  });

  test('name their passages with neighbours, and their figures; words are found in them', async () => {
    const it = testService();
    const all = await range(it);
    const item = { kind: 'range' as const, report: BRIEFING, from: all[0]!.id, to: all[1]!.id };
    const { passages } = await it.client('compose.passages', { item });
    expect(passages.map(({ id, before, after }) => [before, id, after])).toEqual([[null, all[0]!.id, all[1]!.id], [all[0]!.id, all[1]!.id, all[2]!.id]]);
    const { rows } = await it.client('compose.figures', { item: { kind: 'chapter', report: BRIEFING, chapter: 'vietnam' } });
    expect(rows.some(({ value, year }) => value === '14.5 billion US dollars' && year === '2018')).toBe(true);
    const { id } = await it.client('packs.create', { pack: { ...emptyPack([item, { kind: 'heading', text: 'Đà Nẵng', remark: 'Ask about the quay.' }]) } });
    expect((await it.client('compose.find', { id, query: 'da nang quay' })).found).toMatchObject([{ item: 1, count: 3 }]);
    expect((await it.client('compose.find', { id, query: 'zzz' })).found).toEqual([]);
    expect((await it.client('compose.find', { id, query: ' ' })).found).toEqual([]);
  });
});
