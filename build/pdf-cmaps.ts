import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Copies pdf.js's tables for Asian fonts next to the built programs, where the import's thread reads them from
 * (db/import/pdf/pdfjs.ts): nothing is ever fetched.
 */
export function writePdfCmaps(dist: string): void {
  const from = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  fs.cpSync(from, path.join(dist, 'pdf-cmaps'), { recursive: true });
}
