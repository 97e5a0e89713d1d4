import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWebHost, type WebHost } from '../../electron/web/server.ts';
import { LARGEST_CALL, LARGEST_FILE } from '../../electron/host/limits.ts';
import { fakeService } from './fake-service.ts';

interface Answer { status: number; headers: http.IncomingHttpHeaders; text: string }

let host: WebHost;
let folder: string;
let refused = 0;
const bugs: unknown[] = [];
const fake = fakeService();

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-web-'));
  fs.mkdirSync(path.join(folder, 'page', 'assets'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  fs.writeFileSync(path.join(folder, 'page', 'index.html'), '<!doctype html><title>Attaché</title>');
  fs.writeFileSync(path.join(folder, 'page', 'assets', 'main.js'), 'export {};');
  host = await startWebHost({ service: fake.service, events: fake.events, rendererFolder: path.join(folder, 'page'), onRefused: () => (refused += 1), log: (error) => bugs.push(error) });
});
afterAll(async () => {
  await host.close();
  fs.rmSync(folder, { recursive: true });
});

/** Node's own client, because fetch does not let a test lie about Host and Origin. */
function ask(method: string, target: string, headers: http.OutgoingHttpHeaders = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: host.port, method, path: target, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
const key = () => ({ Authorization: `Bearer ${host.token}` });
const json = () => ({ ...key(), 'Content-Type': 'application/json' });
const about = JSON.stringify({ name: 'app.about', params: {} });
const call = (headers: http.OutgoingHttpHeaders, body = about) => ask('POST', '/api/call', headers, body);
const errorOf = (answer: Answer) => (JSON.parse(answer.text) as { error: { code: string; message: string } }).error;

describe('the key', () => {
  it('opens the library', async () => {
    expect(JSON.parse((await call(json())).text)).toMatchObject({ ok: true, value: { version: '9.9.9' } });
  });

  it.each([['none', undefined], ['an empty one', 'Bearer '], ['a wrong one', 'Bearer aaaa'], ['another scheme', 'Basic aaaa']])('is refused where it is %s', async (_what, authorization) => {
    const before = refused;
    const answer = await call({ 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}) });
    expect([answer.status, errorOf(answer).code]).toEqual([401, 'not-allowed']);
    expect(refused).toBe(before + 1);
  });

  it.each(['/api/events', '/api/files/x/y', '/api/nothing'])('is asked for at %s too', async (target) => {
    expect((await ask('GET', target)).status).toBe(401);
  });

  it('is not taken from the address', async () => {
    expect((await ask('POST', `/api/call?token=${host.token}`, { 'Content-Type': 'application/json' }, about)).status).toBe(401);
  });

  it('stands in the fragment, so that no server ever sees it, and is new for every host', async () => {
    expect(new URL(host.url)).toMatchObject({ hostname: '127.0.0.1', hash: `#token=${host.token}`, search: '' });
    expect(host.token.length).toBeGreaterThanOrEqual(43);
    const other = await startWebHost({ service: fake.service, events: fake.events, rendererFolder: path.join(folder, 'page') });
    expect(other.token).not.toBe(host.token);
    await other.close();
  });
});

describe('where a request comes from', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '[::1]'])('refuses the Host “%s”', async (name) => {
    for (const target of ['/', '/api/events']) expect((await ask('GET', target, { ...key(), Host: name })).status).toBe(403);
  });

  it('answers under localhost too', async () => {
    expect((await ask('GET', '/', { Host: `localhost:${host.port}` })).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])('refuses the Origin %s', async (origin) => {
    const answer = await call({ ...json(), Origin: origin });
    expect([answer.status, errorOf(answer).code]).toEqual([403, 'not-allowed']);
  });

  it('answers its own Origin', async () => {
    expect((await call({ ...json(), Origin: `http://127.0.0.1:${host.port}` })).status).toBe(200);
  });

  it.each(['cross-site', 'same-site'])('refuses what a browser says is %s', async (site) => {
    expect((await call({ ...json(), 'Sec-Fetch-Site': site })).status).toBe(403);
  });

  it('listens on loopback only', async () => {
    const outside = Object.values(os.networkInterfaces()).flat().find((address) => address && !address.internal && address.family === 'IPv4');
    const elsewhere = outside?.address ?? '127.0.0.2';
    const reached = await new Promise((resolve) => {
      const socket = net.connect({ host: elsewhere, port: host.port }, () => resolve(true));
      socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
    });
    expect(reached).toBe(false);
  });

  it('allows no other origin, not even on request', async () => {
    const answer = await ask('OPTIONS', '/api/call', { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('how a request is made', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    for (const target of ['/', '/api/call']) expect((await ask(method, target, key())).status).toBe(405);
  });

  it('refuses to write to the page', async () => {
    expect((await ask('POST', '/index.html', json(), '{}')).status).toBe(405);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])('refuses a call sent as “%s”', async (type) => {
    expect((await call({ ...key(), 'Content-Type': type })).status).toBe(415);
  });

  it('refuses a file that is not sent as bytes', async () => {
    expect((await ask('POST', '/api/files?name=a', json(), '{}')).status).toBe(415);
  });

  it.each(['', '{', '[]x', '7', 'null'])('refuses the call “%s”', async (body) => {
    expect(errorOf(await call(json(), body)).code).toBe('bad-request');
  });

  it.each(['/api', '/api/', '/api/calls', '/api/call/x', '/api/files/x'])('knows no %s', async (target) => {
    expect((await ask('GET', target, key())).status).toBe(404);
  });

  it('says one sentence with every refusal', async () => {
    for (const answer of [await call({}), await ask('PUT', '/'), await ask('GET', '/nothing'), await call(key()), await call(json(), '{')]) {
      expect(errorOf(answer).message).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe('how much is sent', () => {
  it('takes a call of almost 2 MB and refuses a larger one, told or not', async () => {
    const long = (bytes: number) => JSON.stringify({ name: 'no', params: 'x'.repeat(bytes) });
    expect((await call(json(), long(LARGEST_CALL - 100))).status).toBe(200);
    expect((await call(json(), long(LARGEST_CALL))).status).toBe(413);
    const untold = await call({ ...json(), 'Transfer-Encoding': 'chunked' }, long(LARGEST_CALL)).then(({ status }) => status, () => 'cut off');
    expect([413, 'cut off']).toContain(untold);
  });

  it('takes an upload that is broken off for what it is, and goes on', async () => {
    const line = net.connect(host.port, '127.0.0.1');
    line.write(`POST /api/files?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${host.token}\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nhalf`);
    await once(line, 'connect');
    await vi.waitFor(() => expect(line.bytesWritten).toBeGreaterThan(100));
    line.destroy();
    expect((await call(json())).status).toBe(200);
    expect(bugs).toEqual([]);
  });

  it('refuses a file of more than 64 MB before it is sent', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = http.request({
        host: '127.0.0.1', port: host.port, method: 'POST', path: '/api/files?name=big.txt', agent: false,
        headers: { ...key(), 'Content-Type': 'application/octet-stream', 'Content-Length': LARGEST_FILE + 1 },
      }, (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.write('x');
    });
    expect(status).toBe(413);
  });

  it.each(['/api/files', '/api/files?name=', `/api/files?name=${'n'.repeat(256)}`])('asks for a name: %#', async (target) => {
    expect((await ask('POST', target, { ...key(), 'Content-Type': 'application/octet-stream' }, 'x')).status).toBe(400);
  });
});

describe('the page', () => {
  it('comes with a policy that lets nothing foreign in', async () => {
    const { status, headers } = await ask('GET', '/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8',
    });
  });

  it('brings its parts under their types', async () => {
    expect((await ask('GET', '/assets/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/assets/..%5c..%5csecret.txt', '//secret.txt', '/assets', '/assets/', '/.', '/%00',
    '/index.html%00.txt', '/__proto__', '/constructor',
  ])('does not lead out of its folder at %s', async (target) => {
    const answer = await ask('GET', target);
    // “/..” and “/.” are the front page, as everywhere on the web.
    expect(answer.status === 404 || answer.text.includes('<title>Attaché')).toBe(true);
    expect(answer.text).not.toBe('secret');
  });

  it('refuses what is no address', async () => {
    expect((await ask('GET', 'http://[')).status).toBe(400);
  });
});

describe('a file on its way out', () => {
  const exported = async () => (JSON.parse((await call(json(), JSON.stringify({ name: 'library.export', params: { report: 'r', format: 'markdown' } }))).text) as { value: { file: string } }).value.file;

  it('is a download under its own name, never shown', async () => {
    const answer = await ask('GET', `/api/files/${await exported()}/x.md`, key());
    expect(answer.text).toBe('as markdown');
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''r%C3%ADo%20%26%20%E2%80%9C%C3%BCbersee%E2%80%9D.md");
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });

  it('needs the key and a handle that is known', async () => {
    expect((await ask('GET', `/api/files/${await exported()}/x.md`)).status).toBe(401);
    const answer = await ask('GET', '/api/files/unknown/x.md', key());
    expect([answer.status, errorOf(answer).code]).toEqual([404, 'not-found']);
  });
});

describe('a pack for the print dialog', () => {
  const print = (id: string) => ask('POST', `/api/packs/${encodeURIComponent(id)}/print`, json(), '{}');

  it('opens once under an address of its own, and nothing in it runs', async () => {
    const { url } = (JSON.parse((await print('pack 1')).text) as { value: { url: string } }).value;
    const page = await ask('GET', url);
    expect(page.text).toContain('Prepared.');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'none';.*frame-ancestors 'self'/);
    expect((await ask('GET', url)).status).toBe(404);
  });

  it('is refused where there is none', async () => {
    expect(errorOf(await print('pack 2')).code).toBe('not-found');
    expect((await ask('GET', '/api/prints/guess')).status).toBe(404);
  });
});

describe('the port', () => {
  it('is refused with a sentence where another program has it', async () => {
    await expect(startWebHost({ service: fake.service, events: fake.events, rendererFolder: path.join(folder, 'page'), port: host.port }))
      .rejects.toMatchObject({ code: 'bad-request', message: expect.stringContaining(`Port ${host.port} is already used`) as string });
  });

  it('is free again after close, also with a page that listens', async () => {
    const other = await startWebHost({ service: fake.service, events: fake.events, rendererFolder: path.join(folder, 'page') });
    const stream = await fetch(`http://127.0.0.1:${other.port}/api/events`, { headers: { Authorization: `Bearer ${other.token}` } });
    await other.close();
    await stream.text().catch(() => {});
    await expect(fetch(`http://127.0.0.1:${other.port}/`)).rejects.toThrow('fetch failed');
  });
});
