import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { AttacheError, toWireError, type ErrorCode } from '../../db/model/errors.ts';
import { PAGE_POLICY, SAFE_HEADERS } from '../host/policy.ts';
import { listProgramFiles } from '../host/program-files.ts';
import { createApi, type ApiOptions } from './api.ts';
import { guard, Refusal } from './guard.ts';

export interface WebHostOptions extends ApiOptions {
  /** The built page, dist/renderer. */
  rendererFolder: string;
  /** 0 or nothing: any free port. */
  port?: number;
  /** Told for every request that was refused for safety. */
  onRefused?: () => void;
  log?: (error: unknown) => void;
}

export interface WebHost {
  /** The address with the token, to be opened in a browser. */
  url: string;
  port: number;
  token: string;
  close(): Promise<void>;
}

/**
 * Serves the reader on loopback, for a browser on this machine.
 *
 * The address that is opened carries a random token in its fragment: `http://127.0.0.1:PORT/#token=…`. The page keeps
 * it for its tab and sends it as `Authorization: Bearer TOKEN` with everything under /api. The page's own files hold no data and
 * need none. Answers are JSON `{ok, value}` or `{ok, error: {code, message}}`:
 *
 * - `POST /api/call` `{name, params}` → the contract's answer
 * - `GET /api/events` → a stream, one event as JSON per line; empty lines say that the host is still there
 * - `POST /api/files?name=…` the file's bytes → a PickedFile
 * - `GET /api/files/HANDLE/NAME` → the bytes, as a download
 * - `POST /api/packs/ID/print` `{copy}` → `{url}` of the prepared document, good once and for a minute
 * - `GET /api/prints/TICKET` → that document (the ticket is the key)
 *
 * @throws AttacheError 'bad-request' where the port is taken or not allowed
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { log = () => {}, onRefused = () => {} } = options;
  const files = listProgramFiles(options.rendererFolder);
  const token = randomBytes(32).toString('base64url');
  const api = createApi(options);
  let port = 0;

  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const address = URL.parse(request.url ?? '/', 'http://127.0.0.1');
    if (!address) throw new Refusal(400, 'This is no address.', 'bad-request');
    guard({ method: request.method ?? '', path: address.pathname, headers: request.headers }, { port, token });
    if (address.pathname.startsWith('/api/')) return api.answer(request, response, address);
    const file = files(address.pathname);
    if (!file) throw new Refusal(404, 'There is no such page. Open the address that the terminal shows.', 'not-found');
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Security-Policy': PAGE_POLICY }).end(await file.read());
  };

  const server = http.createServer((request, response) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof AttacheError)) log(error);
      if (error instanceof Refusal && error.code === 'not-allowed') onRefused();
      refuse(request, response, error);
    });
  });
  port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/#token=${token}`, port, token,
    async close() {
      api.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Where a failure has a status of its own; all others are 400. The page goes by the code, not by this. */
const STATUS: Partial<Record<ErrorCode, number>> = { 'not-found': 404, 'file-too-large': 413, internal: 500 };

function refuse(request: http.IncomingMessage, response: http.ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof Refusal ? error.status : STATUS[error instanceof AttacheError ? error.code : 'internal'] ?? 400;
  // What was not read of the request must not be taken for the next one on the same line.
  if (!request.complete) response.setHeader('Connection', 'close');
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" });
  response.end(JSON.stringify({ ok: false, error: toWireError(error) }));
}

function listen(server: http.Server, port: number): Promise<number> {
  const refused = (message: string, cause: unknown) => new AttacheError('bad-request', message, { cause });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(refused(`Port ${port} is already used by another program. Choose another one, or leave --port out.`, error));
      else if (error.code === 'EACCES') reject(refused(`Port ${port} is reserved by the system. Choose one above 1023, or leave --port out.`, error));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
