import type { Session } from 'electron';
import { PAGE_POLICY, SAFE_HEADERS } from './host/policy.ts';
import type { ProgramFiles } from './host/program-files.ts';

/**
 * The address of the app's page. Every request for http or https ends in this process, which answers for this one host
 * alone; so the page has a secure origin of its own, and no address leads to the network. “.invalid” can never be
 * registered by anybody (RFC 6761), and unlike a scheme of our own it works whenever the app's code is loaded.
 */
export const ORIGIN = 'https://attache.invalid';
export const START_PAGE = `${ORIGIN}/index.html`;

/** The path of one of the app's own addresses, null for any other address. */
function ownPath(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return origin === ORIGIN ? pathname : null;
}

/** Whether an address is the app's own page. */
export function isAppPage(address: string): boolean {
  const path = ownPath(address);
  return path === '/index.html' || path === '/';
}

/** Finds what stands at a path of the app's address: its type, its policy and its bytes; undefined where nothing does. */
export type Offer = (path: string) => { type: string; policy: string; read: () => Promise<Uint8Array> } | undefined;

/** The page's own files as a window may load them. */
export function pageOffer(files: ProgramFiles): Offer {
  return (path) => {
    const file = files(path);
    return file && { ...file, policy: PAGE_POLICY };
  };
}

/** Answers a request from a page. Whatever is not offered is not there, and another host cannot be reached at all. */
export async function answerPage(method: string, address: string, offer: Offer, onRefused: () => void): Promise<Response> {
  const path = ownPath(address);
  if (path === null) {
    onRefused();
    return Response.error();
  }
  if (method !== 'GET') return new Response('Only GET is answered here.', { status: 405, headers: SAFE_HEADERS });
  const found = offer(path);
  if (!found) return new Response('There is no such page.', { status: 404, headers: SAFE_HEADERS });
  const body = new Uint8Array(await found.read());
  return new Response(body, { headers: { ...SAFE_HEADERS, 'Content-Type': found.type, 'Content-Security-Policy': found.policy } });
}

/**
 * Answers everything that pages of a session ask for by http or https; Electron asks nobody else about these two.
 * @param onRefused told for every request to another host
 */
export function servePages({ protocol }: Session, offer: Offer, onRefused: () => void): void {
  for (const scheme of ['https', 'http']) protocol.handle(scheme, ({ method, url }) => answerPage(method, url, offer, onRefused));
}
