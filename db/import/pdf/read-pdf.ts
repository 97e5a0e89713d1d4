import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { AttacheError } from '../../model/errors.ts';
import type { LaidPage, LaidSource } from '../../model/layout.ts';
import type { ImportWarning } from '../../model/report.ts';
import type { ReadOptions } from '../read-options.ts';
import { damaged } from '../refusals.ts';
import { withDrawnBullets } from './drawn-bullets.ts';
import { readDrawing, type Drawn } from './page-drawing.ts';
import { keepPictures, letPicturesGo, type PictureStore } from './page-pictures.ts';
import { faceOf, readPageText, type FontFace } from './page-text.ts';
import { CmapReader, loadPdfjs, type Pdfjs } from './pdfjs.ts';
import { readOutline } from './outline.ts';
import { scannedPages, withoutText } from './scanned-pages.ts';

/** Longer than any report; a file that says it has more is broken or made to do harm. */
const PAGES_AT_MOST = 3000;
/** How long one page may keep the reader waiting, in milliseconds. */
const PATIENCE = 60_000;
/** Points of a picture beyond which it is not even decoded. */
const PICTURE_AT_MOST = 40_000_000;

/**
 * Reads a PDF: for each page its lines of text, rules, drawings and pictures with their places, its label and links;
 * the outline; what the file says of itself. Scripts in it are never run, and nothing is fetched.
 * @param name the file's name, for the sentences
 * @throws AttacheError 'password-needed', 'password-wrong', 'file-not-text' (damaged, or scanned), 'file-too-large'
 */
export function readPdf(bytes: Uint8Array, name: string, options: ReadOptions): Promise<LaidSource> {
  return withDocument(bytes, name, options.password, (pdfjs, document) => readDocument(pdfjs, document, name, options));
}

/** A page's words with their places, and how many pages the file has. */
export type PageOfWords = Pick<LaidPage, 'width' | 'height' | 'lines'> & { pages: number };

/**
 * Reads the words of one page, with their places; they are those that `readPdf` finds.
 * @param number from 1; beyond the last page, the last one
 * @throws AttacheError 'password-needed', 'file-not-text' where the file or the page is damaged
 */
export function readPdfPage(bytes: Uint8Array, name: string, number: number): Promise<PageOfWords> {
  return withDocument(bytes, name, null, async (pdfjs, document) => {
    const page = await inTime(document.getPage(Math.min(number, document.numPages))).catch((error: unknown) => {
      throw damaged(name, error);
    });
    const { lines, viewport } = await inTime(readWords(pdfjs, page, new Map()));
    return { pages: document.numPages, width: viewport.width, height: viewport.height, lines };
  });
}

async function withDocument<T>(bytes: Uint8Array, name: string, password: string | null, work: (pdfjs: Pdfjs, document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself; the library still needs them.
    data: Uint8Array.from(bytes), ...(password === null ? {} : { password }),
    verbosity: pdfjs.VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true, fontExtraProperties: true, enableXfa: false, useWasm: false, useWorkerFetch: false,
    isOffscreenCanvasSupported: false, isImageDecoderSupported: true, maxImageSize: PICTURE_AT_MOST,
    cMapUrl: 'cmaps/', cMapPacked: true, BinaryDataFactory: CmapReader,
  });
  try {
    return await work(pdfjs, await open(pdfjs, task, name));
  } finally {
    await inTime(task.destroy()).catch(() => null);
  }
}

async function open(pdfjs: Pdfjs, task: PDFDocumentLoadingTask, name: string): Promise<PDFDocumentProxy> {
  try {
    return await inTime(task.promise);
  } catch (error) {
    if (error instanceof pdfjs.PasswordException) {
      const wrong = (error as { code?: number }).code === pdfjs.PasswordResponses.INCORRECT_PASSWORD;
      throw wrong
        ? new AttacheError('password-wrong', `This password does not open “${name}”. Nothing was imported. Type it again; capital letters count.`, { cause: error })
        : new AttacheError('password-needed', `“${name}” is locked with a password. Nothing was imported. Type the password to read it; it is not kept.`, { cause: error });
    }
    throw damaged(name, error);
  }
}

async function readDocument(pdfjs: Pdfjs, document: PDFDocumentProxy, name: string, { tell }: ReadOptions): Promise<LaidSource> {
  if (document.numPages > PAGES_AT_MOST) {
    throw new AttacheError('file-too-large', `“${name}” has ${document.numPages} pages; Attaché reads PDFs of up to ${PAGES_AT_MOST}. Nothing was imported. Split the file, and import its parts.`);
  }
  const store: PictureStore = { pictures: [], known: new Map(), bytes: 0 };
  const fonts = new Map<string, FontFace>();
  const labels = await inTime(document.getPageLabels()).catch(() => null);
  const pages: LaidPage[] = [];
  const warnings: ImportWarning[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    tell({ phase: 'reading', done: number - 1, total: document.numPages });
    const label = labels?.[number - 1] || null;
    try {
      const page = await inTime(document.getPage(number));
      pages.push({ number, label, ...(await inTime(readPage(pdfjs, page, fonts, store))) });
      letPicturesGo(page);
      page.cleanup();
    } catch (error) {
      if (error instanceof AttacheError) throw error;
      pages.push({ number, label, width: 0, height: 0, lines: [], rules: [], drawings: [], pictures: [], links: [] });
      warnings.push({ code: 'page-unread', message: `Page ${number} of the PDF is damaged and could not be read.`, line: null });
    }
  }
  if (warnings.length === pages.length) throw damaged(name);
  const scans = scannedPages(pages);
  if (scans.isWhole) {
    throw new AttacheError('file-not-text', `“${name}” holds pictures of pages and no text: it was scanned. Nothing was imported. Have its text recognised first (OCR; most scanners and PDF programs offer it), and import the result.`);
  }
  warnings.push(...withoutText(scans.pages));
  return { kind: 'laid-out', meta: await metaOf(document), pages, outline: await inTime(readOutline(document)).catch(() => []), pictures: store.pictures, warnings };
}

async function readPage(pdfjs: Pdfjs, page: PDFPageProxy, fonts: Map<string, FontFace>, store: PictureStore): Promise<Omit<LaidPage, 'number' | 'label'>> {
  const { lines, viewport, drawn: { rules, drawings, pictures, shades } } = await readWords(pdfjs, page, fonts);
  const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string }[];
  return {
    width: viewport.width, height: viewport.height, lines, rules, drawings, pictures: await keepPictures(page, pictures, pdfjs, store),
    ...(shades.length > 0 ? { shades } : {}),
    links: annotations.flatMap(({ subtype, url }) => (subtype === 'Link' && url !== undefined ? [url] : [])),
  };
}

async function readWords(pdfjs: Pdfjs, page: PDFPageProxy, fonts: Map<string, FontFace>): Promise<ReturnType<typeof readPageText> & { drawn: Drawn }> {
  // The operators come first: with them pdf.js hands over the fonts that the text names.
  const operators = await page.getOperatorList();
  const content = await page.getTextContent({ includeMarkedContent: true });
  const fontOf = (name: string): FontFace => {
    const known = fonts.get(name);
    if (known) return known;
    const face = faceOf(page.commonObjs.has(name) ? (page.commonObjs.get(name) as Parameters<typeof faceOf>[0]) : null);
    fonts.set(name, face);
    return face;
  };
  const { lines, viewport } = readPageText(page, content, fontOf);
  const drawn = readDrawing(operators, pdfjs.OPS, viewport.transform as number[]);
  return { lines: withDrawnBullets(lines, drawn.dots, drawn.drawings), viewport, drawn };
}

async function metaOf(document: PDFDocumentProxy): Promise<Record<string, unknown>> {
  const found = await inTime(document.getMetadata()).catch(() => null);
  const info = (found?.info ?? {}) as Record<string, unknown>;
  return { title: info['Title'], author: info['Author'], language: info['Language'], creator: info['Creator'] };
}

/** A broken file can leave pdf.js waiting for what never comes. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('pdf.js did not answer')), PATIENCE);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
