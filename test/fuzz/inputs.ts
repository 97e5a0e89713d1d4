import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { archiveOf, book, flatOdt, odtDocument, odtNote, odtParagraph, odtStyle, wordCall, wordDocument, wordParagraph } from '../fixtures/documents.ts';
import { HARBOURS } from '../fixtures/harbours.ts';
import { messageOf, multipart, PLAIN, partsOf, SENT } from '../fixtures/messages.ts';
import { makePdf } from '../fixtures/make-pdf.ts';
import type { Random } from './random.ts';

/** A file to import, and what was done to it. */
export interface FuzzInput {
  name: string;
  how: string;
  bytes: Uint8Array;
}

const MARKDOWN = '---\ntitle: Harbours\nchapters:\n  - title: Ember\n    authors: [Ada Larsen]\n---\n\n# Ember\n\nTwo piers.[^1] {country: vietnam; page: 17}\n\n| Port | Crowns |\n| --- | --- |\n| Ember | 40 |\n\n# Holm\n\n- Deep water.\n\n[^1]: Annual Report.\n';
const HTML = '<!doctype html><html lang=en><head><meta charset=utf-8><title>Harbours</title></head><body><h1>Ember</h1><p>Two piers.<sup><a id=r href="#n">1</a></sup></p><table><tr><td>a<td>b</table><h1>Holm</h1><p>Deep water.<p id=n><a href="#r">1</a> Annual Report.</body></html>';
const MAIL = messageOf({ ...SENT, 'Content-Type': 'multipart/mixed; boundary="B"' }, partsOf('B', multipart('alternative', [PLAIN, 'Two piers.'], [{ 'Content-Type': 'text/html; charset=utf-8', 'Content-Transfer-Encoding': 'base64' }, Buffer.from(HTML).toString('base64')]),
  [{ 'Content-Type': 'message/rfc822' }, 'From: Ada Larsen <a@harbours.example>\nSubject: =?utf-8?Q?H=C3=A4fen?=\nContent-Type: text/plain; format=flowed\n\n> Two \n> piers.\n'], [{ 'Content-Type': 'application/pdf', 'Content-Disposition': "attachment; filename*0*=utf-8''a; filename*1=b.pdf" }, 'x']));
const SAVED_PAGE = messageOf({ From: '<Saved by Blink>', 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary="B"' }, partsOf('B', [{ 'Content-Type': 'text/html', 'Content-Location': 'https://a.example/b.html', 'Content-Transfer-Encoding': 'quoted-printable' }, HTML.replaceAll('=', '=3D')]));
/** A page with one line of text, written by hand; its offsets need not fit, as in many files found in the world. */
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n'
  + '4 0 obj<</Length 58>>stream\nBT /F 12 Tf 40 120 Td (Ember has two piers and a light.) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n';

const ODT = odtParagraph('Ember', { level: '1' }) + odtParagraph(`Two piers.${odtNote('1', odtParagraph('Annual Report.'))}<draw:frame><draw:text-box>${odtParagraph('In a box.', { style: 'P1' })}</draw:text-box></draw:frame>`)
  + `<text:list><text:list-item>${odtParagraph('Deep<text:s text:c="3"/>water.')}</text:list-item></text:list><table:table><table:table-row><table:table-cell>${odtParagraph('a')}</table:table-cell><table:table-cell>${odtParagraph('b')}</table:table-cell></table:table-row></table:table>`;

const SEEDS: readonly [name: string, bytes: Uint8Array][] = [
  ['a.txt', strToU8(HARBOURS)],
  ['a.md', strToU8(MARKDOWN)],
  ['a.html', strToU8(HTML)],
  ['a.docx', wordDocument(wordParagraph('Ember', { outline: '0' }) + wordParagraph('Two piers.', { inside: wordCall(1) }), { footnotes: ['Annual Report.'] })],
  ['a.odt', odtDocument(ODT, { styles: odtStyle('P1', { letters: 'fo:font-weight="bold" fo:font-size="120%"' }), meta: '<dc:title>Harbours</dc:title>' })],
  ['a.fodt', strToU8(flatOdt(ODT))],
  ['a.epub', book({ 'one.xhtml': '<h1>Ember</h1><p>Two piers.<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">Annual Report.</aside>', 'two.xhtml': '<h1>Holm</h1><p>Deep.</p>' })],
  ['a.pdf', strToU8(PDF)],
  ['a.eml', strToU8(MAIL)],
  ['a.mhtml', strToU8(SAVED_PAGE)],
];

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const many = (count: number, one: (at: number) => string): string => Array.from({ length: count }, (_, at) => one(at)).join('');

/** Signs that reports have in rows (leaders, rules, lists, calls): where they may be read in many ways, a long row of them takes for ever. */
const ROWS = ['. ', '.', '- ', '_', '…', '· ', '| ', '“', '(', '[', '*', '“a', '1 ', '1. ', 'a-', 'A. ', '¹', '12,000 ', 'Figure 1. ', 'See note 1 ', '<sup>1</sup>', '\n', ' \n', '\r\n', '\n1 ', '\nA'];
/** Bytes of such a row. */
const ROW = 20_000;

/** Files that are made to do harm; each is asked for by its number. */
const HARMFUL: readonly [how: string, name: string, make: () => Uint8Array][] = [
  ['elements inside each other', 'deep.html', () => strToU8(`<html><body>${'<div><b>'.repeat(100_000)}x`)],
  ['quotations inside each other', 'deep.md', () => strToU8(`${'> '.repeat(5000)}x`)],
  ['lists inside each other', 'lists.md', () => strToU8(many(800, (at) => `${'  '.repeat(at)}- x\n`))],
  ['brackets without end', 'brackets.md', () => strToU8('['.repeat(50_000))],
  ['a YAML bomb', 'yaml.md', () => strToU8(`---\na: &a [x,x]\n${many(20, (at) => `b${at}: &b${at} [*${at ? `b${at - 1}` : 'a'},*${at ? `b${at - 1}` : 'a'}]\n`)}---\nText.`)],
  ['a zip bomb', 'bomb.docx', () => zipSync({ 'word/document.xml': new Uint8Array(100 * 1024 * 1024) }, { level: 9 })],
  ['many zip bombs', 'bombs.epub', () => zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`META-INF/${at || 'container.xml'}`, new Uint8Array(4 * 1024 * 1024)])), { level: 9 })],
  ['a billion laughs', 'laughs.docx', () => changed(wordDocument(wordParagraph('x')), 'word/document.xml', (text) => LAUGHS + text.replace('>x<', '>&j;<'))],
  ['a billion laughs in a book', 'laughs.epub', () => changed(book({ 'one.xhtml': '<p>x</p>' }), 'book/one.xhtml', (text) => text.replace('<html', `${LAUGHS}<html`).replace('>x<', '>&j;<'))],
  ['XML inside each other', 'deep.docx', () => wordDocument('<w:p>'.repeat(50_000))],
  ['a billion laughs in an OpenDocument text', 'laughs.odt', () => changed(odtDocument(odtParagraph('x')), 'content.xml', (text) => LAUGHS + text.replace('>x<', '>&j;<'))],
  ['sections inside each other', 'deep.odt', () => odtDocument('<text:section>'.repeat(50_000))],
  ['lists and boxes as deep as they may be', 'boxes.odt', () => odtDocument(`${'<text:list><text:list-item>'.repeat(100)}${`<text:p>${'<draw:frame><draw:text-box><text:p>'.repeat(80)}x${'</text:p></draw:text-box></draw:frame>'.repeat(80)}</text:p>`}${'</text:list-item></text:list>'.repeat(100)}`)],
  ['styles that are based on each other', 'styles.odt', () => odtDocument(many(20_000, (at) => odtParagraph('x', { style: `P${at}` })), { styles: many(20_000, (at) => odtStyle(`P${at}`, { parent: `P${(at + 1) % 20_000}`, letters: 'fo:font-size="101%"' })) })],
  ['20,000 footnotes in an OpenDocument text', 'notes.odt', () => odtDocument(odtParagraph(many(20_000, (at) => `w${odtNote(String(at), odtParagraph('n'))}`)))],
  ['pictures without end', 'pictures.odt', () => odtDocument(odtParagraph('<draw:frame><draw:image xlink:href="a.png"/></draw:frame>'.repeat(50_000)), { more: { 'a.png': new Uint8Array(300_000) } })],
  ['10^5 footnotes in Markdown', 'notes.md', () => strToU8(`${many(100_000, (at) => `w[^${at}] `)}\n\n${many(100_000, (at) => `[^${at}]: n\n`)}`)],
  ['10^5 footnotes in a page', 'notes.html', () => strToU8(`<html><body><p>${many(100_000, (at) => `w<sup><a id=r${at} href=#n${at}>${at % 9999}</a></sup> `)}</p><ol>${many(100_000, (at) => `<li id=n${at}>Note <a href=#r${at}>^</a></li>`)}</ol>`)],
  ['one line of 5 MB', 'line.txt', () => strToU8('harbour '.repeat(655_360))],
  ['one line of 5 MB in a page', 'line.html', () => strToU8(`<html><body><p>${'harbour '.repeat(655_360)}`)],
  ['one line of 5 MB in Markdown', 'line.md', () => strToU8('harbour '.repeat(655_360))],
  ['5 MB of blanks', 'blanks.html', () => strToU8(`<html><body><p>a${' '.repeat(5_000_000)}b<h1>`)],
  ['leaders that lead nowhere, in a PDF', 'leaders.pdf', () => makePdf([{ words: ['. ', '.', '· ', '_'].map((sign, at) => ({ x: 40, y: 60 + 20 * at, text: `Harbours ${sign.repeat(150)}w`, size: 1 })) }])],
  ['leaders that lead nowhere', 'leaders.md', () => strToU8(`# Contents\n\nHarbours ${'. '.repeat(50_000)}w\n\n# Ember\n\nTwo piers.\n`)],
  ['10^5 blank lines', 'blank.txt', () => strToU8(`Ember has two piers.${'\n'.repeat(100_000)}Holm has one, and a light.\n`)],
  ['10^5 parts', 'parts.eml', () => strToU8(messageOf({ ...SENT, 'Content-Type': 'multipart/mixed; boundary=B' }, '--B\n\nx\n'.repeat(100_000)))],
  ['10^4 parts inside each other', 'deep.eml', () => strToU8(`MIME-Version: 1.0\n${many(10_000, (at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`)}x`)],
  ['messages inside each other', 'messages.eml', () => strToU8(`MIME-Version: 1.0\n${'Content-Type: message/rfc822\n\n'.repeat(10_000)}x`)],
  ['a head of 5 MB', 'head.eml', () => strToU8(messageOf({ ...SENT, 'X-Words': 'a '.repeat(2_500_000) }, 'x'))],
  ['boundaries in rows', 'rows.eml', () => strToU8(messageOf({ ...SENT, 'Content-Type': 'multipart/mixed; boundary=B' }, '--B\n'.repeat(1_000_000)))],
  ['20 MB in base64', 'file.eml', () => strToU8(messageOf({ ...SENT, 'Content-Type': 'multipart/mixed; boundary=B' }, partsOf('B', [PLAIN, 'Two piers.'], [{ 'Content-Type': 'application/pdf', 'Content-Transfer-Encoding': 'base64' }, `${'A'.repeat(76)}\n`.repeat(270_000)])))],
  ['10^5 pictures in a saved page', 'pictures.mhtml', () => strToU8(messageOf({ From: '<Saved by Blink>', 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary=B' }, partsOf('B', [{ 'Content-Type': 'text/html', 'Content-Location': 'https://a.example/' }, `<p>Two piers.<picture>${'<source srcset="a 1x, b 2x"><img src=c>'.repeat(50_000)}`])))],
  ['10^5 headings', 'headings.md', () => strToU8(many(100_000, (at) => `# ${at}\n\nx\n\n`))],
];
export const HARMFUL_COUNT = HARMFUL.length;

function changed(archive: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(archive);
  return archiveOf({ ...files, [part]: change(strFromU8(files[part]!)) });
}

/** One of the files that are made to do harm, by its number. */
export function harmfulInput(number: number): FuzzInput {
  const [how, name, make] = HARMFUL[number % HARMFUL.length]!;
  return { name, how, bytes: make() };
}

/** A good file of some format with something done to it: cut off, bits turned, pieces lost, doubled, swapped or mixed in, long rows of signs put in. */
export function mutatedInput(random: Random): FuzzInput {
  const [name, seed] = random.pick(SEEDS);
  const isArchive = seed[0] === 0x50 && seed[1] === 0x4b;
  // Inside an archive a changed bit is found by its checksum; so what is inside is changed before it is packed, too.
  if (isArchive && random.below(3) > 0) {
    const files = unzipSync(seed);
    const part = random.pick(Object.keys(files));
    const { how, bytes } = mutate(files[part]!, random);
    return { name, how: `${how} inside`, bytes: archiveOf({ ...files, [part]: bytes }) };
  }
  return { name, ...mutate(seed, random) };
}

function mutate(seed: Uint8Array, random: Random): { how: string; bytes: Uint8Array } {
  const at = random.below(seed.length);
  const length = 1 + random.below(Math.min(400, seed.length));
  switch (random.below(7)) {
    case 0:
      return { how: 'cut off', bytes: seed.slice(0, at) };
    case 1: {
      const bytes = seed.slice();
      for (let n = random.below(20); n >= 0; n--) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
      return { how: 'bits turned', bytes };
    }
    case 2:
      return { how: 'a piece lost', bytes: joined(seed.slice(0, at), seed.slice(at + length)) };
    case 3:
      return { how: 'a piece doubled', bytes: joined(seed.slice(0, at), ...Array.from({ length: 1 + random.below(50) }, () => seed.slice(at, at + length)), seed.slice(at)) };
    case 4: {
      const [, other] = random.pick(SEEDS);
      const from = random.below(other.length);
      return { how: 'a piece of another file', bytes: joined(seed.slice(0, at), other.slice(from, from + length), seed.slice(at)) };
    }
    case 5: {
      const sign = random.pick(ROWS);
      return { how: 'a row of signs', bytes: joined(seed.slice(0, at), strToU8(sign.repeat(Math.ceil(ROW / sign.length))), seed.slice(at)) };
    }
    default:
      return { how: 'strange bytes', bytes: joined(seed.slice(0, at), Uint8Array.from({ length }, () => random.below(256)), seed.slice(at)) };
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
