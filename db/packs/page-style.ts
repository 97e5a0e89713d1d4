import type { Pack } from '../model/pack.ts';
import { cssString, oneLine, shorten } from './escape.ts';
import { marginLookOf } from './print-look.ts';

/** Text is set 150 mm wide on either paper: about 80 characters of 11 points. */
const PAPER = {
  A4: { width: '210mm', height: '297mm', side: '30mm', text: '150mm', turned: '247mm' },
  Letter: { width: '8.5in', height: '11in', side: '32.95mm', text: '150mm', turned: '229.4mm' },
};
/** Above and below the text of a page, and beside it on a page on its side. */
const TOP = '26mm';
const BOTTOM = '27mm';
const TURNED_SIDE = '25mm';
/** What a page that is printed on both sides moves outwards, to leave room for the binding. */
const INNER = '6mm';
const SANS = '"Source Sans 3 Variable", "Source Sans 3", "Noto Sans", Arial, sans-serif';
/** A longer marking has no room between page number and title. */
const SHORT_MARKING = 28;
/** A longer marking takes two lines, which fit the margin if they are small. */
const ONE_LINE_MARKING = 56;

/** The running title: so much of the pack's title as fits the foot of a page. */
export function runningTitle(pack: Pack): string {
  return shorten(pack.title, 40);
}

/**
 * Pages of a document that the placer has set: each is a box as large as its paper, with its text, its notes and what
 * stands around them inside, so that screen, PDF and paper show the same. The probes tell the placer the sizes.
 */
export function pageCss(pack: Pack, marking: string): string {
  const { width, height, side, text, turned } = PAPER[pack.paper];
  const long = oneLine(marking).length > (pack.largePrint ? 40 : ONE_LINE_MARKING);
  const tall = `calc(${height} - ${TOP} - ${BOTTOM})`;
  const wide = `calc(${width} - ${TOP} - ${BOTTOM})`;
  return `@page { size: ${width} ${height}; margin: 0 }
@page turned { size: ${height} ${width}; margin: 0 }
html.measuring body { margin: 0; width: ${text} }
.measuring .wide { width: ${turned} } .measuring .index { display: block; width: calc((100% - var(--index-gap)) / 2) }
.note-store { position: absolute; top: 0; left: 0; width: ${text} }
.probe-tall { height: ${tall} } .probe-wide { height: ${wide} } .probe-gap { height: 14pt }
.page { position: relative; overflow: hidden; width: ${width}; height: calc(${height} - .5px); break-after: page; background: #fff }
.page:last-child { break-after: auto }
.page.turned { page: turned; width: ${height}; height: calc(${width} - .5px) }
.page-body, .page-notes, .page-head, .page-foot { position: absolute; left: ${side}; width: ${text} }
.page-body { top: ${TOP}; height: ${tall} } .turned .page-body { height: ${wide} }
.notes.page-notes { bottom: ${BOTTOM}; margin: 0 }
.page.turned > :is(.page-body, .page-notes, .page-head, .page-foot) { left: ${TURNED_SIDE}; width: ${turned} }
${pack.duplex ? `.recto:not(.turned) > :is(.page-body, .page-notes, .page-head, .page-foot) { margin-left: ${INNER} } .verso:not(.turned) > :is(.page-body, .page-notes, .page-head, .page-foot) { margin-left: -${INNER} }` : ''}
.page-head { top: 9mm } .page-foot { bottom: 9mm; display: flex; flex-direction: column-reverse }
.page-body { z-index: 1 } .page-notes, .page-head, .page-foot { z-index: 2 }
.watermark { position: absolute; inset: 0; z-index: 0; display: grid; place-items: center; text-align: center; padding: 20mm; rotate: -38deg; font-family: ${SANS}; font-weight: 700; line-height: 1.15; color: #ececec; overflow-wrap: anywhere; -webkit-print-color-adjust: exact; print-color-adjust: exact }
${marginLookOf(`.marking { font: 700 9pt/1.3 ${SANS}; letter-spacing: .05em; text-align: center; min-height: 1.3em; overflow-wrap: anywhere }
.running { font: 400 8.5pt/1.3 ${SANS}; font-variant-numeric: tabular-nums lining-nums; display: flex; justify-content: space-between; gap: 8mm; min-height: 1.3em; margin-block: 2.5mm; white-space: nowrap }`, pack)}${long ? `
.marking { font-size: ${pack.largePrint ? 9 : 7.5}pt; letter-spacing: .02em }` : ''}
.running > div { overflow: hidden; text-overflow: ellipsis; padding-inline: 1px }
.page-top { margin-top: 0 !important }
.cut-above { padding-top: 0 !important; margin-top: 0 !important; border-top: 0 !important }
.cut-below { padding-bottom: 0 !important; margin-bottom: 0 !important; border-bottom: 0 !important }
table.cut-above { border-top: .8pt solid #000 !important } :is(li, ul, ol).cut-above { list-style: none }
.notes li.cut-above > .number, .notes.cut-above::before { display: none }
@media screen {
  html.placed { background: #dcdbd6; forced-color-adjust: none }
  html.placed body { display: flex; flex-direction: column; align-items: center; gap: 16px; padding: 16px 12px }
  .page { flex: none; box-shadow: 0 1px 8px #0003; content-visibility: auto }
}`;
}

/**
 * Page size, margins, and what stands in the margins of every page where no placer sets them: the marking at top and
 * bottom, the page's number, the pack's title. Chromium knows margin boxes since version 131.
 */
export function loosePageCss(pack: Pack, asMarked: string): string {
  const { width, height, side } = PAPER[pack.paper];
  const marking = oneLine(asMarked);
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
