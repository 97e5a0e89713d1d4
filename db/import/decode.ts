import { AttacheError } from '../model/errors.ts';

/** First bytes of files that are no text, and what the user should know about each. */
const SIGNATURES: [string, string][] = [
  ['255044462d', 'is a PDF. Attaché cannot read PDFs yet; save it as text from your PDF reader, and import that'],
  ['504b0304', 'is a Word, EPUB or ZIP file. Attaché cannot read these yet; save it as plain text or Markdown, and import that'],
  ['d0cf11e0', 'is an old Word or Excel file. Save it as plain text, and import that'],
  ['7b5c727466', 'is an RTF file. Save it as plain text, and import that'],
  ['89504e47', 'is a picture. Attaché reads text; a scanned report needs text recognition first'],
  ['ffd8ff', 'is a picture. Attaché reads text; a scanned report needs text recognition first'],
  ['53514c69746520666f726d6174', 'is a database. If it is an Attaché library, start Attaché with --library and its folder'],
];
/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE = 65_536;

/**
 * Turns a file's bytes into text: UTF-8, UTF-16 (with or without a mark), else Windows-1252, which every Latin-1 file is.
 * @param name the file's name, for the sentence when it cannot be read
 * @returns the text, line ends made "\n", and the encoding it was in
 * @throws AttacheError 'file-empty', 'file-not-text'
 */
export function decode(bytes: Uint8Array, name: string): { text: string; encoding: string } {
  if (bytes.byteLength === 0) throw new AttacheError('file-empty', `“${name}” is empty. Nothing was imported. Ask for the file again.`);
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const known = SIGNATURES.find(([start]) => head.startsWith(start));
  if (known) throw new AttacheError('file-not-text', `“${name}” ${known[1]}. Nothing was imported.`);
  const encoding = encodingOf(bytes);
  const text = encoding === null ? '' : new TextDecoder(encoding).decode(bytes).replace(/\r\n?|\u2028|\u0085/g, '\n');
  if (encoding === null || isBinary(text)) {
    throw new AttacheError('file-not-text', `“${name}” holds no readable text (it looks like a program or a picture). Nothing was imported. Choose the report’s text file.`);
  }
  if (text.trim() === '') throw new AttacheError('file-empty', `“${name}” holds only blanks. Nothing was imported. Ask for the file again.`);
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  // Western text in UTF-16 has a zero in every other byte.
  if (odd > sample.length / 5 && even < sample.length / 50) return 'utf-16le';
  if (even > sample.length / 5 && odd < sample.length / 50) return 'utf-16be';
  if (even + odd > 0) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** More than one control character in a hundred: no text that anybody wrote. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return controls > sample.length / 100;
}
