import { describe, expect, test } from 'vitest';
import { importText, testService, type TestService } from '../../helpers/services.ts';

const ATLAS = `---
title: Atlas
---

# Ember

Ember has two piers.[^a] The second was paid for by Norland, and it is the longer one.[^b]

The towns behind it grew quickly.[^c]

## Money

One loan of 40 million crowns was never paid back in full.[^d]

[^a]: Annual Report 2019, p. 4.
[^b]: Ibid.
[^c]: See note 1 above.
[^d]: Town Book, p. 9.
`;

async function atlas(text = ATLAS) {
  const at = testService();
  await importText(at, text, 'atlas.md');
  return at;
}
const passages = async ({ client }: TestService) => (await client('read.chapter', { report: 'atlas', chapter: (await client('library.contents', { report: 'atlas' })).chapters[0]!.id })).passages;
const named = async (at: TestService, words: string) => (await passages(at)).find(({ text }) => text.startsWith(words))!.id;
const html = async ({ client }: TestService, id: string) => (await client('packs.preview', { id })).html;
const packFile = async (at: TestService, id: string) => {
  const { file } = await at.client('packs.export', { id, format: 'pack', job: 'file' });
  return new TextDecoder().decode((await at.service.shelf.take(file)).bytes);
};
const openFile = async (at: TestService, text: string) => at.client('packs.open', { file: at.service.shelf.putBytes('visit.attache.json', new TextEncoder().encode(text)).file });

async function withPack(at: TestService) {
  const { chapters: [chapter] } = await at.client('library.contents', { report: 'atlas' });
  const passage = await named(at, 'Ember has');
  return at.client('packs.create', { pack: { title: 'Visit', items: [{ kind: 'passage', report: 'atlas', passage }, { kind: 'chapter', report: 'atlas', chapter: chapter!.id }] } });
}

describe('a pack’s own copies', () => {
  test('stand in for a report that was removed, marked so, with their notes', async () => {
    const at = await atlas();
    const { id } = await withPack(at);
    expect(await html(at, id)).not.toContain('own copy');
    await at.client('library.remove', { report: 'atlas' });
    const preview = await at.client('packs.preview', { id });
    for (const words of ['Ember has two piers', 'Annual Report 2019, p. 4.', 'The towns behind it', 'the pack’s own copy of']) expect(preview.html).toContain(words);
    expect(preview.notices).toEqual([expect.stringMatching(/^2 items \(“Ember”\): not in this library/)]);
    expect(preview.renewable).toBe(false);
  });

  test('are made when a pack is written, before anybody looks at it; a duplicate takes them over', async () => {
    const at = await atlas();
    const { id, pack } = await withPack(at);
    await at.client('library.remove', { report: 'atlas' });
    const copy = await at.client('packs.create', { pack: { ...pack, title: 'Visit (copy)' }, like: id });
    expect(await html(at, copy.id)).toContain('Ember has two piers');
  });

  test('stand in for what a newer edition says otherwise, until the user takes its words', async () => {
    const at = await atlas();
    const { chapters: [chapter] } = await at.client('library.contents', { report: 'atlas' });
    const { id } = await at.client('packs.create', { pack: { title: 'Visit', items: [{ kind: 'chapter', report: 'atlas', chapter: chapter!.id }] } });
    await at.client('library.remove', { report: 'atlas' });
    await importText(at, ATLAS.replace('The towns behind it grew quickly.', 'The towns behind it shrank.'), 'atlas.md');
    const before = await at.client('packs.preview', { id });
    expect(before.html).toContain('grew quickly');
    expect(before.html).toContain('the report has changed since');
    expect(before.renewable).toBe(true);
    await at.client('packs.renew', { id });
    const after = await at.client('packs.preview', { id });
    expect(after.html).toContain('shrank');
    expect(after.html).not.toContain('own copy');
  });

  test('travel in the pack file, so that it opens where the report is not', async () => {
    const at = await atlas();
    const text = await packFile(at, (await withPack(at)).id);
    const elsewhere = testService();
    const { id } = await openFile(elsewhere, text);
    expect(await html(elsewhere, id)).toContain('Ember has two piers');
    expect(JSON.parse(await packFile(elsewhere, id)).kept).toEqual(JSON.parse(text).kept);
  });

  test('hold the sources of points and figures too, here and in the pack file, whatever is added to them later', async () => {
    const at = await atlas();
    const source = { report: 'atlas', passage: await named(at, 'The towns') };
    const points = { kind: 'points' as const, title: 'Ask', points: [{ text: 'Who pays?', source }] };
    const rows = { kind: 'figures' as const, title: '', rows: [{ value: '40 million crowns', year: '', what: 'A loan.', source }] };
    const { id, pack, revision } = await at.client('packs.create', { pack: { title: 'Visit', items: [points, rows] } });
    await at.client('library.remove', { report: 'atlas' });
    await at.client('packs.save', { id, revision, pack: { ...pack, items: [{ ...points, points: [...points.points, { text: 'And when?', source }] }, rows] } });
    const elsewhere = testService();
    const opened = await openFile(elsewhere, await packFile(at, id));
    for (const page of [await html(at, id), await html(elsewhere, opened.id)]) {
      expect(page).toMatch(/<li id="note-1">.*Atlas\./);
      expect(page).toMatch(/<td[^>]*>40 million crowns<\/td>[\s\S]*<td[^>]*>Ember/);
      expect(page).toContain('id="sources"');
    }
  });

  test('can still be trimmed', async () => {
    const at = await atlas();
    const passage = await named(at, 'Ember has');
    const { id, revision, pack } = await at.client('packs.create', { pack: { title: 'Visit', items: [{ kind: 'passage', report: 'atlas', passage }] } });
    await at.client('library.remove', { report: 'atlas' });
    await at.client('packs.save', { id, revision, pack: { ...pack, items: [{ kind: 'passage', report: 'atlas', passage, keep: ['Ember has two piers.'] }] } });
    expect(await html(at, id)).toMatch(/Ember has two piers\.[\s\S]*\[…\]/);
  });
});

describe('short references', () => {
  test('say what they mean where the note that they mean is not in the pack', async () => {
    const at = await atlas();
    const alone = await at.client('packs.create', { pack: { title: 'V', items: [{ kind: 'passage', report: 'atlas', passage: await named(at, 'The towns') }] } });
    expect(await html(at, alone.id)).toContain('See note 1 above. [that is, note 1: Annual Report 2019, p. 4.]');
    const trimmed = await at.client('packs.create', { pack: { title: 'V', items: [{ kind: 'passage', report: 'atlas', passage: await named(at, 'Ember has'), keep: ['The second was paid for by Norland, and it is the longer one.'] }] } });
    expect(await html(at, trimmed.id)).toContain('Ibid. [that is, note 1: Annual Report 2019, p. 4.]');
  });

  test('are left alone where it is', async () => {
    const at = await atlas();
    const { id } = await withPack(at);
    expect(await html(at, id)).not.toContain('that is, note');
  });
});

describe('a pack file that is not as it should be', () => {
  const refused = async (at: TestService, text: string, words: RegExp) => {
    const { packs } = await at.client('packs.list', {});
    await expect(openFile(at, text)).rejects.toMatchObject({ code: 'pack-invalid', message: expect.stringMatching(words) });
    expect((await at.client('packs.list', {})).packs).toEqual(packs);
  };

  test('cut off, newer, of an unknown kind: nothing is made, and the sentence says what to do', async () => {
    expect.hasAssertions();
    const at = await atlas();
    const text = await packFile(at, (await withPack(at)).id);
    for (const share of [0.3, 0.7, 0.99]) await refused(at, text.slice(0, text.length * share), /cut off.*Ask for the file again/);
    await refused(at, JSON.stringify({ attachePack: 2, title: 'x', items: [] }), /newer Attaché.*Update Attaché/);
    await refused(at, JSON.stringify({ attachePack: 1, title: 'x', items: [{ kind: 'film' }] }), /“film”, which Attaché does not know/);
    await refused(at, '', /cut off/);
    await refused(at, '[]', /no pack that Attaché can read/);
    await refused(at, text.replace('"kind": "passages"', '"kind": "pages"'), /own copy/);
  });

  test('made by hand with scripts in every field: what it says stands as text', async () => {
    const at = await atlas();
    const text = await packFile(at, (await withPack(at)).id);
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'><b>';
    const spec = JSON.parse(text) as { kept: { content: { groups: { heading: string; source: Record<string, unknown>; passages: { text: string; kind: string; notes: unknown[] }[] }[] } }[] };
    for (const { content } of spec.kept) {
      for (const group of content.groups) {
        Object.assign(group, { heading: hostile }, { source: { ...group.source, reportTitle: hostile, chapterTitle: hostile, authors: [hostile] } });
        for (const passage of group.passages) Object.assign(passage, { text: hostile, pages: { from: hostile, to: hostile }, notes: [{ n: '<b>', offset: 3, text: hostile }] });
      }
    }
    const elsewhere = testService();
    const { id } = await openFile(elsewhere, JSON.stringify({ ...spec, title: hostile, marking: hostile.slice(0, 100), copies: [hostile], vocabulary: 'own', ownMarkings: [hostile], acronyms: true, names: true }));
    const page = (await elsewhere.client('packs.preview', { id, copy: 1 })).html;
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page.replace(/<style[\s\S]*?<\/style>/g, '')).not.toMatch(/<(?:script|img|iframe|object|link|b>)/i);
    await refused(at, text.replace(/"text": "Ember has/, '"picture": {"mime": "image/svg+xml", "width": 1, "height": 1, "base64": ""}, "text": "Ember has'), /own copy/);
  });
});

