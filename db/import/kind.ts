import { MESSAGE_HEAD, messageKind } from './mail/signs.ts';
import type { Archive } from './zip.ts';

/** What a file is by its content; its name tells Markdown from other text, and a page that shows no sign of being one. */
export type FileKind = 'pdf' | 'archive' | 'mhtml' | 'mail' | 'flat-odt' | 'html' | 'markdown' | 'text';

const OPEN_DOCUMENT = /application\/(?:x-)?vnd\.oasis\.opendocument\.([a-z-]{1,40})/;
/** Bytes of an archive's file that says what the archive is; longer ones say something else. */
const MIME_AT_MOST = 200;
const MANIFEST_AT_MOST = 4 * 1024 * 1024;

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
  const root = rootOf(head.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff|\0/g, ''));
  if (/^<office:document\s/.test(root)) return 'flat-odt';
  if (/^<!doctype\s+html|^<html[\s>]|^<head[\s>]/i.test(root)) return 'html';
  if (/\.x?html?$/i.test(name)) return 'html';
  return isMarkdownName(name) ? 'markdown' : 'text';
}

/** @returns true for a name that Markdown has: nothing in a file tells it */
export function isMarkdownName(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

/** What a marked-up file begins with, behind its declaration and comments. */
function rootOf(head: string): string {
  return head.replace(/^(?:\s+|<\?xml[^>]*>|<!--[\s\S]*?-->)*/, '');
}

/** What an archive is; 'other' where it is no document that can be read. */
export function archiveKind(archive: Archive): 'epub' | 'docx' | 'odt' | 'other-opendocument' | 'other' {
  const mime = textIn(archive, 'mimetype', MIME_AT_MOST).trim();
  if (mime === 'application/epub+zip' || archive.has('META-INF/container.xml')) return 'epub';
  // Some programs that pack a document anew leave its type out; its list of parts says it too.
  const type = OPEN_DOCUMENT.exec(mime) ?? (archive.has('content.xml') ? OPEN_DOCUMENT.exec(textIn(archive, 'META-INF/manifest.xml', MANIFEST_AT_MOST)) : null);
  if (type) return isOpenDocumentText(type[1]!) ? 'odt' : 'other-opendocument';
  return archive.names.some((name) => /^word\/document\d*\.xml$/i.test(name)) ? 'docx' : 'other';
}

/** True for "text" and its kin: templates, masters, texts for the web; not for presentations and spreadsheets. */
function isOpenDocumentText(type: string): boolean {
  return /^text(?:-|$)/.test(type);
}

function textIn(archive: Archive, part: string, most: number): string {
  return archive.size(part) > most ? '' : new TextDecoder().decode(archive.read(part) ?? new Uint8Array());
}
