import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Transport } from '../../db/contract/client.ts';
import { createBridge } from '../../electron/bridge-client.ts';
import type { EventHub } from '../../electron/host/events.ts';
import type { HostService } from '../../electron/host/service.ts';
import { createAnswerer } from '../../electron/ipc.ts';
import { START_PAGE } from '../../electron/protocol.ts';
import { startWebHost } from '../../electron/web/server.ts';

/** A way to the library. */
export interface Line {
  transport: Transport;
  /** Hands over a file; resolves to a PickedFile. */
  offer(name: string, bytes: Uint8Array): Promise<unknown>;
  listen(listener: (event: unknown) => void): Promise<void>;
}

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** What stands at the other end of a line. */
export interface Behind { service: HostService; events: EventHub }

/** All ways on which calls reach the library, each opened anew for a test and closed behind it. */
export const LINES: Record<string, (behind: Behind) => Promise<Line>> = {
  'in process': async ({ service, events }) => ({
    transport: (name, params) => service.dispatch(name, params),
    offer: async (name, bytes) => service.shelf.putBytes(name, bytes),
    listen: async (listener) => void ends.push(events.subscribe(listener)),
  }),
  'over IPC': async ({ service, events }) => {
    const sender = { address: START_PAGE, mainFrame: true, ours: true };
    const desktop = { pickFiles: async () => [], saveFile: async () => 'saved' as const, saveFiles: async () => 'saved' as const, printPack: async () => 'sent' as const, offerCommands: () => {} };
    const answer = createAnswerer({ service, desktop, onRefused: () => {}, log: () => {} });
    // What crosses is cloned, as Electron does it: functions, classes and shared objects do not come through.
    const bridge = createBridge({
      ask: async (message) => structuredClone(await answer(sender, structuredClone(message))),
      listen: (listener) => events.subscribe((event) => listener(structuredClone(event))),
    });
    return {
      transport: (name, params) => bridge.call(name, params),
      offer: (name, bytes) => bridge.offerFile(name, bytes.slice().buffer as ArrayBuffer),
      listen: async (listener) => void ends.push(bridge.onEvent(listener)),
    };
  },
  'over HTTP': async ({ service, events }) => {
    const rendererFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-page-'));
    fs.writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html><title>Attaché</title>');
    const host = await startWebHost({ service, events, rendererFolder });
    ends.push(() => host.close(), () => fs.rmSync(rendererFolder, { recursive: true }));
    const base = `http://127.0.0.1:${host.port}`;
    const headers = { Authorization: `Bearer ${host.token}` };
    return {
      transport: async (name, params) => (await fetch(`${base}/api/call`, {
        method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ name, params }),
      })).json(),
      offer: async (name, bytes) => {
        const answer = await fetch(`${base}/api/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: bytes.slice() });
        return ((await answer.json()) as { value: unknown }).value;
      },
      listen: async (listener) => {
        const stop = new AbortController();
        ends.push(() => stop.abort());
        const answer = await fetch(`${base}/api/events`, { headers, signal: stop.signal });
        void readLines(answer, (line) => listener(JSON.parse(line))).catch(() => {});
      },
    };
  },
};

async function readLines(answer: Response, take: (line: string) => void): Promise<void> {
  let rest = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n');
    rest = lines.pop()!;
    for (const line of lines) if (line !== '') take(line);
  }
}
