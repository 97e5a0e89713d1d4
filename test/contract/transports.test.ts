import { describe, expect, it } from 'vitest';
import { createClient } from '../../db/contract/client.ts';
import { hostEvent, pickedFile, type HostEvent } from '../../db/contract/bridge.ts';
import { fakeService } from './fake-service.ts';
import { LINES } from './lines.ts';

describe.each(Object.entries(LINES))('a call %s', (_name, open) => {
  const start = async () => {
    const fake = fakeService();
    const line = await open(fake);
    return { ...fake, line, client: createClient(line.transport) };
  };

  it('brings back what the library answers, whatever the letters', async () => {
    const { client } = await start();
    expect(await client('app.about', {})).toMatchObject({ version: '9.9.9', libraryName: 'Büro – 1' });
    expect(await client('desk.position', { report: 'đổi mới “1986” \u{1F5C3}' })).toEqual({ passage: 'đổi mới “1986” \u{1F5C3}' });
  });

  it('brings back an expected failure with its code and its sentence', async () => {
    const { client } = await start();
    await expect(client('read.chapter', { report: 'r', chapter: 'c' })).rejects.toMatchObject({ code: 'not-found', message: 'This chapter is not in the library (any more).' });
  });

  it('tells a bug as “internal”, without its words, and logs it', async () => {
    const { line, logged } = await start();
    const reply = await line.transport('library.list', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('someone');
    expect(logged).toHaveLength(1);
  });

  it('does not let out an answer that breaks the contract', async () => {
    const { client } = await start();
    await expect(client('facets.list', {})).rejects.toMatchObject({ code: 'internal' });
  });

  it.each(['no.such.call', 'toString', '__proto__', 'constructor', ''])('refuses the name “%s”', async (name) => {
    const { line } = await start();
    expect(await line.transport(name as never, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it.each([[null], ['text'], [{ report: 7 }], [{ report: 'r', more: 1 }], [{}]])('refuses the params %j', async (params) => {
    const { line } = await start();
    expect(await line.transport('desk.position', params)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('answers many calls at once, each with its own answer', async () => {
    const { client } = await start();
    const reports = Array.from({ length: 40 }, (_, i) => `r${i}`);
    const answers = await Promise.all(reports.map((report) => client('desk.position', { report })));
    expect(answers.map((answer) => answer.passage)).toEqual(reports);
  });

  it('hands over a file whole, and only its name', async () => {
    const { line, service } = await start();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
    const picked = pickedFile.parse(await line.offer('../../etc/Bericht ü.txt', bytes));
    expect(picked).toMatchObject({ name: 'Bericht ü.txt', size: 100_000 });
    const { bytes: arrived } = await service.shelf.take(picked.file);
    expect(Buffer.from(arrived).equals(Buffer.from(bytes))).toBe(true);
  });

  it('tells events in their order', async () => {
    const { line, events } = await start();
    const heard: HostEvent[] = [];
    const sent: HostEvent[] = [{ type: 'changed', what: 'library' }, { type: 'progress', job: 'j', phase: 'reading', done: 1, total: 2 }, { type: 'command', command: 'find' }];
    const all = new Promise<void>((resolve) => {
      void line.listen((event) => {
        heard.push(hostEvent.parse(event));
        if (heard.length === sent.length) resolve();
      }).then(() => sent.forEach((event) => events.emit(event)));
    });
    await all;
    expect(heard).toEqual(sent);
  });
});
