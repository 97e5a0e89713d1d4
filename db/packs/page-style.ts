import type { Pack } from '../model/pack.ts';
import { cssString, oneLine, shorten } from './escape.ts';

/** Text is set 150 mm wide on either paper: about 80 characters of 11 points. */
const PAPER = { A4: { width: '210mm', height: '297mm', side: '30mm' }, Letter: { width: '8.5in', height: '11in', side: '32.95mm' } };
const SANS = '"Source Sans 3 Variable", "Source Sans 3", "Noto Sans", Arial, sans-serif';
/** A longer marking has no room between page number and title. */
const SHORT_MARKING = 28;

/** The running title: so much of the pack's title as fits the foot of a page. */
export function runningTitle(pack: Pack): string {
  return shorten(pack.title, 40);
}

/**
 * Page size, margins, and what stands in the margins of every page: the marking at top and bottom, the page's number,
 * the pack's title. Chromium knows margin boxes since version 131; the printers set the same by template before that.
 */
export function pageCss(pack: Pack): string {
  const { width, height, side } = PAPER[pack.paper];
  const marking = oneLine(pack.marking);
  const mark = marking === '' ? 'none' : cssString(marking);
  const page = '"Pack p. " counter(page) " of " counter(pages)';
  const small = `font: 400 8.5pt/1.3 ${SANS}; font-variant-numeric: tabular-nums; color: #000;`;
  const bold = `font: 700 9pt/1.3 ${SANS}; letter-spacing: .05em; color: #000; text-align: center;`;
  const foot = marking.length <= SHORT_MARKING
    ? `@bottom-left { content: ${page}; ${small} width: 34%; text-align: left; vertical-align: top; padding-top: 8mm }
  @bottom-center { content: ${mark}; ${bold} width: 32%; vertical-align: top; padding-top: 8mm }
  @bottom-right { content: ${cssString(runningTitle(pack))}; ${small} width: 34%; text-align: right; vertical-align: top; padding-top: 8mm }`
    : `@bottom-left { content: none } @bottom-right { content: none }
  @bottom-center { content: ${mark} "\\a " ${page} " · " ${cssString(runningTitle(pack))}; ${bold} width: 100%; white-space: pre-line; vertical-align: top; padding-top: 6mm }`;
  return `@page {
  size: ${width} ${height}; margin: 27mm ${side} 27mm;
  @top-center { content: ${mark}; ${bold} width: 100%; vertical-align: bottom; padding-bottom: 9mm }
  ${foot}
}
@media screen { .sheet { max-width: ${width}; min-height: ${height} } }`;
}
