import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AttacheError } from '../../db/model/errors.ts';

/** What is known of a request before anything of it is acted on. */
export interface Knock {
  method: string;
  /** The address's path, as it was sent. */
  path: string;
  headers: IncomingHttpHeaders;
}

/** A refusal: what the browser is told, and under which status. */
export class Refusal extends AttacheError {
  readonly status: number;

  constructor(status: number, message: string, code: 'not-allowed' | 'not-found' | 'bad-request' = 'not-allowed') {
    super(code, message);
    this.status = status;
  }
}

/** What the two kinds of POST carry; anything else could be sent by a form on a foreign page. */
const BODY_TYPES: readonly (readonly [RegExp, string])[] = [[/^\/api\/files$/, 'application/octet-stream'], [/./, 'application/json']];

/**
 * Judges a request by where it was sent, from where, how, and with which key.
 * @param knock the request
 * @param door the port that is listened on, and the token that opens /api
 * @throws Refusal with one sentence that says why
 */
export function guard(knock: Knock, door: { port: number; token: string }): void {
  const { headers, method, path } = knock;
  const hosts = [`127.0.0.1:${door.port}`, `localhost:${door.port}`];
  if (!hosts.includes(headers.host ?? '')) throw new Refusal(403, 'This address does not belong to Attaché. Use the one that the terminal shows.');
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) {
    throw new Refusal(403, 'Another page tried to reach your library. It was refused.');
  }
  if (method !== 'GET' && method !== 'POST') throw new Refusal(405, 'Only GET and POST are answered here.');
  if (!path.startsWith('/api/')) {
    if (method !== 'GET') throw new Refusal(405, 'The app’s own files can only be read.');
    return;
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal(403, 'Another page tried to reach your library. It was refused.');
  if (!path.startsWith('/api/prints/') && !sameToken(headers.authorization, door.token)) {
    throw new Refusal(401, 'This page does not have the key to the library. Open the address that the terminal shows.');
  }
  if (method === 'POST') {
    const wanted = BODY_TYPES.find(([pattern]) => pattern.test(path))![1];
    const sent = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
    if (sent !== wanted) throw new Refusal(415, `This call must be sent as ${wanted}.`);
  }
}

/** Compares hashes, so that neither the time nor the length tells anything about the token. */
function sameToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
