import type { PDFPageProxy, PageViewport } from 'pdfjs-dist';
import type { LaidLine } from '../../model/layout.ts';
import { joinStretched } from './stretched-lines.ts';
import { linesOf } from './text-lines.ts';
import type { Run } from './text-run.ts';

/** What the file says of a font. */
export interface FontFace {
  bold: boolean;
  italic: boolean;
}

/** Text that leans more than this (in radians) is not read: it runs up a margin or across a picture. */
const LEAN = 0.1;
const BOLD = /bold|black|heavy|demi|cmbx|sfbx|[-,]bd\b|-b\b/i;
const ITALIC = /ital|obli|slant|cmti|cmsl|sfti|sfsl|[-,]it\b|-i\b/i;

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/**
 * Reads a page's text and sets the page upright: a table printed across a page is turned so that its words run from
 * left to right.
 * @returns the lines, and the view of the page in which their places are counted
 */
export function readPageText(page: PDFPageProxy, content: Content, fontOf: (name: string) => FontFace): { lines: LaidLine[]; viewport: PageViewport } {
  const straight = page.getViewport({ scale: 1 });
  const turn = turnOf(content, straight);
  const viewport = turn === 0 ? straight : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  return { lines: joinStretched(linesOf(runsOf(content, viewport, fontOf))), viewport };
}

/** By how much (0, 90, 180, 270 degrees) the page is turned so that most of its letters stand upright. */
function turnOf(content: Content, viewport: PageViewport): number {
  const letters = [0, 0, 0, 0];
  for (const item of content.items) if ('str' in item) {
    const [a, b] = placed(viewport, item.transform as number[]);
    letters[Math.round(Math.atan2(b!, a!) / (Math.PI / 2) + 4) % 4]! += item.str.trim().length;
  }
  const quarter = letters.indexOf(Math.max(...letters));
  return (4 - quarter) % 4 * 90;
}

function runsOf(content: Content, viewport: PageViewport, fontOf: (name: string) => FontFace): Run[] {
  const runs: Run[] = [];
  const marks: boolean[] = [];
  let blank = false;
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push((item as { tag?: string | null }).tag === 'Artifact');
      continue;
    }
    if (item.str.trim() === '') {
      blank ||= item.str !== '' || item.hasEOL;
      continue;
    }
    const [a, b, c, d, left, baseline] = placed(viewport, item.transform as number[]) as [number, number, number, number, number, number];
    const size = Math.round(Math.hypot(c, d) * 10) / 10;
    if (Math.abs(Math.atan2(b, a)) > LEAN || size < 1 || !Number.isFinite(left + baseline + size + item.width)) continue;
    const scale = viewport.scale * viewport.userUnit;
    runs.push({ text: item.str, left, right: left + item.width * scale, top: baseline - size * 0.8, bottom: baseline + size * 0.22, baseline, size, ...fontOf(item.fontName), artifact: marks.includes(true), blank });
    blank = item.hasEOL || /\s$/.test(item.str);
  }
  return runs;
}

/** A text's matrix in the page's view (PDF 32000-1, 8.3.4: one matrix after the other). */
function placed(viewport: PageViewport, [a, b, c, d, e, f]: number[]): number[] {
  const [A, B, C, D, E, F] = viewport.transform as number[];
  return [A! * a! + C! * b!, B! * a! + D! * b!, A! * c! + C! * d!, B! * c! + D! * d!, A! * e! + C! * f! + E!, B! * e! + D! * f! + F!];
}

/** Bold or italic by what the font says of itself, or by its name ("CMBX10", "Minion-BoldIt"). */
export function faceOf(font: { name?: string; bold?: boolean; black?: boolean; italic?: boolean } | null): FontFace {
  const name = (font?.name ?? '').replace(/^[A-Z]{6}\+/, '');
  return { bold: Boolean(font?.bold) || Boolean(font?.black) || BOLD.test(name), italic: Boolean(font?.italic) || ITALIC.test(name) };
}
