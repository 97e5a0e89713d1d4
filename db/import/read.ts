import type { ReportSource } from '../model/source.ts';
import { archiveKind, kindOf } from './kind.ts';
import { readPlainText } from './plain-text-file.ts';
import type { ReadOptions } from './read-options.ts';
import { noText } from './refusals.ts';

/**
 * Reads a file of any format that Attaché knows. The readers of other formats than plain text are loaded when they are needed.
 * @param name tells Markdown by its ending; other formats are told by their first bytes
 * @throws AttacheError 'file-empty', 'file-not-text', 'file-too-large', 'password-needed', 'password-wrong'
 */
export async function readSource(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReportSource> {
  switch (kindOf(bytes, name)) {
    case 'pdf':
      return { ...(await (await import('./pdf/read-pdf.ts')).readPdf(bytes, name, options)), format: 'pdf' };
    case 'archive':
      return readArchive(bytes, name, options);
    case 'flat-odt':
      return { ...(await import('./odt/read-odt.ts')).readFlatOdt((await import('./decode.ts')).decodeMarked(bytes, name).text, name), format: 'odt' };
    case 'html':
      return { ...(await import('./html/read-html.ts')).readHtml(bytes, name), format: 'html' };
    case 'mhtml':
      return { ...(await (await import('./mail/mhtml.ts')).readSavedPage(bytes, name)), format: 'mhtml' };
    case 'mail':
      return { ...(await (await import('./mail/message.ts')).readMessage(bytes, name)), format: 'mail' };
    case 'markdown':
      return (await import('./read-text-file.ts')).readTextFile(bytes, name);
    default:
      return readPlainText(bytes, name);
  }
}

async function readArchive(bytes: Uint8Array, name: string, { tell }: ReadOptions): Promise<ReportSource> {
  const { openArchive } = await import('./zip.ts');
  const archive = openArchive(bytes, name);
  switch (archiveKind(archive)) {
    case 'docx':
      return { ...(await (await import('./docx/read-docx.ts')).readDocx(archive, name)), format: 'docx' };
    case 'epub':
      return { ...(await import('./epub/read-epub.ts')).readEpub(archive, name, tell), format: 'epub' };
    case 'odt':
      return { ...(await import('./odt/read-odt.ts')).readOdt(archive, name), format: 'odt' };
    case 'other-opendocument':
      throw noText(name);
    default:
      return readPlainText(bytes, name);
  }
}
