import fs from 'node:fs';
import path from 'node:path';

/**
 * The script that sets a prepared document on pages (renderer/paper/place.ts), as the build left it.
 * @param dist the folder of the built program
 * @returns a function that gives the script, read when it is first needed
 */
export function paperScriptIn(dist: string): () => string {
  let script: string | null = null;
  return () => (script ??= fs.readFileSync(path.join(dist, 'paper.js'), 'utf8'));
}

/** The script with its call: its value is a promise of what became of the document (`Placed`). */
export function placingCode(script: string, notes: 'end' | null): string {
  return `(async () => { ${script}\n;return attachePaper.placePages(document${notes === null ? '' : `, '${notes}'`}); })()`;
}
