import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The program that sets a prepared document on pages, as one script: run in a window that holds the document it leaves
 * `attachePaper.placePages`. The printers run it (electron/host/paper-script.ts); the screen imports it as it is.
 */
export async function paperScript(): Promise<string> {
  const made = await build({
    root, configFile: false, logLevel: 'warn', publicDir: false,
    build: { write: false, minify: true, target: 'chrome130', lib: { entry: path.join(root, 'renderer', 'paper', 'place.ts'), formats: ['iife'], name: 'attachePaper' } },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (!bundle || !('output' in bundle)) throw new Error('Vite built no script for paper.');
  return bundle.output[0].code;
}

/** Writes paper.js into the folder of the built program, where every host looks for it. */
export async function writePaperScript(dist: string): Promise<void> {
  fs.mkdirSync(dist, { recursive: true });
  fs.writeFileSync(path.join(dist, 'paper.js'), await paperScript());
}
