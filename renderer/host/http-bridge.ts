import { z } from 'zod';
import type { HostBridge } from '../../db/contract/bridge.ts';
import { AttacheError, ERROR_CODES } from '../../db/model/errors.ts';
import { pickWithInput } from './pick-with-input.ts';
import { printInFrame } from './print-in-frame.ts';

const KEY = 'attache-token';
const CLOSED = 'Attaché was closed in the terminal. What you made is saved. Start it again there, and open the address that it shows.';
/** How often a broken stream of events is taken up again before the page gives up, and how long it waits in between. */
const TRIES = 5;
const PAUSE_MS = 2000;

const reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }) }),
]);
const printing = z.object({ url: z.string().startsWith('/api/prints/') });

/**
 * Takes the key to the library out of the address (`#token=…`), once, and keeps it for this tab.
 * @returns the key, or null where the page was opened without one
 */
export function takeToken(view: Window): string | null {
  const given = /^#token=([^&]+)/.exec(view.location.hash)?.[1];
  if (given) {
    view.sessionStorage.setItem(KEY, decodeURIComponent(given));
    view.history.replaceState(null, '', '#');
  }
  return view.sessionStorage.getItem(KEY);
}

/** Where the address with a key comes into a page that is open, only what stands behind its # changes and nothing is loaded: the page is opened anew with that key. */
export function watchForToken(view: Window): void {
  view.addEventListener('hashchange', () => {
    if (!view.location.hash.startsWith('#token=')) return;
    takeToken(view);
    view.location.reload();
  });
}

/** The host in a plain browser: the same library over loopback HTTP. @param token the key that every call carries */
export function createHttpBridge(token: string, view: Window & typeof globalThis = window): HostBridge {
  const authorization = { Authorization: `Bearer ${token}` };
  const fetched = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await view.fetch(path, { ...init, headers: { ...authorization, ...init.headers } });
    } catch (error) {
      throw new AttacheError('internal', CLOSED, { cause: error });
    }
  };
  const json = { 'Content-Type': 'application/json' };
  const asked = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = reply.safeParse(await (await fetched(path, init)).json());
    if (!answer.success) throw new AttacheError('internal', CLOSED);
    if (!answer.data.ok) throw new AttacheError(answer.data.error.code, answer.data.error.message);
    return answer.data.value;
  };
  const offer = (name: string, bytes: BodyInit): Promise<unknown> =>
    asked(`/api/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: bytes });

  const saveFile = async (file: string, name: string): Promise<'saved'> => {
    const answer = await fetched(`/api/files/${encodeURIComponent(file)}/${encodeURIComponent(name)}`);
    if (!answer.ok) throw new AttacheError('not-found', 'This file is no longer at hand. Save it again.');
    const url = view.URL.createObjectURL(await answer.blob());
    const link = Object.assign(view.document.createElement('a'), { href: url, download: name });
    link.click();
    view.setTimeout(() => view.URL.revokeObjectURL(url), 60_000);
    return 'saved';
  };

  return {
    kind: 'browser',
    call: async (name, params) => (await fetched('/api/call', { method: 'POST', headers: json, body: JSON.stringify({ name, params }) })).json(),
    onEvent(listener) {
      const stop = new AbortController();
      void followEvents(() => fetched('/api/events', { signal: stop.signal }), listener, stop.signal);
      return () => stop.abort();
    },
    pickFiles: (kind) => pickWithInput(view.document, kind),
    offerFile: (name, bytes) => offer(name, bytes),
    saveFile,
    async saveFiles(files) {
      for (const { file, name } of files) await saveFile(file, name);
      return 'saved';
    },
    // A browser's page has no menu of its own.
    offerCommands: async () => {},
    async printPack(id, copy) {
      const ticket = printing.safeParse(await asked(`/api/packs/${encodeURIComponent(id)}/print`, { method: 'POST', headers: json, body: JSON.stringify({ copy }) }));
      if (!ticket.success) throw new AttacheError('internal', CLOSED);
      await printInFrame(view.document, ticket.data.url);
      return 'sent';
    },
  };
}

/** Reads one event a line, for as long as the host is there; a stream that breaks off is taken up a few times. */
async function followEvents(open: () => Promise<Response>, listener: (event: unknown) => void, signal: AbortSignal): Promise<void> {
  for (let failures = 0; failures < TRIES && !signal.aborted;) {
    try {
      const answer = await open();
      if (!answer.ok || !answer.body) return;
      failures = 0;
      await readLines(answer.body, listener);
    } catch {
      // The calls say that the host was closed; here it only counts as one more failure.
    }
    failures += 1;
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
}

async function readLines(body: ReadableStream<Uint8Array>, listener: (event: unknown) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') listener(JSON.parse(line));
  }
}
