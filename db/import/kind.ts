import { MESSAGE_HEAD, messageKind } from './mail/signs.ts';
import type { Archive } from './zip.ts';

/** What a file is by its content; its name tells Markdown from other text, and a page that shows no sign of being one. */
export type FileKind = 'pdf' | 'archive' | 'mhtml' | 'mail' | 'html' | 'markdown' | 'text';

/** A PDF may begin with a little of something else, a web page with blanks and comments. */
const HEAD = 1024;

/** Tells what kind of file this is: by its first bytes, and where these say nothing, by the ending of its name. */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'archive';
  const message = messageKind(Buffer.from(bytes.subarray(0, MESSAGE_HEAD)).toString('latin1'), name);
  if (message) return message;
  // UTF-16 puts a zero beside every letter.
  if (isPage(head.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff|\0/g, ''))) return 'html';
  if (/\.x?html?$/i.test(name)) return 'html';
  return isMarkdownName(name) ? 'markdown' : 'text';
}

/** @returns true for a name that Markdown has: nothing in a file tells it */
export function isMarkdownName(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

function isPage(head: string): boolean {
  const body = head.replace(/^(?:\s+|<\?xml[^>]*>|<!--[\s\S]*?-->)*/, '');
  return /^<!doctype\s+html|^<html[\s>]|^<head[\s>]/i.test(body);
}

/** What an archive is; 'other' where it is no document that can be read. */
export function archiveKind(archive: Archive): 'epub' | 'docx' | 'odt' | 'other' {
  const mime = new TextDecoder().decode(archive.size('mimetype') < 200 ? (archive.read('mimetype') ?? new Uint8Array()) : new Uint8Array()).trim();
  if (mime === 'application/epub+zip' || archive.has('META-INF/container.xml')) return 'epub';
  if (mime.startsWith('application/vnd.oasis.opendocument')) return 'odt';
  return archive.names.some((name) => /^word\/document\d*\.xml$/i.test(name)) ? 'docx' : 'other';
}
