import type { IncomingMessage, ServerResponse } from 'node:http';
import { METHODS } from '../../db/contract/methods.ts';
import type { HostEvent } from '../../db/contract/bridge.ts';
import { AttacheError } from '../../db/model/errors.ts';
import type { EventHub } from '../host/events.ts';
import { LARGEST_CALL, LARGEST_FILE } from '../host/limits.ts';
import { PAPER_POLICY } from '../host/policy.ts';
import type { HostService } from '../host/service.ts';
import { readBody } from './body.ts';
import { Refusal } from './guard.ts';
import { createTickets } from './tickets.ts';

type Answerer = (request: IncomingMessage, response: ServerResponse, address: URL, parts: string[]) => void | Promise<void>;

const HEARTBEAT_MS = 15_000;
const TICKET_MS = 60_000;
/** A page that does not read its events is let go once so much waits for it, in bytes. */
const MOST_WAITING = 1024 * 1024;

/** What answers, and where the library's news come from: the hub whose `emit` the service was opened with. */
export interface ApiOptions {
  service: HostService;
  events: Pick<EventHub, 'subscribe'>;
}

/** Answers what lies under /api; whoever asks has been judged before (guard.ts). */
export function createApi({ service, events }: ApiOptions) {
  const prints = createTickets<string>(TICKET_MS);
  const listeners = new Set<ServerResponse>();

  const routes: readonly (readonly [method: string, pattern: RegExp, answer: Answerer])[] = [
    ['POST', /^\/api\/call$/, async (request, response) => {
      const call = parsed(await readBody(request, LARGEST_CALL));
      sendJson(response, await service.dispatch(call['name'], call['params']));
    }],
    ['GET', /^\/api\/events$/, (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
      response.flushHeaders();
      const tell = (event: HostEvent | null) => {
        if (response.writableLength > MOST_WAITING) response.destroy();
        else response.write(event ? `${JSON.stringify(event)}\n` : '\n');
      };
      const end = events.subscribe(tell);
      const beat = setInterval(tell, HEARTBEAT_MS, null);
      beat.unref();
      listeners.add(response);
      response.once('close', () => {
        end();
        clearInterval(beat);
        listeners.delete(response);
      });
    }],
    ['POST', /^\/api\/files$/, async (request, response, address) => {
      const name = address.searchParams.get('name') ?? '';
      if (name === '' || name.length > 255) throw new Refusal(400, 'A file needs a name of at most 255 characters.', 'bad-request');
      const bytes = await readBody(request, LARGEST_FILE);
      sendJson(response, { ok: true, value: service.shelf.putBytes(name, bytes) });
    }],
    ['GET', /^\/api\/files\/([\w-]{1,120})\/[^/]+$/, async (_request, response, _address, [handle]) => {
      const { name, bytes } = await service.shelf.take(handle!);
      response.writeHead(200, {
        'Content-Type': 'application/octet-stream', 'Content-Length': bytes.byteLength, 'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      }).end(bytes);
    }],
    ['POST', /^\/api\/packs\/([^/]{1,360})\/print$/, async (request, response, _address, [id]) => {
      const { copy = null } = parsed(await readBody(request, LARGEST_CALL));
      const reply = await service.dispatch('packs.preview', { id: decoded(id!), copy });
      if (!reply.ok) return sendJson(response, reply);
      const ticket = prints.issue(METHODS['packs.preview'].result.parse(reply.value).html);
      sendJson(response, { ok: true, value: { url: `/api/prints/${ticket}` } });
    }],
    ['GET', /^\/api\/prints\/([\w-]{1,60})$/, (_request, response, _address, [ticket]) => {
      const html = prints.redeem(ticket!);
      if (html === undefined) throw new Refusal(404, 'This print was made before. Choose “Print” in Attaché again.', 'not-found');
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAPER_POLICY }).end(html);
    }],
  ];

  return {
    async answer(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void> {
      for (const [method, pattern, answer] of routes) {
        const match = pattern.exec(address.pathname);
        if (match && method === request.method) return answer(request, response, address, match.slice(1));
      }
      throw new Refusal(404, 'There is no such call.', 'not-found');
    },
    /** Ends the streams of events. */
    close(): void {
      for (const response of listeners) response.end();
    },
  };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw new AttacheError('bad-request', 'A call must be one JSON document.', { cause: error });
  }
  throw new AttacheError('bad-request', 'A call must be one JSON document.');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
