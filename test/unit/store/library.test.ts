import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tagPassages } from '../../../db/facets/tag.ts';
import type { Tag } from '../../../db/model/facet.ts';
import { BEYOND } from '../../../db/store/postings.ts';
import { openLibrary, type Library } from '../../../db/store/library.ts';
import { writeTags } from '../../../db/store/tag-codec.ts';
import { holdLibrary } from '../../../db/store/lock.ts';
import { HARBOURS } from '../../fixtures/harbours.ts';
import { draftOf } from '../../helpers/drafts.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const source = { format: 'text', bytes: new TextEncoder().encode(HARBOURS) };
const quiet = () => {};

function opened(folder = temporaryFolder()): Library {
  const library = openLibrary(folder);
  onTestFinished(() => library.close());
  return library;
}

function tagsFor(draft: ReturnType<typeof draftOf>): Map<string, Tag[]> {
  return new Map(draft.passages.map((passage, at) => [passage.id, at % 2 === 0 ? [{ facet: 'domain', value: 'economy', evidence: [{ where: 'text', words: 'fund' }], confidence: 0.9 }] : []]));
}

describe('a report in the library', () => {
  test('comes back as it was put in', () => {
    const library = opened();
    const draft = draftOf(HARBOURS);
    const tags = tagsFor(draft);
    library.saveReport(draft, tags, source, quiet);
    expect(library.chapters('harbours').map(({ passages: _passages, words: _words, ...chapter }) => chapter)).toEqual(draft.chapters);
    expect(library.passages('harbours').map(({ pk: _pk, report: _report, tags: _tags, picture: _picture, ...passage }) => passage)).toEqual(draft.passages);
    expect(library.passages('harbours').map((passage) => passage.tags)).toEqual(draft.passages.map((passage) => tags.get(passage.id)));
    expect(library.footnotes('harbours')).toEqual(draft.footnotes);
    expect(library.warnings('harbours')).toEqual(draft.warnings);
    expect(Buffer.from(library.source('harbours').bytes).equals(Buffer.from(source.bytes))).toBe(true);
    expect(library.listReports()[0]).toMatchObject({ id: 'harbours', counts: { chapters: 3, passages: draft.passages.length, footnotes: 8, warnings: 1 } });
  });

  test('is indexed with its text, its headings and the notes that it calls, folded', () => {
    const library = opened();
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    const words = library.postings.wordsBetween('', BEYOND, -1).words;
    expect(words).toEqual(expect.arrayContaining(['pilots', 'radar', 'herring', 'norhaven']));
    expect(words.some((word) => /[^\p{Ll}\p{Lo}\p{N}]/u.test(word))).toBe(false);
  });

  test('an import that stops in the middle leaves the library as it was', () => {
    const library = opened();
    expect(() => library.saveReport(draftOf(HARBOURS), new Map(), source, () => {
      throw new Error('stopped');
    })).toThrow('stopped');
    expect(library.listReports()).toEqual([]);
    expect(library.postings.wordsBetween('', BEYOND, -1).words).toEqual([]);
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    expect(library.problems()).toEqual([]);
  });

  test('goes with everything that belonged to it, and nothing else', () => {
    const folder = temporaryFolder();
    const library = opened(folder);
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    const other = draftOf('# Skerry\n\nAnother island.\n\n# Holm\n\nOne more.\n', 'islands.md');
    library.saveReport(other, new Map(), source, quiet);
    library.removeReport('harbours');
    expect(library.listReports().map((report) => report.id)).toEqual(['islands']);
    expect(library.postings.wordsBetween('', BEYOND, -1).words).not.toContain('herring');
    expect(library.problems()).toEqual([]);
    const raw = new Database(path.join(folder, 'library.sqlite'), { readonly: true });
    for (const table of ['chapter', 'section', 'passage', 'footnote', 'warning']) {
      expect(raw.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: { chapter: 2, passage: 2 }[table] ?? 0 });
    }
    raw.close();
    expect(() => library.removeReport('harbours')).toThrow(/not in the library/);
  });

  test('another connection’s import is noticed', () => {
    const folder = temporaryFolder();
    const reader = opened(folder);
    const before = reader.edition();
    const writer = opened(folder);
    writer.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    expect(reader.edition()).not.toBe(before);
    expect(reader.listReports()).toHaveLength(1);
  });
});

test('texts of an earlier version, which are plain, are read, indexed and searched beside packed ones', () => {
  const folder = temporaryFolder();
  const library = opened(folder);
  const draft = draftOf(HARBOURS);
  library.saveReport(draft, tagsFor(draft), source, quiet);
  const [passages, notes] = [library.passages(draft.report.id), library.footnotes(draft.report.id)];
  const raw = new Database(path.join(folder, 'library.sqlite'));
  onTestFinished(() => {
    raw.close();
  });
  const plain = raw.prepare('UPDATE passage SET packed = NULL, letters = NULL, text = ?, tags = ? WHERE id = ?');
  for (const { text, tags, id } of passages.slice(1)) plain.run(text, writeTags(tags), id);
  for (const { text, id, chapter } of notes.slice(1)) raw.prepare('UPDATE footnote SET packed = NULL, text = ? WHERE id = ? AND chapter = (SELECT pk FROM chapter WHERE id = ?)').run(text, id, chapter);
  const other = opened(folder);
  expect(other.passages(draft.report.id)).toEqual(passages);
  expect(other.footnotes(draft.report.id)).toEqual(notes);
  expect(other.chapters(draft.report.id)).toEqual(library.chapters(draft.report.id));
  expect(other.problems()).toEqual([]);
});

describe('what may be wrong with a library', () => {
  test('an index that does not say what the text says is found', () => {
    const folder = temporaryFolder();
    const library = opened(folder);
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    const raw = new Database(path.join(folder, 'library.sqlite'));
    raw.exec("UPDATE passage SET packed = NULL, text = 'A lighthouse.', tags = '[]' WHERE ord = 2");
    raw.close();
    expect(library.problems()).toEqual([expect.stringContaining('search index')]);
  });

  test('a chapter of very many notes is gone through once, not once for each call', () => {
    const folder = temporaryFolder();
    const library = opened(folder);
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    const raw = new Database(path.join(folder, 'library.sqlite'));
    raw.exec(`WITH RECURSIVE more (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM more WHERE at < 30000), last AS (SELECT chapter, max(ord) AS ord FROM footnote GROUP BY chapter LIMIT 1)
      INSERT INTO footnote (chapter, id, ord, n, text, line_from, line_to) SELECT chapter, 'more-' || at, ord + at, 'm' || at, 'A note.', 1, 1 FROM more, last;
      UPDATE passage SET markers = (SELECT json_group_array(json_object('n', n, 'offset', 1)) FROM footnote f WHERE f.chapter = passage.chapter AND f.id LIKE 'more-%') WHERE pk = (SELECT min(pk) FROM passage WHERE chapter = (SELECT chapter FROM footnote WHERE id = 'more-1'))`);
    raw.close();
    expect(library.problems()).toEqual([expect.stringContaining('search index')]);
  });

  test.each([
    ['a footnote', 'DELETE FROM footnote WHERE ord = 1 AND chapter = (SELECT min(chapter) FROM footnote)', [/lacks 1 of its footnotes/, /1 calls lead to no footnote/, /search index/]],
    ['a passage', 'DELETE FROM passage WHERE ord = 3', [/lacks 1 of its passages/, /search index/]],
    ['a count of a facet', 'UPDATE carrier SET passages = passages + 100', [/search index/]],
    ['what an acronym is short for', "INSERT INTO explanation VALUES (1, 'nha', 'no harbour at all', 'No harbour at all', 1, 1)", [/search index/]],
    ['a byte of the kept file', "UPDATE report SET source = CAST(substr(source, 1, 40) || x'0000' || substr(source, 43) AS BLOB)", [/file that “Harbours” was made from/]],
    ['who carries a value', "UPDATE carrier SET docs = x''", [/search index/]],
    ['the calls of a passage', "UPDATE passage SET markers = '[{' WHERE ord = 4", [/library\.sqlite: 1 rows of passage cannot be read/]],
  ])('%s that was lost or changed is found, and stays found where a fresh index does not mend it', (_what, sql, expected) => {
    const folder = temporaryFolder();
    const library = opened(folder);
    const draft = draftOf(HARBOURS);
    library.saveReport(draft, tagPassages(draft), source, quiet);
    const raw = new Database(path.join(folder, 'library.sqlite'));
    raw.pragma('foreign_keys = OFF');
    raw.exec(sql);
    raw.close();
    expect(library.problems()).toEqual(expected.map((words) => expect.stringMatching(words)));
  });

  test('pages that were written over are found, and the file is named', () => {
    const folder = temporaryFolder();
    const library = opened(folder);
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    library.close();
    const file = path.join(folder, 'library.sqlite');
    const bytes = fs.readFileSync(file);
    bytes.fill(0x5a, 4096 * 6, 4096 * 12);
    fs.writeFileSync(file, bytes);
    let findings: string[];
    try {
      findings = opened(folder).problems();
    } catch (error) {
      findings = [(error as Error).message];
    }
    expect(findings[0]).toMatch(/library\.sqlite.*damaged.*import the reports again/);
  });

  test('a place that was changed in the index is found, and so is a lost word', () => {
    const folder = temporaryFolder();
    const library = opened(folder);
    library.saveReport(draftOf(HARBOURS), new Map(), source, quiet);
    const raw = new Database(path.join(folder, 'library.sqlite'));
    onTestFinished(() => {
      raw.close();
    });
    raw.exec("UPDATE posting SET places = x'07' WHERE term = (SELECT pk FROM term WHERE word = 'herring')");
    expect(library.problems()).toEqual([expect.stringContaining('search index')]);
    library.rebuildIndex(quiet);
    expect(library.problems()).toEqual([]);
    raw.exec("DELETE FROM posting WHERE term = (SELECT pk FROM term WHERE word = 'herring')");
    expect(library.problems()).toEqual([expect.stringContaining('search index')]);
    library.rebuildIndex(quiet);
    raw.exec('INSERT INTO posting SELECT term + 100000, first, span, docs, places FROM posting LIMIT 1');
    expect(library.problems()).toEqual([expect.stringContaining('search index')]);
  });

  test.each([
    ['is missing', 'DELETE FROM posting; DELETE FROM term; DELETE FROM indexed; DELETE FROM carrier; DELETE FROM explanation'],
    ['was made by another version', "UPDATE indexed SET edition = edition + 1; UPDATE posting SET docs = x'ffff'"],
    ['holds a report that is not there', "INSERT INTO indexed SELECT report + 9, edition, first + 1000, passages, lengths FROM indexed"],
  ])('an index that %s is made anew from the text, and tells how far it is', (_what, damage) => {
    const folder = temporaryFolder();
    const before = opened(folder);
    const draft = draftOf(HARBOURS);
    before.saveReport(draft, tagsFor(draft), source, quiet);
    const { words } = before.postings.wordsBetween('', BEYOND, -1);
    const carriers = before.postings.carriers();
    before.close();
    const raw = new Database(path.join(folder, 'library.sqlite'));
    raw.exec(damage);
    raw.close();
    const told: string[] = [];
    const library = openLibrary(folder, {}, ({ phase, done, total }) => told.push(`${phase} ${done}/${total}`));
    onTestFinished(() => library.close());
    expect(told).toEqual(['indexing 0/1', 'indexing 1/1']);
    expect(library.postings.wordsBetween('', BEYOND, -1).words).toEqual(words);
    expect(library.postings.carriers()).toEqual(carriers);
    expect(library.problems()).toEqual([]);
  });

  test('a newer library is refused and not touched', () => {
    const folder = temporaryFolder();
    opened(folder).close();
    const file = path.join(folder, 'library.sqlite');
    const raw = new Database(file);
    raw.pragma('user_version = 99');
    raw.close();
    const before = fs.readFileSync(file);
    expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-newer' }));
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  test('a damaged file is named in a sentence', () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'library.sqlite'), 'no database at all, but long enough to be looked at '.repeat(200));
    expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  });

  test('a folder that is none is named in a sentence', () => {
    const folder = path.join(temporaryFolder(), 'file');
    fs.writeFileSync(folder, '');
    expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-read-only' }));
  });

  test('a full disk leaves the library as it was', () => {
    const folder = temporaryFolder();
    const library = opened(folder);
    const raw = new Database(path.join(folder, 'library.sqlite'));
    const pages = raw.pragma('page_count', { simple: true });
    raw.close();
    library.close();
    const small = openLibrary(folder, { maxPages: Number(pages) + 4 });
    onTestFinished(() => small.close());
    const large = { format: 'text', bytes: randomBytes(200_000) };
    expect(() => small.saveReport(draftOf(HARBOURS), new Map(), large, quiet)).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(small.listReports()).toEqual([]);
    expect(small.problems()).toEqual([]);
  });

  test('a second host is turned away until the first lets go', () => {
    const folder = temporaryFolder();
    const first = holdLibrary(folder);
    expect(() => holdLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-in-use' }));
    first.close();
    holdLibrary(folder).close();
  });
});
