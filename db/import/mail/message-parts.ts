import { isUtf8 } from 'node:buffer';
import { MIMEType } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { builtToHarm } from '../refusals.ts';
import { decodeTransfer } from './transfer.ts';

/** More than any message or page has; what has more is refused before it takes long. */
const LIMITS = { parts: 10_000, depth: 30, head: 256 * 1024, boundary: 200 };

/** A part of a message: what its head says, and its bytes or the parts in it. */
export interface Part {
  /** "text/html", in small letters. */
  type: string;
  /** What stands behind the type ("charset", "start"). */
  params: ReadonlyMap<string, string>;
  /** Its subject, sender and so on, decoded. */
  head: Email;
  /** The first field of this name, unfolded; '' where there is none. */
  field: (name: string) => string;
  isAttached: boolean;
  fileName: string | null;
  /** Without its brackets. */
  id: string;
  location: string;
  /** Of a forwarded message, the message; else those of a part that holds parts. */
  parts: readonly Part[];
  /** Its bytes, as they were before they were sent. */
  content: () => Buffer;
}

interface Cutting {
  name: string;
  left: number;
}

/**
 * Cuts a message into its parts. A library reads each part's head; the cutting is done here, since it takes the length
 * of the file whatever stands in it, and keeps where a part comes from (Content-Location).
 * @throws AttacheError 'file-too-large' where parts stand in each other without end
 */
export async function readParts(bytes: Buffer, name: string): Promise<Part> {
  return readPart(bytes, 'text/plain', 0, { name, left: LIMITS.parts });
}

async function readPart(bytes: Buffer, kind: string, depth: number, cutting: Cutting): Promise<Part> {
  cutting.left -= 1;
  const { head: headBytes, body } = cutHead(bytes);
  if (depth > LIMITS.depth || cutting.left < 0 || headBytes.length > LIMITS.head) throw builtToHarm(cutting.name);
  const head = await PostalMime.parse(isUtf8(headBytes) ? headBytes : new TextDecoder('windows-1252').decode(headBytes), { forceRfc822Attachments: true });
  const field = (key: string): string => head.headers.find((one) => one.key === key)?.value ?? '';
  const { type, params } = typeOf(field('content-type'), kind);
  const [attachment] = head.attachments;
  const encoding = field('content-transfer-encoding');
  let decoded: Buffer | null = null;
  const content = (): Buffer => (decoded ??= decodeTransfer(body, encoding));
  return {
    type, params, head, field, content,
    isAttached: /^\s*attachment\b/i.test(field('content-disposition')),
    fileName: attachment?.filename ?? params.get('name') ?? null,
    id: withoutBrackets(field('content-id')),
    location: field('content-location').replace(/\s+/g, ''),
    parts: await partsIn({ type, params, body, content }, depth + 1, cutting),
  };
}

async function partsIn({ type, params, body, content }: Pick<Part, 'type' | 'params' | 'content'> & { body: Buffer }, depth: number, cutting: Cutting): Promise<Part[]> {
  if (type === 'message/rfc822' || type === 'message/global') return [await readPart(content(), 'text/plain', depth, cutting)];
  if (!type.startsWith('multipart/')) return [];
  const parts: Part[] = [];
  for (const piece of cutAt(params.get('boundary') ?? guessBoundary(body), body, cutting)) parts.push(await readPart(piece, type === 'multipart/digest' ? 'message/rfc822' : 'text/plain', depth, cutting));
  return parts;
}

/** "<a@b>" → "a@b": how parts name each other. */
export const withoutBrackets = (id: string): string => id.replace(/^<|>$/g, '');

/** A part's fields, and what stands behind the first blank line. Where the fields are cut off, nothing does. */
function cutHead(bytes: Buffer): { head: Buffer; body: Buffer } {
  if (bytes[0] === 0x0a || (bytes[0] === 0x0d && bytes[1] === 0x0a)) return { head: bytes.subarray(0, 0), body: bytes.subarray(bytes[0] === 0x0a ? 1 : 2) };
  const near = bytes.subarray(0, LIMITS.head + 4);
  const ends = [[near.indexOf('\n\n'), 2], [near.indexOf('\n\r\n'), 3]].filter(([at]) => at! >= 0).sort((a, b) => a[0]! - b[0]!);
  const [at, length] = ends[0] ?? [bytes.length, 0];
  return { head: bytes.subarray(0, at), body: bytes.subarray(at! + length!) };
}

function typeOf(written: string, otherwise: string): { type: string; params: ReadonlyMap<string, string> } {
  try {
    const { essence, params } = new MIMEType(written);
    return { type: essence, params: new Map(params) };
  } catch {
    // Without a type, or with one that is none, a part is what its place makes it.
    return { type: otherwise, params: new Map() };
  }
}

/** Some programs leave out what cuts their parts; the first line that can be it, is. */
function guessBoundary(body: Buffer): string {
  return /^--(\S.{0,198}?)[ \t]*\r?$/m.exec(body.subarray(0, 4096).toString('latin1'))?.[1] ?? '';
}

/** What stands between the lines of this boundary; a file that was cut off ends its last part. Source: RFC 2046, 5.1.1. */
function cutAt(boundary: string, body: Buffer, cutting: Cutting): Buffer[] {
  if (boundary === '' || boundary.length > LIMITS.boundary) return [];
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  const inner = Buffer.from(`\n--${boundary}`, 'utf8');
  const pieces: Buffer[] = [];
  let begin = -1;
  let at = body.subarray(0, mark.length).equals(mark) ? 0 : next(body, inner, 0);
  for (; at >= 0; at = next(body, inner, at + mark.length - 1)) {
    const end = lineOf(body, at + mark.length);
    if (end === null) continue;
    if (begin >= 0) pieces.push(body.subarray(begin, Math.max(begin, lineBefore(body, at))));
    if (pieces.length > cutting.left) throw builtToHarm(cutting.name);
    begin = end.isLast ? -1 : end.next;
    if (end.isLast) break;
  }
  if (begin >= 0) pieces.push(body.subarray(begin));
  return pieces;
}

function next(body: Buffer, inner: Buffer, from: number): number {
  const found = body.indexOf(inner, from);
  return found < 0 ? -1 : found + 1;
}

/** What follows a boundary in its line: nothing but blanks, or the two signs of the last one. Null for a longer boundary. */
function lineOf(body: Buffer, from: number): { isLast: boolean; next: number } | null {
  const found = body.indexOf(0x0a, from);
  const end = found < 0 ? body.length : found;
  if (end - from > LIMITS.boundary) return null;
  const rest = body.subarray(from, end).toString('latin1').trimEnd();
  return rest === '' || rest === '--' ? { isLast: rest === '--', next: end + 1 } : null;
}

/** The end of the line before belongs to the boundary. */
function lineBefore(body: Buffer, at: number): number {
  const end = at - 1;
  return body[end - 1] === 0x0d ? end - 1 : end;
}
