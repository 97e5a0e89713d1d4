import type { Protocol } from 'electron';
import { SAFE_HEADERS } from './host/policy.ts';
import type { ProgramFiles } from './host/program-files.ts';

/** The app's own scheme: its pages have an origin of their own and no way to the disk or the network. */
export const SCHEME = 'attache';
export const START_PAGE = `${SCHEME}://app/index.html`;

/** The path of an address under attache://app, null for any other address. */
function ownPath(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'app' ? pathname : null;
}

/** Whether an address is the app's own page. */
export function isAppPage(address: string): boolean {
  const path = ownPath(address);
  return path === '/index.html' || path === '/';
}

/**
 * Answers a request for one of the page's files.
 * @param address what was asked for
 * @param files the list of what may be served
 * @param policy the content security policy
 */
export async function answerPage(address: string, files: ProgramFiles, policy: string): Promise<Response> {
  const path = ownPath(address);
  const file = path === null ? undefined : files(path);
  if (!file) return new Response('There is no such page.', { status: 404, headers: SAFE_HEADERS });
  const body = new Uint8Array(await file.read());
  return new Response(body, { headers: { ...SAFE_HEADERS, 'Content-Type': file.type, 'Content-Security-Policy': policy } });
}

/** Serves the app's page in a session. */
export function servePage(protocol: Protocol, files: ProgramFiles, policy: string): void {
  protocol.handle(SCHEME, ({ method, url }) => (method === 'GET' ? answerPage(url, files, policy) : new Response('Only GET is answered here.', { status: 405, headers: SAFE_HEADERS })));
}
