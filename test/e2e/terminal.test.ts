import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../build/setup/find-chromium.mjs';
import { HARBOURS } from '../fixtures/harbours.ts';

const cli = path.resolve(import.meta.dirname, '..', '..', 'dist', 'cli.cjs');
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-terminal-'));
const library = path.join(home, 'library');
const file = (name: string, text: string): string => {
  const at = path.join(home, name);
  fs.writeFileSync(at, text);
  return at;
};
/** Runs one command as a script does. */
function attache(args: readonly string[], at = library) {
  const separator = args.indexOf('--');
  const words = separator === -1 ? [...args, '--library', at] : [...args.slice(0, separator), '--library', at, ...args.slice(separator)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8', cwd: home, env: { ...process.env, XDG_CONFIG_HOME: path.join(home, 'config') } });
  return { code: status, out: stdout, err: stderr, json: () => JSON.parse(stdout) };
}
/** A refusal is one line: a few sentences, the last of them what to do. */
const oneSentence = /^[“A-Z/][^\n]+\.\n$/;

afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

describe('the command line', () => {
  beforeAll(() => {
    file('harbours.txt', HARBOURS);
  });

  it('imports, and says what was read', () => {
    const first = attache(['import', 'harbours.txt', '--json']);
    expect(first.code).toBe(0);
    expect(attache(['import', 'harbours.txt'], path.join(home, 'other')).out).toMatch(/^harbours {2}.*3 chapters.*8 footnotes\n {2}domain: security \d/);
    expect(JSON.stringify(first.json())).toMatch(/"id":"harbours".*"counts":\{"chapters":3.*"footnotes":8/);
    const again = attache(['import', 'harbours.txt']);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('lready')]);
  });

  it('lists the reports', () => {
    expect(attache(['reports']).out).toContain('harbours');
    expect(attache(['reports', '--json']).out).toContain('"id":');
  });

  it('searches by words and facets, with counts over all hits', () => {
    const { json } = attache(['search', '--json', '--domain', 'security', '--report', 'harbours', '--limit', '1', '--', 'coast guard']);
    expect(json()).toMatchObject({ query: 'coast guard', total: expect.any(Number), hits: [{ report: 'harbours', why: expect.any(Array), snippet: expect.any(Array) }] });
    expect(json().facets.domain.find((value: { value: string }) => value.value === 'security').count).toBe(json().total);
    expect(attache(['search', '--', '-herring']).code).toBe(0);
    expect(attache(['search', '--', '--help']).out).toMatch(/^\d+ passages?/);
  });

  it('exports in three formats', () => {
    const { report, passages, footnotes } = attache(['export', 'harbours', '--format', 'json']).json();
    expect([report.id, passages.length > 10, footnotes.length]).toEqual(['harbours', true, 8]);
    expect(attache(['export', 'harbours', '--format', 'markdown']).out).toMatch(/^\[\^/m);
    expect(attache(['export', 'harbours', '--format', 'csl-json']).json()).toEqual(expect.arrayContaining([expect.objectContaining({ title: expect.any(String) })]));
  });

  it.each(['md', 'html', ...(findChromium() ? ['pdf'] : [])])('makes a pack as .%s', (ending) => {
    file('spec.json', JSON.stringify({
      attachePack: 1, title: 'Port call', marking: 'RESTRICTED', items: [{ kind: 'heading', text: 'Ports' }, { kind: 'search', query: 'coast guard', limit: 2 }, { kind: 'text', markdown: 'Ask **twice**.' }],
    }));
    const made = attache(['pack', 'spec.json', '--out', `pack.${ending}`]);
    expect([made.code, made.err]).toEqual([0, expect.any(String)]);
    const bytes = fs.readFileSync(path.join(home, `pack.${ending}`), 'latin1');
    expect(bytes).toMatch({ md: /# Port call[\s\S]*\[\^/, html: /^<!doctype html>/i, pdf: /^%PDF-/ }[ending]!);
  });

  it('does its work though nobody reads what it says', () => {
    const files = ['one', 'two', 'three'].map((name) => file(`${name}.md`, `# ${name}\n\nA sentence about harbours.\n`));
    const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" import ${files.join(' ')} --library "${path.join(home, 'piped')}" | head -n 1`], { encoding: 'utf8' });
    expect(ran.stdout).toMatch(/^one /);
    expect(attache(['reports'], path.join(home, 'piped')).out).toMatch(/three/);
  });

  it('programs that are started at once over a new library do not fall over one another', async () => {
    const fresh = path.join(home, 'at-once');
    const codes = await Promise.all(['a', 'b', 'c'].map((name) => new Promise((resolve) => {
      const own = file(`${name}.md`, `# ${name}\n\nA sentence about harbours.\n`);
      spawn(process.execPath, [cli, 'import', own, '--library', fresh], { stdio: 'ignore' }).on('exit', resolve);
    })));
    expect(codes).toEqual([0, 0, 0]);
    expect(attache(['check'], fresh).out).toMatch(/all is well/);
  });

  it('checks the library, and takes a report out', () => {
    expect(attache(['check', '--json']).json()).toMatchObject({ findings: [] });
    expect(attache(['remove', 'harbours']).code).toBe(0);
    expect(attache(['reports']).out).not.toContain('harbours');
  });
});

describe('what cannot be done', () => {
  it.each(['library.sqlite', 'desk.sqlite'])('a damaged %s is named by check, in its own form', (name) => {
    const broken = path.join(home, `broken-${name}`);
    expect(attache(['reports'], broken).code).toBe(0);
    fs.writeFileSync(path.join(broken, name), 'this is no database at all, only words '.repeat(200));
    const { code, json } = attache(['check', '--json'], broken);
    expect([code, json()]).toEqual([1, { ok: false, findings: [expect.stringMatching(new RegExp(`^“${name}” in .* is damaged`))], counts: expect.anything() }]);
    expect(attache(['search', '--', 'herring'], broken).err).toMatch(oneSentence);
  });

  it.each([
    ['an empty file', ['import', 'empty.txt'], /“empty\.txt”/],
    ['a file that is not there', ['import', 'nowhere.txt'], /nowhere\.txt/],
    ['a report that is not there', ['export', 'nothing', '--format', 'json'], /not in the library/],
    ['a report to search in that is not there', ['search', '--report', 'nothing', '--', 'herring'], /not in the library/],
    ['a pack file with an unknown id', ['pack', 'unknown.json', '--out', 'unknown.md'], /Item 1 .*report “nope”, passage “zzz”.*Nothing was written/],
    ['a point whose source nobody has', ['pack', 'sourceless.json', '--out', 'sourceless.md'], /Item 1 .*report “nope”/],
    ['a pack file with an unknown kind', ['pack', 'odd.json', '--out', 'odd.md'], /hologram/],
    ['a pack file that is cut off', ['pack', 'cut.json', '--out', 'cut.md'], /cut/],
  ])('%s is said in one sentence, with exit code 1', (_name, args, words) => {
    file('empty.txt', '');
    file('odd.json', JSON.stringify({ attachePack: 1, title: 'x', items: [{ kind: 'hologram' }] }));
    file('unknown.json', JSON.stringify({ attachePack: 1, title: 'x', items: [{ kind: 'passage', report: 'nope', passage: 'zzz' }] }));
    file('sourceless.json', JSON.stringify({ attachePack: 1, title: 'x', items: [{ kind: 'points', title: '', points: [{ text: 'Japan built it.', source: { report: 'nope', passage: 'zzz' } }] }] }));
    file('cut.json', '{"attachePack": 1, "title": "x", "ite');
    const { code, out, err } = attache(args);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(oneSentence)]);
    expect(err).toMatch(words);
  });

  it.each([[['import']], [['export', 'x', '--format', 'docx']], [['pack', 'x.json', '--out', 'x.exe']], [['frobnicate']], [['reports', '--unknown']], [['check', '/media/stick/library']], [['search', '--limit', '501', '--', 'x']], [['serve', '--port', '99999']]])('%j is wrong usage, with exit code 2', (args) => {
    const { code, out, err } = attache(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/attache/);
  });

  it('a library of a newer Attaché is refused, and not touched', () => {
    const newer = path.join(home, 'newer');
    expect(attache(['reports'], newer).code).toBe(0);
    const db = new Database(path.join(newer, 'library.sqlite'));
    db.pragma('user_version = 999');
    db.close();
    const before = fs.readFileSync(path.join(newer, 'library.sqlite'));
    const { code, err } = attache(['reports'], newer);
    expect([code, err]).toEqual([1, expect.stringMatching(/newer Attaché.*not touched.*Update/)]);
    expect(fs.readFileSync(path.join(newer, 'library.sqlite')).equals(before)).toBe(true);
  });

  it('a library folder that is none, or may not be written to, is said in one sentence', () => {
    const none = attache(['reports'], path.join(file('a-file', ''), 'library'));
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/cannot be used as a library folder.*--library/)]);
    const closed = path.join(home, 'closed');
    fs.mkdirSync(closed, { mode: 0o500 });
    // Nothing is closed to root, but for what the kernel itself keeps.
    const { code, err } = attache(['reports'], process.getuid?.() === 0 ? '/sys/attache' : closed);
    expect([code, err]).toEqual([1, expect.stringMatching(/cannot write to its library folder.*Nothing was changed\..*writable/)]);
  });

  it('a library that another Attaché holds is read, but served by nobody else', () => {
    const held = new Database(path.join(library, 'open.lock'));
    held.exec('BEGIN EXCLUSIVE');
    const { code, err } = attache(['serve']);
    held.close();
    expect([code, err]).toEqual([1, expect.stringMatching(/already open in another Attaché/)]);
  });

  it.skipIf(process.platform === 'win32')('under an older Node, what the newer one serves ends when it is asked to, and gives the library back', async () => {
    const old = file('older-node.cjs', "if (!process.env.ATTACHE_NEWER_NODE) Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.0.0' } });");
    const served = path.join(home, 'served');
    const host = spawn(process.execPath, ['--require', old, cli, 'serve', '--library', served], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => host.stdout.once('data', resolve));
    const lock = new Database(path.join(served, 'open.lock'), { timeout: 0 });
    expect(() => lock.exec('BEGIN EXCLUSIVE')).toThrow(/locked/);
    const code = new Promise((resolve) => host.once('exit', resolve));
    host.kill('SIGTERM');
    expect(await code).toBe(0);
    lock.exec('BEGIN EXCLUSIVE');
    lock.close();
  });

  it.skipIf(process.platform !== 'linux')('serving ends in peace also while a browser is still being opened', async () => {
    const slow = path.join(home, 'slow');
    fs.mkdirSync(slow);
    fs.writeFileSync(path.join(slow, 'xdg-open'), '#!/bin/sh\nexec sleep 3\n', { mode: 0o700 });
    const host = spawn(process.execPath, [cli, 'serve', '--open', '--library', library], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, DISPLAY: ':77', PATH: `${slow}:${process.env['PATH']}` } });
    await new Promise((resolve) => host.stdout.once('data', resolve));
    const code = new Promise((resolve) => host.once('exit', resolve));
    host.kill('SIGHUP');
    expect(await code).toBe(0);
  });
});
