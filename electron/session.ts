import type { Session, WebContents } from 'electron';
import { isAppPage, ORIGIN } from './protocol.ts';

/** Switches against Chromium's own habits of calling out. */
export const QUIET_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'], ['disable-component-update'], ['disable-domain-reliability'], ['disable-sync'], ['no-pings'], ['disable-breakpad'],
  ['dns-prefetch-disable'],
  // The profile holds no secret, so nobody is asked for a keyring's password.
  ['password-store', 'basic'], ['use-mock-keychain'],
  // No name is ever looked up, whatever asks for it.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** The one right that a page has: to put a citation on the clipboard. */
const CLIPBOARD = 'clipboard-sanitized-write';

/**
 * What a page may load: the app's own files, and what stands inside a document.
 * @param address what is asked for
 * @param developing whether the developer tools may load their own pages too
 */
export function mayLoad(address: string, developing: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  if (protocol === 'data:') return true;
  if (protocol === 'blob:' || protocol === 'https:') return origin === ORIGIN;
  return developing && protocol === 'devtools:';
}

/**
 * Closes a session: no request leaves it (http and https end in protocol.ts, all others here), no page gets a right, nothing is downloaded.
 * @param onRefused told for every request and every right that was refused
 */
export function closeSession(session: Session, { developing, onRefused }: { developing: boolean; onRefused: () => void }): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const refused = !mayLoad(details.url, developing);
    if (refused) onRefused();
    answer({ cancel: refused });
  });
  session.setPermissionCheckHandler((contents, permission) => permission === CLIPBOARD && contents !== null && isAppPage(contents.getURL()));
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const granted = permission === CLIPBOARD && isAppPage(contents.getURL());
    if (!granted) onRefused();
    answer(granted);
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    onRefused();
  });
  // Chromium would fetch dictionaries; nothing here needs them.
  session.setSpellCheckerEnabled(false);
}

/**
 * Keeps a page where it is: it goes nowhere else, opens no window and holds no other page.
 * @param onRefused told for every try
 */
export function closePage(contents: WebContents, onRefused: () => void): void {
  const stay = (event: { preventDefault(): void }) => {
    event.preventDefault();
    onRefused();
  };
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isAppPage(event.url) : event.url === 'about:srcdoc' || event.url === 'about:blank';
    if (!allowed) stay(event);
  });
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', stay);
  contents.setWindowOpenHandler(() => {
    onRefused();
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
