import fs from 'node:fs';
import path from 'node:path';

/** The words before the fuses in every Electron binary, and the fuses of Electron 45 as they are delivered. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
const DELIVERED = '10110101';

/**
 * A folder that looks like an unpacked Electron to electron-builder, so that packaging can be tried without a connection:
 * its "binary" holds nothing but the fuses that packaging sets.
 * @returns the folder
 */
export function makeStandIn(folder: string): string {
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'locales'));
  const fuses = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([WIRE_VERSION, DELIVERED.length]), Buffer.from(DELIVERED)]);
  fs.writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]), { mode: 0o755 });
  for (const locale of ['de', 'en-GB', 'en-US', 'fr']) fs.writeFileSync(path.join(folder, 'locales', `${locale}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'version']) fs.writeFileSync(path.join(folder, name), '');
  return folder;
}
