import type { Result } from '../contract/methods.ts';
import { decode, decodeMarked } from '../import/decode.ts';
import type { LinePlace } from '../model/lines.ts';
import { AttacheError } from '../model/errors.ts';
import type { Rooms } from './rooms.ts';

type Source = Result<'review.source'>;

/** Formats whose passages count the lines of the file. */
const IN_LINES = new Set(['text', 'markdown', 'html']);
/** Formats whose passages count the lines of what the file holds, or its pieces; these are read out of it again. */
const IN_PIECES = new Set(['docx', 'odt', 'mhtml', 'mail']);

/** What is shown at once at most, in lines and in letters of one line. */
const LINES = 400;
const LETTERS = 4000;

/** Shows the sources of reports beside what the importer made of them. The lines of the report last asked for are kept at hand. */
export function createSourceReader({ library, importer }: Pick<Rooms, 'library' | 'importer'>) {
  let held: { sha256: string; lines: string[] } | null = null;

  async function linesOf(id: string): Promise<string[]> {
    const { sourceSha256: sha256, sourceName } = library.report(id);
    if (held?.sha256 !== sha256) {
      const format = library.formatOf(id);
      held = { sha256, lines: IN_LINES.has(format) ? decoded(format, library.source(id).bytes, sourceName) : await piecesOf(id) };
    }
    return held.lines;
  }

  /** A word processor's document has no lines; its passages count its paragraphs. Those of a message are not the lines of its file. */
  async function piecesOf(report: string): Promise<string[]> {
    const looked = await importer.look({ report, page: null });
    return 'pieces' in looked ? looked.pieces : [];
  }

  async function pageOf(report: string, places: readonly LinePlace[], from: number, to: number): Promise<Source> {
    const number = (places.find(({ n }) => n >= from && n <= to) ?? places.findLast(({ n }) => n <= from) ?? places[0]!).page;
    const page = await importer.look({ report, page: number });
    if (!('pages' in page)) throw new Error('a page was asked for');
    return {
      kind: 'page', page: number, pages: page.pages, width: page.width, height: page.height,
      runs: page.lines.map(({ text, left, right, baseline, size, bold, italic }) => ({ text, x: left, y: baseline, width: right - left, size, bold, italic })),
      lines: places.filter((place) => place.page === number).map(({ n, x, y, width, height }) => ({ n, x, y, width, height })),
    };
  }

  return {
    /** How a report's source can be shown. An EPUB counts the lines of each of its files anew, so they say nothing. */
    kindOf(report: string): Result<'review.open'>['source'] {
      const format = library.formatOf(report);
      if (format === 'pdf') return library.review.hasPlaces(report) ? 'pages' : 'none';
      return IN_LINES.has(format) || IN_PIECES.has(format) ? 'lines' : 'none';
    },
    /**
     * The source around some lines, or the page on which the first of them stands.
     * @throws AttacheError 'not-found' where the report is gone, or its format has neither lines nor pages; 'password-needed' where the file is locked
     */
    async read(report: string, from: number, to: number, around: number): Promise<Source> {
      const kind = this.kindOf(report);
      if (kind === 'none') throw new AttacheError('not-found', 'The source of this report has neither lines nor pages that could be shown. Open the file itself beside Attaché.');
      if (kind === 'pages') return pageOf(report, library.review.places(report)!, from, to);
      const lines = await linesOf(report);
      const first = Math.max(1, Math.min(from, lines.length) - around);
      return { kind: 'lines', first, lines: lines.slice(first - 1, Math.min(to + around, first - 1 + LINES)).map((line) => (line.length > LETTERS ? `${line.slice(0, LETTERS)}…` : line)) };
    },
  };
}

function decoded(format: string, bytes: Uint8Array, name: string): string[] {
  const { text } = (format === 'html' ? decodeMarked : decode)(bytes, name);
  return text.split('\n').map((line) => line.replace(/\f/g, '').trimEnd());
}
