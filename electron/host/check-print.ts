import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PrintedPdf, TellStage } from '../../db/service/printing.ts';
import type { Placed } from '../../renderer/paper/place.ts';
import { countPages } from './count-pages.ts';

/** One print: the file, and what the placer says of its pages; null for a document that it left as it was. */
export interface Attempt {
  bytes: Uint8Array;
  placed: Placed | null;
}

const SAFER = 'The notes stand at the end of each item: when the pages were checked after printing, not all of them could be set at the foot of their own page.';

/**
 * Prints a document and reads the file back: every note on the page of its call, every number in the contents true.
 * Where it is not so, it is printed once more with the notes at the end of each item, which needs no such care; that print
 * is taken where it mends anything.
 * @param print prints; 'end' puts the notes after their items
 * @param tell is told when the checking begins
 * @returns the file with sentences for the user, where something is not as it was asked for
 */
export async function printChecked(print: (notes: 'end' | null) => Promise<Attempt>, tell?: TellStage): Promise<PrintedPdf> {
  const first = await print(null);
  tell?.('checking', first.placed?.pages);
  const faults = first.placed === null ? [] : await faultsOf(first.bytes, first.placed);
  if (faults.length === 0) return { bytes: first.bytes, pages: pagesOf(first), notices: [] };
  if (first.placed?.notes !== 'foot') return { bytes: first.bytes, pages: pagesOf(first), notices: faults };
  const second = await print('end');
  const left = second.placed === null ? [] : await faultsOf(second.bytes, second.placed);
  if (left.length >= faults.length) return { bytes: first.bytes, pages: pagesOf(first), notices: faults };
  return { bytes: second.bytes, pages: pagesOf(second), notices: [SAFER, ...left] };
}

function pagesOf({ bytes, placed }: Attempt): number | null {
  return placed?.pages ?? countPages(bytes);
}

/**
 * What is wrong with a printed file, in sentences; none where all is well.
 * @param bytes the PDF, whose named destinations are read
 * @param placed what the placer says
 */
export async function faultsOf(bytes: Uint8Array, placed: Placed): Promise<string[]> {
  const { pages, places } = await readPlaces(bytes);
  const faults: string[] = [];
  if (pages !== placed.pages) faults.push(`The file has ${pages} pages where ${placed.pages} were set. Look through it before you pass it on.`);
  if (placed.spilt.length > 0) faults.push(`Something on ${pageWords(placed.spilt)} does not fit its place. Look at it before you pass the pack on.`);
  const wrong = Object.entries(placed.contents).filter(([id, page]) => places.get(id) !== page);
  if (wrong.length > 0) faults.push(`${wrong.length} of the numbers in the contents do not lead to their page.`);
  const strayed = placed.feet.filter((note) => !places.has(`note-${note}`) || places.get(`note-${note}`) !== places.get(`call-${note}`));
  if (strayed.length > 0) faults.push(`${strayed.length} of the notes do not stand on the page of their call.`);
  const lost = [...places.keys()].filter((id) => id.startsWith('call-') && !places.has(`note-${id.slice('call-'.length)}`));
  if (lost.length > 0) faults.push(`${lost.length} of the notes are missing.`);
  return faults;
}

function pageWords(pages: readonly number[]): string {
  return pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ' and more' : ''}`;
}

/** The named destinations of a PDF, each with the number of its page. */
export async function readPlaces(bytes: Uint8Array): Promise<{ pages: number; places: Map<string, number> }> {
  const pdfjs = await loadPdfjs();
  // A copy, and no Buffer: pdf.js takes the bytes away and knows only plain ones.
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true, useWasm: false, useWorkerFetch: false });
  try {
    return await placesOf(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function placesOf(pdf: PDFDocumentProxy): Promise<{ pages: number; places: Map<string, number> }> {
  const numbers = new Map<string, number>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { ref } = await pdf.getPage(number);
    if (ref) numbers.set(`${ref.num}/${ref.gen}`, number);
  }
  const places = new Map<string, number>();
  for (const [id, place] of await pdf.getDestinations()) {
    const [ref] = place as [{ num: number; gen: number }?];
    const number = ref && numbers.get(`${ref.num}/${ref.gen}`);
    if (number !== undefined) places.set(id, number);
  }
  return { pages: pdf.numPages, places };
}

/** While it loads, pdf.js says on the console that it found no canvas to draw on; reading needs none. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const { warn } = console;
  console.warn = () => {};
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
