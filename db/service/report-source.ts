import type { Result } from '../contract/methods.ts';
import { decode, decodeMarked } from '../import/decode.ts';
import { AttacheError } from '../model/errors.ts';
import type { Rooms } from './service.ts';

type SourceKind = Result<'review.open'>['source'];

/** Formats whose passages count the lines of the file. */
const IN_LINES = new Set(['text', 'markdown', 'html']);

/** Shows the sources of reports beside what the importer made of them. The lines of the report last asked for are kept at hand. */
export function createSourceReader({ library }: Pick<Rooms, 'library'>) {
  let held: { sha256: string; lines: string[] } | null = null;

  function linesOf(id: string): string[] {
    const { sourceSha256: sha256, sourceName } = library.report(id);
    if (held?.sha256 !== sha256) {
      const { format, bytes } = library.source(id);
      held = { sha256, lines: (format === 'html' ? decodeMarked : decode)(bytes, sourceName).text.split('\n') };
    }
    return held.lines;
  }

  return {
    kindOf: (report: string): SourceKind => (IN_LINES.has(library.formatOf(report)) ? 'lines' : 'none'),
    /**
     * The source around some lines.
     * @throws AttacheError 'not-found' where the report is gone, or its format has neither lines nor pages
     */
    async read(report: string, from: number, to: number, around: number): Promise<Result<'review.source'>> {
      if (!IN_LINES.has(library.formatOf(report))) throw new AttacheError('not-found', 'The source of this report has neither lines nor pages that could be shown. Open the file itself beside Attaché.');
      const lines = linesOf(report);
      const first = Math.max(1, Math.min(from, lines.length) - around);
      return { kind: 'lines', first, lines: lines.slice(first - 1, Math.min(lines.length, to + around)).map((line) => line.replace(/\f/g, '').trimEnd()) };
    },
  };
}
