import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedFacts } from '../../../db/structure/manifest.ts';
import manifest from '../../../db/structure/manifests/japan-southeast-asia.json' with { type: 'json' };
import { draftOf } from '../../helpers/drafts.ts';
import { realReport } from '../../helpers/shared.ts';

const real = realReport();

describe('the manifest that ships', () => {
  test('is recognised by the names in a text, and only by all of them', () => {
    const lines = ['A report.', '', ...manifest.recognise.map((words) => `${words} wrote a part of it.`)];
    expect(shippedFacts(lines)?.title).toBe(manifest.facts.title);
    for (const words of manifest.recognise) expect(shippedFacts(lines.filter((line) => !line.includes(words)))).toBeNull();
  });

  test('holds facts and no sentences', () => {
    const texts = [manifest.facts.title, manifest.facts.subtitle, ...manifest.facts.chapters.flatMap(({ title, authors }) => [title, ...authors])];
    for (const text of texts) expect(text).not.toMatch(/[.!?]$/);
    expect(manifest.facts).toMatchObject({ publisher: expect.any(String) as string, date: expect.stringMatching(/^\d{4}/) as string, language: 'en' });
  });

  test.skipIf(!real)('gives the real report its title, chapters and authors, whatever the file is called (skipped where it does not lie beside the project)', () => {
    const draft = draftOf(fs.readFileSync(real!.file, 'utf8'), 'scan-0017.txt');
    expect(draft.report).toMatchObject({ title: manifest.facts.title, subtitle: manifest.facts.subtitle, publisher: manifest.facts.publisher });
    expect(draft.chapters.map(({ title, authors }) => ({ title, authors }))).toEqual(manifest.facts.chapters.map(({ title, authors }) => ({ title, authors })));
  });
});
