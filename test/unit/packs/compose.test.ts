import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeHtml } from '../../../db/packs/compose.ts';
import { layOut } from '../../../db/packs/lay-out.ts';
import { compareTable, fullPack, group, noted, passage, passages, resolved, source, tablePassage } from './sample.ts';

const FONTS = '@font-face { font-family: "F"; src: url(data:font/woff2;base64,AA==) }';
const html = (...given: Parameters<typeof resolved>) => composeHtml(resolved(...given), FONTS).html;
const body = (document: string) => document.slice(document.indexOf('<body>'));
/** Every tag in its order; values that carry a text by design are taken out. */
const skeleton = (document: string) => (document.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ (?:content|lang|data-running)="[^"]*"/g, ''));

describe('the printable document', () => {
  test('is a whole document that cannot run or fetch anything', () => {
    const document = html([], { language: 'vi' });
    expect(document).toMatch(/^<!doctype html>\n<html lang="vi" data-notes="end">/);
    expect(document).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"`);
    expect(document).toContain('<title>Hanoi visit</title>');
    expect(document).toContain(FONTS);
    expect(composeHtml(fullPack(), FONTS).html).not.toMatch(/<script|\bon\w+="|<img|<iframe|url\((?!data:)|https?:[^<]*"/i);
  });

  test('the same pack gives the same document', () => {
    expect(composeHtml(fullPack(), FONTS).html).toBe(composeHtml(fullPack(), FONTS).html);
  });

  test('its headings go down one rank at a time, under one title', () => {
    const ranks = [...composeHtml(fullPack(), '').html.matchAll(/<h(\d)/g)].map((found) => Number(found[1]));
    expect(ranks[0]).toBe(1);
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    for (const [at, rank] of ranks.entries()) expect(rank - (ranks[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('every link leads to a place that is there, and every id stands once', () => {
    const document = composeHtml(fullPack(), '').html;
    const ids = [...document.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of document.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(document.match(/href="#note-/g)).toHaveLength(8);
  });

  test('the cover says for whom, from whom, when and where, and who applied the marking', () => {
    const cover = html([]);
    for (const words of ['Talks on coast guards', 'The ambassador', 'Political section', '3 December 2026', '<dd dir="auto">Hanoi</dd>', '<bdi>RESTRICTED</bdi> <span class="by">(applied by the user)</span>']) expect(cover).toContain(words);
    expect(body(html([], { marking: ' ', preparedFor: '', date: '' }))).not.toMatch(/Marking|For<|Date<|RESTRICTED/);
  });

  test('the marking and the page number stand in the margins of every page', () => {
    const style = html([], { marking: 'EYES "ONLY"' });
    expect(style).toContain('@top-center { content: "EYES \\22 ONLY\\22 "');
    expect(style).toContain('@bottom-center { content: "EYES \\22 ONLY\\22 "');
    expect(style).toContain('"Pack p. " counter(page) " of " counter(pages)');
    expect(html([], { paper: 'Letter' })).toContain('size: 8.5in 11in');
    expect(html([], { paper: 'A4' })).toContain('size: 210mm 297mm');
    expect(html([], { marking: '' })).toContain('@top-center { content: none');
  });

  test('passages keep their kinds: consecutive points are one list', () => {
    const point = (text: string) => passage(text, { kind: 'list-item' });
    const document = html([passages('P', [group([point('a'), point('b'), passage('c'), point('d'), passage('q', { kind: 'pull-quote' }), passage('r', { kind: 'quotation' }), passage('t  1', { kind: 'table' }), passage('f', { kind: 'figure' })])])]);
    expect(document.match(/<ul class="quoted">\s*<li dir="auto" data-pages="1\|53\|53">a<\/li>\s*<li [^>]*>b<\/li>\s*<\/ul>\s*<p class="quoted" [^>]*>c/)).not.toBeNull();
    expect(document.match(/<ul class="quoted">/g)).toHaveLength(2);
    expect(document).toContain('<blockquote class="pull" dir="auto" data-pages="1|53|53"><p>q</p></blockquote>');
    expect(document).toContain('<blockquote dir="auto" data-pages="1|53|53"><p>r</p></blockquote>');
    expect(document).toContain('<div class="as-set spaced" dir="auto" data-pages="1|53|53">t  1</div>');
    expect(document).toContain('Figure in the report</span> f');
  });

  test('a report’s table is set in rows and cells: head, figures on the right, a row over all columns, calls in their cells', () => {
    const document = html([passages('P', [group([tablePassage()])])]);
    expect(document).toContain('<table class="cells" data-pages="1|53|53"><thead><tr><th scope="col" class="room-8" dir="auto">Port</th><th scope="col" class="room-9" dir="auto">Works</th><th scope="col" class="room-4 right" dir="auto">1998</th>');
    expect(document).toContain('<tbody><tr><td colspan="4" dir="auto">In the north</td></tr>');
    expect(document).toMatch(/<td class="room-4 right" dir="auto">40<a class="call" id="call-1"[^>]*><sup>1<\/sup><\/a><\/td><td class="room-5 right" dir="auto">41<\/td><\/tr>/);
    expect(document).toContain('<tr><td class="room-8" dir="auto">Holm</td><td class="room-9" dir="auto"></td><td class="room-4 right" dir="auto">–</td><td class="room-5 right" dir="auto">1,200</td></tr></tbody></table>');
    expect(html([passages('P', [group([passage('Ember | Karsa\nHolm | Brandt <b>', { kind: 'table' })])])])).toContain('<table class="cells" data-pages="1|53|53"><tbody><tr><td class="room-5" dir="auto">Ember</td><td class="room-10" dir="auto">Karsa</td></tr>\n<tr><td class="room-5" dir="auto">Holm</td><td class="room-10" dir="auto">Brandt &lt;b&gt;</td></tr></tbody></table>');
  });

  test('names that stand over several names are set over them', () => {
    const document = html([passages('P', [group([passage('Port | Dues | | Loans\n| 1998 | 1999 | 1998\nEmber | 40 | 41 | 3', { kind: 'table' })])])]);
    expect(document).toMatch(/<thead><tr><th [^>]*>Port<\/th><th scope="colgroup" colspan="2" dir="auto">Dues<\/th><th scope="col" class="room-5 right" dir="auto">Loans<\/th><\/tr><tr><th [^>]*><\/th><th [^>]*>1998/);
  });

  test('a report’s table of many columns lies on its side', () => {
    const wide = Array.from({ length: 8 }, (_, at) => `c${at}`).join(' | ');
    const placed = (text: string) => layOut(resolved([passages('P', [group([passage(text, { kind: 'table' })])])])).items[0]!.landscape;
    expect(placed(`${wide}\n${wide}`)).toBe(true);
    expect(placed('a | b\nc | d')).toBe(false);
  });

  test('calls stand in their place, two at one place with a comma, and the notes follow with their number in the report', () => {
    const document = html([passages('P', [group([noted('End.‹18›‹19› More.', { 18: 'A < B', 19: 'C' })])])]);
    expect(document).toMatch(/End\.<a class="call" id="call-1" href="#note-1"[^>]*><sup>1<\/sup><\/a><sup class="comma">,<\/sup><a class="call" id="call-2"[^>]*><sup>2<\/sup><\/a> More\./);
    expect(document).toMatch(/<li id="note-1"><a class="number" href="#call-1"[^>]*>1<\/a><p dir="auto">A &lt; B <span class="origin">\[note 18\]<\/span><\/p><\/li>/);
  });

  test('what is not there is said in its place; an empty section and an empty pack too', () => {
    expect(html([{ kind: 'missing', problem: 'The report is gone.' }])).toContain('Nothing can be shown here. The report is gone.</p>');
    expect(html([passages('Bare', [])])).toContain('No passage of the report stands under this heading.');
    expect(html([])).toContain('This pack has no items yet.');
  });

  test('a page break begins a sheet; several in a row or at the end leave no empty one', () => {
    const text = (markdown: string) => ({ kind: 'text' as const, markdown });
    const sheets = (items: Parameters<typeof resolved>[0]) => html(items).match(/<div class="sheet">/g)?.length;
    expect(sheets([text('a'), text('b')])).toBe(2);
    expect(sheets([text('a'), { kind: 'pageBreak' }, text('b')])).toBe(3);
    expect(sheets([{ kind: 'pageBreak' }, { kind: 'pageBreak' }, text('a'), { kind: 'pageBreak' }])).toBe(2);
  });

  test('contents list what has a heading, and are left out where one line would be all', () => {
    const heading = (text: string) => ({ kind: 'heading' as const, text });
    expect(html([heading('Alone')])).not.toContain('id="contents"');
    const contents = /<nav[\s\S]*<\/nav>/.exec(html([heading('A'), { kind: 'text', markdown: '# B\n\nb' }, { kind: 'text', markdown: 'only words' }, passages('C', [group([passage('x')])])]))![0];
    expect([...contents.matchAll(/<a href="#([^"]+)"><span class="name" dir="auto">([^<]+)/g)].map((found) => [found[1], found[2]])).toEqual([['item-1', 'A'], ['item-2', 'B'], ['item-4', 'C'], ['sources', 'Sources']]);
  });

  test('no text of a pack becomes markup, in whatever field it stands', () => {
    const build = (text: string) => composeHtml(resolved([
      { kind: 'heading', text },
      passages(text, [group([noted(`${text}‹1›`, { 1: text }), passage(text, { kind: 'list-item' }), passage(text, { kind: 'figure' })], `${text}.`, source({ chapterTitle: text, authors: [text], reportTitle: text }))]),
      { kind: 'missing', problem: text },
      { kind: 'table', table: { ...compareTable(), title: text, rows: [{ label: text, cells: compareTable().columns.map(() => ({ count: 1, text })) }] } },
    ], { title: text, subtitle: text, marking: text, preparedFor: text, place: text, language: text }), '').html;
    const plain = skeleton(build('x'));
    const hostile = fc.array(fc.constantFrom('<img src=x onerror=alert(1)>', '</style><script>', ']]>', '"><b>', "' onload='", '</title>', '<!--', '&lt;', '\\', '"', '*/', '}', '\n', 'a'), { minLength: 1, maxLength: 6 }).map((parts) => `x${parts.join('')}`);
    fc.assert(fc.property(hostile, (text) => {
      expect(skeleton(build(text))).toEqual(plain);
    }));
  });
});
