import { isUtf8 } from 'node:buffer';
import { AttacheError } from '../model/errors.ts';
import { knownCompoundFile } from './compound-file.ts';
import { guessEncoding } from './guess-encoding.ts';
import { decodeMixed } from './mixed-encoding.ts';

/** First bytes of files that are no text, and what the user should know about each. */
const SIGNATURES: [string, string][] = [
  ['504b0304', 'is a ZIP file, but neither a Word document, an OpenDocument text nor an EPUB. Unpack it, and import the report inside'],
  ['504b0506', 'is an empty ZIP file. Ask for the file again'],
  ['89504e47', 'is a picture. Attaché reads text; a scanned report needs text recognition first'],
  ['ffd8ff', 'is a picture. Attaché reads text; a scanned report needs text recognition first'],
  ['53514c69746520666f726d6174', 'is a database. If it is an Attaché library, start Attaché with --library and its folder'],
];
/** Office before 2007. */
const COMPOUND = 'd0cf11e0';
/** Some programs set a mark or blanks before it. */
const RTF = /^(?:\xef\xbb\xbf)?\s{0,20}\{\\rtf/;
const IS_RTF = 'is an RTF file. Open it in Word or LibreOffice, save it as DOCX, and import that';
/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE = 65_536;
/** A file names its encoding within so many bytes (HTML asks for 1024). */
const HEAD = 2048;

/**
 * Turns a marked-up file's bytes into text: by its mark or its zeros, else by the encoding that it names in its first
 * lines (`<meta charset>`, the XML declaration), else as any other text.
 * @throws AttacheError 'file-empty', 'file-not-text'
 */
export function decodeMarked(bytes: Uint8Array, name: string): { text: string; encoding: string } {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const said = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const hasMark = head.startsWith('\xef\xbb\xbf') || head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  return decode(bytes, name, hasMark || !said || !isSingleByteSafe(said[1]!) ? null : said[1]!.toLowerCase());
}

/**
 * Turns the bytes of a message's part into text: in the encoding that its head names, else as any other marked-up file.
 * @throws AttacheError 'file-empty', 'file-not-text'
 */
export function decodeNamed(bytes: Uint8Array, name: string, said: string | undefined): { text: string; encoding: string } {
  // What is called ASCII and has other letters in it is called wrong.
  return said === undefined || /^(?:us-)?ascii$/i.test(said) || !isSingleByteSafe(said) ? decodeMarked(bytes, name) : decode(bytes, name, said.toLowerCase());
}

/** A name of an encoding in which the name itself could be read as ASCII, and which this platform knows. */
function isSingleByteSafe(label: string): boolean {
  try {
    return !new TextDecoder(label).encoding.startsWith('utf-16');
  } catch {
    return false;
  }
}

/**
 * Turns a file's bytes into text: UTF-8, UTF-16 (with or without a mark), else the encoding that its letters speak for.
 * @param name the file's name, for the sentence when it cannot be read
 * @param said the encoding that the file names, where it does; a text that is UTF-8 throughout is UTF-8 all the same
 * @returns the text, line ends made "\n", and the encoding it was in
 * @throws AttacheError 'file-empty', 'file-not-text'
 */
export function decode(bytes: Uint8Array, name: string, said: string | null = null): { text: string; encoding: string } {
  if (bytes.byteLength === 0) throw new AttacheError('file-empty', `“${name}” is empty. Nothing was imported. Ask for the file again.`);
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const known = head.startsWith(COMPOUND) ? knownCompoundFile(bytes) : RTF.test(Buffer.from(bytes.subarray(0, 32)).toString('latin1')) ? IS_RTF : SIGNATURES.find(([start]) => head.startsWith(start))?.[1];
  if (known) throw new AttacheError('file-not-text', `“${name}” ${known}. Nothing was imported.`);
  const guessed = encodingOf(bytes);
  const mixed = guessed === 'unknown' && (said === null || /^utf-?8$/.test(said)) ? decodeMixed(bytes) : null;
  // ISO-2022 writes Japanese in ASCII's own bytes.
  const encoding = mixed !== null ? 'utf-8' : guessed === 'unknown' ? (said ?? guessEncoding(bytes)) : said?.startsWith('iso-2022') ? said : guessed;
  const text = encoding === null ? '' : (mixed ?? new TextDecoder(encoding).decode(bytes)).replace(/\r\n?|\u2028|\u0085/g, '\n');
  if (encoding === null || isBinary(text)) {
    throw new AttacheError('file-not-text', `“${name}” holds no readable text (it looks like a program or a picture). Nothing was imported. Choose the report’s text file.`);
  }
  if (text.trim() === '') throw new AttacheError('file-empty', `“${name}” holds only blanks. Nothing was imported. Ask for the file again.`);
  // Vietnamese in this encoding has its tones as signs of their own; everywhere else they are part of their letter.
  return { text: encoding === 'windows-1258' ? text.normalize('NFC') : text, encoding };
}

/** @returns 'unknown' for what is no Unicode, null for what is no text */
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
  return isUtf8(bytes) ? 'utf-8' : 'unknown';
}

/** More than one control character in a hundred: no text that anybody wrote. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return controls > sample.length / 100;
}
