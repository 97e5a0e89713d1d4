import { LONGEST_WORD } from '../model/table-cells.ts';

/** Columns have room for their words, so that short ones stay whole; the number is how many letters. */
const ROOM_CSS = Array.from({ length: LONGEST_WORD }, (_, at) => `.room-${at + 1} { min-width: calc(${at + 1} * var(--letter) + 8pt) }`).join(' ');

/** How a pack's text is set: the report's words in the serif, the app's in the sans; black on white, hairlines, no tints. */
export const TEXT_CSS = `
:root {
  --serif: "Source Serif 4 Variable", "Source Serif 4", "Noto Serif", "Times New Roman", serif;
  --sans: "Source Sans 3 Variable", "Source Sans 3", "Noto Sans", Arial, sans-serif;
  --hair: .5pt solid #000;
  --index-gap: 7mm;
  --letter: .58em;
}
* { box-sizing: border-box }
html { text-rendering: geometricPrecision; font: 400 11pt/1.45 var(--serif); color: #000; background: #fff; hyphens: manual; -webkit-text-size-adjust: none }
body { margin: 0; overflow-wrap: anywhere; font-kerning: normal; orphans: 2; widows: 2 }
p, ul, ol, dl, blockquote, pre, table, h1, h2, h3, h4, h5, h6 { margin: 0 }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.4; break-after: avoid; text-align: start; text-wrap: balance }
h2 { font-size: 16pt; margin-top: 22pt }
h3 { font-size: 13.5pt; margin-top: 18pt }
h4 { font-size: 11.5pt; margin-top: 14pt }
h5, h6 { font-size: 11pt; font-style: italic; margin-top: 10pt }
:is(p, ul, ol, blockquote, pre, hr, table) + :is(p, ul, ol, blockquote, pre) { margin-top: 7pt }
:is(h2, h3, h4, h5, h6) + :is(p, ul, ol, blockquote, pre) { margin-top: 3pt }
p, li, dd, td, th { text-align: start }
.sheet > .item:first-of-type > :first-child { margin-top: 0 }
.heading + .item > :is(h2, h3):is(:first-child, .remark + *) { margin-top: 8pt }
.item + .item > :is(p, ul, ol, blockquote, pre):is(:first-child, .remark + *) { margin-top: 9pt } .heading + .item > :is(p, ul, ol, blockquote, pre):is(:first-child, .remark + *) { margin-top: 4pt }
.group + .group { margin-top: 11pt }
.long { font-size: 13pt; font-weight: 500 }

ul, ol { padding-inline-start: 16pt }
li { margin-top: 3pt } li > p + p { margin-top: 4pt } li > :is(ul, ol) { margin-top: 0 } .open { list-style: "☐  " } .done { list-style: "☑  " }
ul.quoted { list-style: "–  "; margin-top: 7pt } .quoted + ul.quoted { margin-top: 5pt } ul.quoted + p { margin-top: 7pt }
blockquote { margin-inline-start: 12pt; padding-inline-start: 10pt; border-inline-start: var(--hair) }
.pull { font-style: italic; margin-block: 9pt }
pre, code { font-family: var(--sans); font-size: .95em } pre { white-space: pre-wrap; margin-inline-start: 12pt }
hr { border: 0; border-top: var(--hair); width: 40mm; margin: 12pt 0 }
.source { font: 400 9.5pt/1.4 var(--sans); break-after: avoid; margin-top: 1pt; margin-bottom: 4pt } .source + :is(p, ul, ol, blockquote, pre) { margin-top: 4pt }
:is(h2, h3, h4, h5) + .source { margin-top: 1pt }
.caption, .figure, .as-set { font: 400 9.5pt/1.4 var(--sans); margin-block: 9pt }
.caption { break-inside: avoid } .as-set { white-space: pre-wrap; font-variant-numeric: tabular-nums; border-block: var(--hair); padding-block: 5pt }
.spaced { font: 400 8.5pt/1.4 "DejaVu Sans Mono", Menlo, Consolas, "Courier New", monospace }
.what { font-weight: 600; margin-inline-end: 3pt }
.said { font: 400 10.5pt/1.4 var(--sans); border-block: var(--hair); padding-block: 6pt; margin-top: 12pt }

sup { font-size: .68em; line-height: 0; vertical-align: .42em; font-style: normal; font-variant-numeric: tabular-nums lining-nums }
.call { color: inherit; text-decoration: none; white-space: nowrap; padding-inline-start: .08em }
.comma { margin-inline-end: .1em }
.notes { margin-top: 14pt; font-size: 9pt; line-height: 1.38; font-variant-numeric: tabular-nums }
.notes::before { content: ""; display: block; border-top: var(--hair); width: 40mm; margin-bottom: 6pt; break-after: avoid }
.notes ol { list-style: none; padding: 0 }
.notes li { margin-top: 2.5pt; padding-inline-start: 18pt; position: relative }
.notes .number { position: absolute; inset-inline-start: 0; color: inherit; text-decoration: none; font-family: var(--sans) }
.origin { font-family: var(--sans); white-space: nowrap }

table { border-collapse: collapse; width: 100%; font: 400 9.5pt/1.35 var(--sans); margin-top: 8pt; font-variant-numeric: tabular-nums; border-block: .8pt solid #000 }
thead { display: table-header-group } tr { break-inside: avoid }
th { font-weight: 600 } th, td { padding: 4pt 8pt 4pt 0; vertical-align: top; text-align: start } th:last-child, td:last-child { padding-inline-end: 0 }
thead th, thead td { border-bottom: var(--hair); vertical-align: bottom } tbody tr + tr > * { border-top: .25pt solid #000 }
.own, .cells { table-layout: auto } .cells { width: auto; min-width: 60%; margin-block: 9pt } ${ROOM_CSS}
.left { text-align: left } .right { text-align: right } .center { text-align: center }
.compare { table-layout: fixed } .compare thead td, .compare tbody th[scope="row"] { width: 24mm }
.compare .count { font-weight: 600 } .words { font-family: var(--serif); font-size: 9pt; line-height: 1.32 } .none { font-style: italic }
.compare .of { display: block; font-weight: 600; font-size: 8.5pt }
.listing { margin-top: 14pt; font-size: 9pt } .listing thead th:first-child, .listing tbody th[scope="row"] { width: 46mm } .listing tbody { break-inside: avoid }
.listing .count { width: 20mm; text-align: right; padding-inline-end: 12pt; white-space: nowrap } .listing th[scope="row"] { font-weight: 400 }
.listing .row-head th { font-size: 10.5pt; padding-top: 7pt }
.listing tbody + tbody { border-top: var(--hair) } .listing .row-head + tr > * { border-top: 0 }
.dot { font-size: .8em } .security { color: #7a3b2e } .economy { color: #2f5d3a } .soft-power { color: #5a3d7a } .limitation { color: #7a5a12 }

.points > ol { padding-inline-start: 20pt } .points > ol > li { margin-top: 6pt } .points > ol > li::marker { font-family: var(--sans); font-weight: 600 }
.figures > table { table-layout: fixed } .figures > table td:first-child { font-weight: 600 } .figures > table :is(td, th):first-child { width: 30mm } .figures > table :is(td, th):nth-child(2) { width: 15mm } .figures > table :is(td, th):last-child { width: 30mm }
.divider > hr { margin: 14pt auto }
.picture { margin: 10pt 0; break-inside: avoid } .picture img { display: block; max-width: 100%; max-height: 190mm; width: auto; height: auto }
.picture figcaption { font: 400 9.5pt/1.4 var(--sans); margin-top: 4pt } .picture .source { display: block; font-size: 9pt; margin: 1pt 0 0 }
.remark { position: relative; height: 1px; margin-bottom: -1px }
.remark > p { position: absolute; top: 0; inset-inline-start: calc(100% + 2mm); width: 21mm; font: italic 400 7.5pt/1.3 var(--sans); hyphens: auto; border-inline-start: var(--hair); padding-inline-start: 1.5mm }

.cover { padding-top: 38mm }
.cover h1 { font-size: 28pt; line-height: 1.2 } .cover h1.long { font-size: 17pt; line-height: 1.3 }
.cover .subtitle { font-size: 15pt; line-height: 1.35; margin-top: 5pt }
.cover dl { margin-top: 18mm; border-top: var(--hair); padding-top: 8pt; font: 400 10.5pt/1.4 var(--sans) }
.cover dl > div { display: grid; grid-template-columns: 26mm 1fr; margin-top: 3pt } .cover dd { margin: 0; font-weight: 600 } .cover .by { font-weight: 400 }
.contents { margin-top: 18mm } .contents h2 { font: 600 11pt/1.4 var(--sans); margin: 0 0 4pt; border-bottom: var(--hair); padding-bottom: 3pt }
.contents ol { list-style: none; padding: 0; font-size: 11pt } .contents li { padding-top: 4pt; margin: 0 } .contents .rank-2 { padding-inline-start: 14pt } .contents .rank-3 { padding: 1pt 0 0 28pt; font-size: 10pt }
.contents a { color: inherit; text-decoration: none; display: flex; align-items: last baseline }
.contents .dots { flex: 1 0 10mm; overflow: hidden; display: flex; justify-content: flex-end; margin-inline: 4pt } .contents .dots::before { flex: none; white-space: nowrap; content: "${' .'.repeat(160)}" }
.contents .at { flex: 0 0 auto; min-width: 2.2em; text-align: end; font-variant-numeric: tabular-nums lining-nums }
.acronyms ul { list-style: none; padding: 0 } .acronyms li { font-size: 10pt; line-height: 1.4; margin-top: 2.5pt; padding-inline-start: 34mm } .acronyms b { float: inline-start; width: 32mm; margin-inline-start: -34mm; font: 600 10pt/1.4 var(--sans) }
.index { display: grid; grid-template-columns: 1fr 1fr; column-gap: var(--index-gap); align-items: start; margin-top: 9pt } .index p { font-size: 9.5pt; line-height: 1.4; text-align: start; margin: 0 }
.index .letter { font: 600 11pt/1.4 var(--sans); margin-top: 9pt; border-bottom: var(--hair); margin-bottom: 2pt } .index .entry { padding-inline-start: 9pt; text-indent: -9pt; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere } .entry b { font-weight: 600 } .entry span { white-space: nowrap }
.sources ul { list-style: none; padding: 0 } .sources li { font-size: 10pt; margin-top: 5pt }
`;

/** How the document stands where it is not set on pages: saved as HTML, opened in a browser, printed from there. */
export const LOOSE_CSS = `.remark { height: auto; margin: 10pt 0 8pt } .remark > p { position: static; width: auto; max-width: 105mm; font-size: 9pt; border-inline-start-width: 1.5pt; padding: 1mm 3mm } .remark > p::before { content: "Remark "; font-style: normal; font-weight: 600 }
.sheet.after, .contents li:has([data-page-of="names"]) { display: none } .contents .dots, .contents .at { display: none }
@media print {
  .on-screen { display: none }
  .sheet + .sheet { break-before: page }
}
@media screen {
  html { background: transparent }
  body { padding: 16px 12px; display: grid; gap: 16px; justify-items: center }
  .sheet { background: #fff; width: 100%; padding: 9mm min(14.3%, 30mm) 9mm; box-shadow: 0 1px 8px #0003; display: flex; flex-direction: column }
  .on-screen { font: 700 9pt/1.3 var(--sans); letter-spacing: .05em; text-align: center; margin-bottom: 9mm; min-height: 1.3em }
  .on-screen.foot { margin: auto 0 0; padding-top: 9mm }
}
@media screen and (max-width: 560px) {
  .sheet { min-height: 0; padding-inline: 18px } .cover { padding-top: 12mm } .compare:not(.listing) { table-layout: auto; font-size: 8.5pt }
  .listing thead th:first-child, .listing tbody th[scope="row"] { width: 34% } .listing .count { width: 20% }
}
`;
