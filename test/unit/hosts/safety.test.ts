import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listProgramFiles } from '../../../electron/host/program-files.ts';
import { PAGE_POLICY, PAPER_POLICY } from '../../../electron/host/policy.ts';
import { createAnswerer, type Desktop, type Sender } from '../../../electron/ipc.ts';
import { answerPage, isAppPage, pageOffer, START_PAGE } from '../../../electron/protocol.ts';
import { mayLoad, QUIET_SWITCHES } from '../../../electron/session.ts';
import { createTickets } from '../../../electron/web/tickets.ts';
import { fakeService } from '../../contract/fake-service.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const FOREIGN = [
  'https://example.org/', 'http://attache.invalid/index.html', 'https://attache.invalid.example.org/', 'https://attache.invalid:8443/index.html', 'https://x@attache.invalid.evil/',
  'file:///etc/passwd', 'about:blank', 'chrome://version', 'javascript:alert(1)', 'data:text/html,x', 'blob:https://example.org/1', '', 'no address',
];

describe('what counts as the app’s own', () => {
  it.each(FOREIGN)('is not the page %s', (address) => expect(isAppPage(address)).toBe(false));

  it('is the page under any query and fragment', () => {
    for (const address of [START_PAGE, `${START_PAGE}#/search?q=x`, `${START_PAGE}?x`, 'https://attache.invalid/']) expect(isAppPage(address)).toBe(true);
    expect(isAppPage('https://attache.invalid/print/1')).toBe(false);
  });

  it.each(['https://example.org/x.js', 'http://127.0.0.1/', 'ws://127.0.0.1:1/', 'wss://example.org/', 'file:///etc/passwd', 'ftp://example.org/', 'blob:https://example.org/1', 'no address'])('is not a request for %s', (address) => {
    expect(mayLoad(address, false)).toBe(false);
    expect(mayLoad(address, true)).toBe(false);
  });

  it('is what the page and a document bring themselves; the developer tools only while developing', () => {
    for (const address of [START_PAGE, 'data:font/woff2;base64,AA', 'blob:https://attache.invalid/1']) expect(mayLoad(address, false)).toBe(true);
    expect([mayLoad('devtools://devtools/x.js', false), mayLoad('devtools://devtools/x.js', true)]).toEqual([false, true]);
  });

  it('looks no name up', () => {
    expect(QUIET_SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});

describe('policies', () => {
  it.each([PAGE_POLICY, PAPER_POLICY])('name no foreign source: %s', (policy) => {
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/\*|https?:|unsafe-eval|script-src[^;]*unsafe/);
  });

  it('let no script run on paper', () => expect(PAPER_POLICY).toContain("script-src 'none'"));
});

describe('the page’s files', () => {
  const offer = () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'page', 'assets'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'secret'), 'secret');
    fs.writeFileSync(path.join(folder, 'page', 'index.html'), '<!doctype html>');
    fs.writeFileSync(path.join(folder, 'page', 'assets', 'a.js'), 'export {}');
    fs.symlinkSync(path.join(folder, 'secret'), path.join(folder, 'page', 'link.txt'));
    return pageOffer(listProgramFiles(path.join(folder, 'page')));
  };
  const ask = async (address: string, method = 'GET') => {
    let refused = 0;
    const { status, headers, type } = await answerPage(method, address, offer(), () => (refused += 1));
    return { status, type: headers.get('content-type'), policy: headers.get('content-security-policy'), refused, failed: type === 'error' };
  };

  it('come with their type and the policy', async () => {
    expect(await ask(START_PAGE)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', policy: PAGE_POLICY });
    expect(await ask('https://attache.invalid/assets/a.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' });
  });

  it.each(['/../secret', '/%2e%2e/secret', '/..%2fsecret', '/assets/..%5c..%5csecret', '/link.txt', '/assets', '/__proto__'])('do not lead out of their folder at %s', async (name) => {
    expect(await ask(`https://attache.invalid${name}`)).toMatchObject({ status: 404, refused: 0 });
  });

  it('are only read', async () => expect((await ask(START_PAGE, 'POST')).status).toBe(405));

  it('are all there is: another host is refused and counted', async () => {
    expect(await ask('https://example.org/')).toMatchObject({ failed: true, refused: 1 });
  });

  it('are missed at the start, with what to do', () => {
    expect(() => listProgramFiles(fs.mkdirSync(path.join(temporaryFolder(), 'empty'), { recursive: true })!)).toThrow(/npm run build/);
  });
});

describe('who may ask', () => {
  const good: Sender = { address: START_PAGE, mainFrame: true, ours: true };
  const desktop: Desktop = { pickFiles: async () => [], saveFile: async () => 'cancelled', saveFiles: async () => 'cancelled', printPack: async () => 'cancelled', offerCommands: () => {} };
  const start = (more: Partial<Desktop> = {}) => {
    const { service } = fakeService();
    const seen = { refused: 0, logged: [] as unknown[] };
    const answer = createAnswerer({ service, desktop: { ...desktop, ...more }, onRefused: () => (seen.refused += 1), log: (error) => seen.logged.push(error) });
    return { answer, seen, service };
  };
  const about = { op: 'call', name: 'app.about', params: {} };

  it.each<[string, Sender]>([
    ['a frame inside the page', { ...good, mainFrame: false }], ['a window that is not the app’s', { ...good, ours: false }], ['a frame that is gone', { ...good, address: null }],
    ...FOREIGN.map((address): [string, Sender] => [`the address “${address}”`, { ...good, address }]),
  ])('is not %s', async (_who, sender) => {
    const { answer, seen } = start();
    expect(await answer(sender, about)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(seen.refused).toBe(1);
  });

  it('is the app’s page', async () => {
    const { answer, seen } = start();
    expect(await answer(good, about)).toMatchObject({ ok: true, value: { version: '9.9.9' } });
    expect(seen.refused).toBe(0);
  });

  it.each([null, 'call', {}, { op: 'eval', code: '1' }, { ...about, more: 1 }, { op: 'offerFile', name: '', bytes: new ArrayBuffer(1) }, { op: 'offerFile', name: 'a', bytes: 'text' }, { op: 'saveFile', file: 1, name: 'a' }, { op: 'pickFiles', kind: 'any' }])('asks for nothing else: %j', async (message) => {
    const { answer } = start();
    expect(await answer(good, message)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('never hears a path: what was picked comes as a handle', async () => {
    const file = path.join(temporaryFolder(), 'a.txt');
    fs.writeFileSync(file, 'four');
    const { answer, service } = start({ pickFiles: async () => [file] });
    const reply = await answer(good, { op: 'pickFiles', kind: 'report' });
    expect(reply).toMatchObject({ ok: true, value: [{ name: 'a.txt', size: 4 }] });
    expect(JSON.stringify(reply)).not.toContain(path.dirname(file));
    const [picked] = (reply as { value: { file: string }[] }).value;
    expect(new TextDecoder().decode((await service.shelf.take(picked!.file)).bytes)).toBe('four');
  });

  it('hears the sentence where a file is too large, gone or cannot be saved', async () => {
    const { answer } = start();
    expect(await answer(good, { op: 'offerFile', name: 'a', bytes: new ArrayBuffer(64 * 1024 * 1024 + 1) })).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
    expect(await answer(good, { op: 'saveFile', file: 'unknown', name: 'a' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('does not hear the words of a bug', async () => {
    const { answer, seen } = start({ printPack: () => Promise.reject(new Error('/home/someone')) });
    const reply = await answer(good, { op: 'printPack', id: 'p', copy: null });
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect([JSON.stringify(reply).includes('someone'), seen.logged.length]).toEqual([false, 1]);
  });
});

describe('tickets', () => {
  it('are good once, for a while, and only those that were issued', () => {
    let now = 0;
    const tickets = createTickets<string>(1000, () => now);
    const [first, late] = [tickets.issue('a'), tickets.issue('b')];
    expect([tickets.redeem(first), tickets.redeem(first), tickets.redeem('guess')]).toEqual(['a', undefined, undefined]);
    now = 1001;
    expect(tickets.redeem(late)).toBeUndefined();
  });
});
