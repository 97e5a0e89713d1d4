import { crc32, deflateSync } from 'node:zlib';

/** Points of a picture, row by row, `channels` bytes each: 1 grey, 3 red green blue, 4 with opacity. */
export interface Raster {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array | Uint8ClampedArray;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const COLOUR_TYPE = { 1: 0, 3: 2, 4: 6 };
/** Filter 2 of the format: each byte less the one above it. */
const UP = 2;

/** Writes a picture as PNG (ISO/IEC 15948), eight bits a channel. */
export function writePng({ width, height, channels, data }: Raster): Uint8Array {
  const row = width * channels;
  const filtered = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) {
    const to = y * (row + 1);
    filtered[to] = UP;
    for (let x = 0; x < row; x++) filtered[to + 1 + x] = data[y * row + x]! - (y === 0 ? 0 : data[(y - 1) * row + x]!);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, COLOUR_TYPE[channels], 0, 0, 0], 8);
  return Buffer.concat([Buffer.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', deflateSync(filtered)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

/** Draws a picture smaller by a whole number, each point the mean of those it stands for, until it has at most so many points. */
export function shrink(raster: Raster, pointsAtMost: number): Raster {
  const { width, height, channels, data } = raster;
  const by = Math.ceil(Math.sqrt((width * height) / pointsAtMost));
  if (by <= 1) return raster;
  const w = Math.floor(width / by);
  const h = Math.floor(height / by);
  const out = new Uint8Array(w * h * channels);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (let dy = 0; dy < by; dy++) for (let dx = 0; dx < by; dx++) sum += data[((y * by + dy) * width + x * by + dx) * channels + c]!;
    out[(y * w + x) * channels + c] = Math.round(sum / (by * by));
  }
  return { width: w, height: h, channels, data: out };
}

/** A picture whose colours are all greys needs one channel only. */
export function withoutNeedlessColour(raster: Raster): Raster {
  const { width, height, channels, data } = raster;
  if (channels !== 3) return raster;
  for (let at = 0; at < data.length; at += 3) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return raster;
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = data[at * 3]!;
  return { width, height, channels: 1, data: grey };
}
