// Draws every icon file from the two SVGs: node build/icons/make-icons.mjs (needs a Chromium; the results are committed).
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../setup/find-chromium.mjs';

const here = import.meta.dirname;
const SMALL_UP_TO = 32;
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names for the sizes; the second of a size is for screens of double density. */
const ICNS_TYPES = [['icp4', 16], ['icp5', 32], ['icp6', 64], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024], ['ic11', 32], ['ic12', 64], ['ic13', 256], ['ic14', 512]];

async function draw(browser, size) {
  const svg = fs.readFileSync(path.join(here, size <= SMALL_UP_TO ? 'icon-small.svg' : 'icon.svg'), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** A directory of sixteen bytes an image, then the images as PNG (Windows Vista and newer). */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(([size, png], at) => {
    const entry = 6 + 16 * at;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/** Blocks of a four-letter type, a length that counts itself, and a PNG. */
function icns(blocks) {
  const block = (type, bytes) => {
    const head = Buffer.alloc(8);
    head.write(type, 'ascii');
    head.writeUInt32BE(bytes.length + 8, 4);
    return Buffer.concat([head, bytes]);
  };
  return block('icns', Buffer.concat(blocks.map(([type, png]) => block(type, png))));
}

const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const drawn = new Map();
for (const size of PNG_SIZES) drawn.set(size, await draw(browser, size));
await browser.close();

for (const [size, png] of drawn) fs.writeFileSync(path.join(here, `${size}x${size}.png`), png);
fs.writeFileSync(path.join(here, 'icon.ico'), ico(ICO_SIZES.map((size) => [size, drawn.get(size)])));
fs.writeFileSync(path.join(here, 'icon.icns'), icns(ICNS_TYPES.map(([type, size]) => [type, drawn.get(size)])));
