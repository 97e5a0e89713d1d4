import type { PageOfWords } from '../import/pdf/read-pdf.ts';
import { readSource } from '../import/read.ts';
import { AttacheError } from '../model/errors.ts';
import type { Library } from '../store/library.ts';

/** Which report's source is looked into; `page` is a page of a PDF, null for the pieces of a document. */
export interface Look {
  report: string;
  page: number | null;
}
/** A page's words, or a document's pieces or lines of text, numbered from 1 as its passages count them. */
export type Looked = PageOfWords | { pieces: string[] };

/**
 * Reads again what the importer read: a page, the pieces of a document that has no lines, or the lines inside a message.
 * @throws AttacheError 'not-found'; 'password-needed' where the file was locked
 */
export async function lookIntoSource(library: Library, { report, page }: Look): Promise<Looked> {
  const { sourceName } = library.report(report);
  const { bytes } = library.source(report);
  try {
    if (page !== null) return await (await import('../import/pdf/read-pdf.ts')).readPdfPage(bytes, sourceName, page);
    const source = await readSource(bytes, sourceName, { password: null, tell: () => {} });
    return { pieces: source.kind === 'blocks' ? (source.inside ?? [...source.blocks, ...source.notes].map(({ text }) => text)) : [] };
  } catch (error) {
    if (error instanceof AttacheError && error.code === 'password-needed') {
      throw new AttacheError('password-needed', `“${sourceName}” is locked with a password, which Attaché does not keep; its pages cannot be shown here. The report can be corrected all the same. Open the file itself beside Attaché.`, { cause: error });
    }
    throw error;
  }
}
