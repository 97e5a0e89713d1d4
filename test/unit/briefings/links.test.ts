import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importText, testService, type TestService } from '../../helpers/services.ts';
import { realReport } from '../../helpers/shared.ts';

const REPORT = `---
title: Harbours of the Amber Coast
---

# Ember

Ember has two piers, and both of them were built with money from abroad.[^a]

# Holm

Holm has none, since its water is deep enough for any ship.

[^a]: Ministry of Harbours, 2019.
`;

const retelling = (refs: string[], front = ''): string => `---
title: The coast in brief
language: en
retells: Harbours of the Amber Coast
${front}---

# Piers

${refs.map((ref, at) => `Sentence number ${at} about piers.\n{id: pier-${at}; country: vietnam; confidence: tentative; ref: ${ref}}`).join('\n\n')}
`;

const linksOf = async ({ client }: TestService, report: string, chapter: string) => client('read.links', { report, chapter });

async function coast() {
  const at = testService();
  const { report } = await importText(at, REPORT, 'harbours.md');
  const { passages } = await at.client('read.chapter', { report: report.id, chapter: 'ember' });
  return { at, report: report.id, piers: passages[0]!.id };
}

describe('a retelling and the report that it retells', () => {
  test('lead to one another', async () => {
    const { at, report, piers } = await coast();
    const brief = (await importText(at, retelling([`ember/${piers}`]), 'brief.md')).report.id;
    expect(await linksOf(at, brief, 'piers')).toEqual({
      links: [{ passage: 'pier-0', kind: 'source', to: { report, chapter: 'ember', passage: piers, note: null, language: 'en' }, label: 'Harbours of the Amber Coast, Ember' }],
      confidence: [{ passage: 'pier-0', word: 'tentative' }],
    });
    expect(await linksOf(at, report, 'ember')).toEqual({
      links: [{ passage: piers, kind: 'retold', to: { report: brief, chapter: 'piers', passage: 'pier-0', note: null, language: 'en' }, label: 'The coast in brief: Piers' }],
      confidence: [],
    });
    expect(await linksOf(at, report, 'holm')).toEqual({ links: [], confidence: [] });
  });

  test('a footnote leads to the passage that calls it, and back', async () => {
    const { at, report, piers } = await coast();
    const brief = (await importText(at, retelling(['ember/n1']), 'brief.md')).report.id;
    expect((await linksOf(at, brief, 'piers')).links.map(({ to, label }) => [to.passage, to.note, label])).toEqual([[piers, '1', 'Harbours of the Amber Coast, Ember, note 1']]);
    expect((await linksOf(at, report, 'ember')).links.map(({ passage, to }) => [passage, to.passage, to.note])).toEqual([[piers, 'pier-0', '1']]);
  });

  test('where the words have changed, the chapter is still found', async () => {
    const { at } = await coast();
    const brief = (await importText(at, retelling(['holm/p-gone', 'holm']), 'brief.md')).report.id;
    expect((await linksOf(at, brief, 'piers')).links.map(({ to }) => [to.chapter, to.passage])).toEqual([['holm', null], ['holm', null]]);
  });

  test('a report with another title is known by what it holds', async () => {
    const { at, report, piers } = await coast();
    await at.client('library.remove', { report });
    const renamed = (await importText(at, REPORT.replace('Harbours of the Amber Coast', 'Second edition'), 'other.md')).report.id;
    const brief = (await importText(at, retelling([`ember/${piers}`]), 'brief.md')).report.id;
    expect((await linksOf(at, brief, 'piers')).links.map(({ to }) => to.report)).toEqual([renamed]);
  });

  test('without the report there is nothing to lead to, and with it gone again neither', async () => {
    const { at, report, piers } = await coast();
    const brief = (await importText(at, retelling([`ember/${piers}`]), 'brief.md')).report.id;
    await at.client('library.remove', { report });
    expect((await linksOf(at, brief, 'piers')).links).toEqual([]);
  });

  test('a translation and its original lead to one another, passage by passage', async () => {
    const { at, piers } = await coast();
    const english = (await importText(at, retelling([`ember/${piers}`]), 'brief.md')).report.id;
    const german = (await importText(at, retelling([`ember/${piers}`], 'translates: The coast in brief\n').replace('The coast in brief\nlanguage: en', 'Die Küste in Kürze\nlanguage: de'), 'kurz.md')).report.id;
    const translations = async (report: string) => (await linksOf(at, report, 'piers')).links.filter(({ kind }) => kind === 'translation').map(({ to, label }) => [to.report, to.passage, to.language, label]);
    expect(await translations(english)).toEqual([[german, 'pier-0', 'de', 'Deutsch']]);
    expect(await translations(german)).toEqual([[english, 'pier-0', 'en', 'English']]);
  });

  test('a chapter that is not there is said to be gone', async () => {
    const { at, report } = await coast();
    await expect(linksOf(at, report, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });
});

const real = realReport();

test.skipIf(!real)('every passage of the built-in briefing leads into the real report once it is imported, and back (skipped where it does not lie beside the project)', async () => {
  const at = testService();
  const briefing = (await at.client('library.list', {})).reports.find(({ builtIn, language }) => builtIn && language === 'en')!;
  const { report } = await importText(at, fs.readFileSync(real!.file), 'report.txt');
  const chaptersOf = async (id: string) => (await at.client('library.contents', { report: id })).chapters.map((chapter) => chapter.id);
  const all = async (id: string) => (await Promise.all((await chaptersOf(id)).map((chapter) => linksOf(at, id, chapter)))).flatMap(({ links }) => links);
  const sources = (await all(briefing.id)).filter(({ kind }) => kind === 'source');
  expect(new Set(sources.map(({ passage }) => passage)).size).toBe(briefing.counts.passages);
  expect(sources.filter(({ to }) => to.report !== report.id || to.passage === null)).toEqual([]);
  const back = new Set((await all(report.id)).map(({ passage, to }) => `${to.passage} ${passage}`));
  expect(sources.filter(({ passage, to }) => !back.has(`${passage} ${to.passage}`))).toEqual([]);
});
