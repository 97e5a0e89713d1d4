import fs from 'node:fs';
import path from 'node:path';
import { JpegAsItIs } from './jpeg.ts';

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Where the tables for Asian fonts lie: beside the built program, or in the package while developing. */
const CMAPS = ['pdf-cmaps', '../../../node_modules/pdfjs-dist/cmaps'];

let loaded: Promise<Pdfjs> | undefined;

/** Loads pdf.js with both of its halves in this thread: there is no second worker, and nothing is fetched. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfjs> {
  const { warn } = console;
  // While it loads, pdf.js says on the console that it found no canvas to draw on; reading needs none.
  console.warn = () => {};
  try {
    // Looked for by pdf.js's own class when it is defined, so it has to be there first.
    Object.assign(globalThis, { ImageDecoder: JpegAsItIs });
    // This module leaves its half at globalThis.pdfjsWorker, where the other one looks for it.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** Reads pdf.js's tables from their folder, and from nowhere else. */
export class CmapReader {
  // oxlint-disable-next-line class-methods-use-this -- the form that pdf.js asks for
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = CMAPS.map((place) => path.join(import.meta.dirname, place)).find((place) => fs.existsSync(place));
    if (kind !== 'cMapUrl' || folder === undefined) throw new Error(`${filename} is not at hand`);
    return new Uint8Array(await fs.promises.readFile(path.join(folder, path.basename(filename))));
  }
}
