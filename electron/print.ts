import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import type { PdfPrinter, PrintOptions } from '../db/service/printing.ts';
import type { Placed } from '../renderer/paper/place.ts';
import { printChecked } from './host/check-print.ts';
import { explainedPrint } from './host/no-printer.ts';
import { knowsMarginBoxes, marginTemplates } from './host/page-margins.ts';
import { placingCode } from './host/paper-script.ts';
import { inTime } from './host/patience.ts';
import { PAPER_POLICY } from './host/policy.ts';
import { ORIGIN, servePages } from './protocol.ts';
import { closeSession } from './session.ts';

type Paper = 'A4' | 'Letter';

/** A world of its own for the script that sets a prepared document on pages; the document's own scripts never run. */
const PLACING_WORLD = 999;
const PATIENCE_MS = 180_000;
const LATE = 'Making the PDF took too long and was stopped. The pack is safe: try again, or make it in parts.';

export type PrintRoom = ReturnType<typeof createPrintRoom>;

/**
 * Prints prepared documents in windows that nobody sees, in a session of their own that keeps nothing.
 * @param script as `paperScriptIn` gives it
 * @param onRefused told for every request that a document makes
 */
export function createPrintRoom(script: () => string, onRefused: () => void) {
  /** What is being printed, by its path. */
  const documents = new Map<string, string>();
  let room: Session | undefined;
  const enter = (): Session => (room ??= openRoom(documents, onRefused));

  const withDocument = async <T>(html: string, notes: 'end' | null, work: (window: BrowserWindow, placed: Placed | null) => Promise<T>, { signal, tell }: PrintOptions = {}): Promise<T> => {
    const path = `/print/${randomUUID()}`;
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: enter(), sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, devTools: false, spellcheck: false },
    });
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    documents.set(path, html);
    const end = (): void => window.destroy();
    signal?.addEventListener('abort', end, { once: true });
    try {
      tell?.('setting');
      await window.loadURL(`${ORIGIN}${path}`);
      const placed = await window.webContents.executeJavaScriptInIsolatedWorld(PLACING_WORLD, [{ code: placingCode(script(), notes) }]) as Placed;
      return await work(window, placed.pages > 0 ? placed : null);
    } finally {
      documents.delete(path);
      signal?.removeEventListener('abort', end);
      end();
    }
  };

  const pdf: PdfPrinter = ({ html, paper }, { signal, tell } = {}) => inTime(printChecked((notes) => withDocument(html, notes, async ({ webContents }, placed) => {
    tell?.('printing', placed?.pages);
    const margins = placed !== null || knowsMarginBoxes(process.versions['chrome'] ?? '') ? {} : { displayHeaderFooter: true, ...marginTemplates(html) };
    const bytes = await webContents.printToPDF({
      pageSize: paper, preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true, ...margins,
    });
    return { bytes, placed };
  }, { signal, tell }), tell), PATIENCE_MS, LATE, signal);

  return {
    pdf,
    /** Shows the system's print dialog for a document. @throws AttacheError 'no-printer' */
    print: (html: string, paper: Paper): Promise<'sent' | 'cancelled'> => withDocument(html, null, ({ webContents }) => new Promise((resolve, reject) => {
      webContents.print({ silent: false, printBackground: true, pageSize: paper }, (sent, reason) => {
        if (sent) resolve('sent');
        else if (/cancel/i.test(reason)) resolve('cancelled');
        else void webContents.getPrintersAsync().then(({ length }) => length, () => null).then((printers) => reject(explainedPrint(reason, printers)));
      });
    })),
  };
}

function openRoom(documents: ReadonlyMap<string, string>, onRefused: () => void): Session {
  const room = session.fromPartition('print');
  closeSession(room, { developing: false, onRefused });
  servePages(room, (path) => {
    const html = documents.get(path);
    return html === undefined ? undefined : { type: 'text/html; charset=utf-8', policy: PAPER_POLICY, read: async () => new TextEncoder().encode(html) };
  }, onRefused);
  return room;
}
