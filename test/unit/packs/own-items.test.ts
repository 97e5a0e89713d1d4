import { describe, expect, test } from 'vitest';
import { composeHtml, composeMarkdown } from '../../../db/packs/compose.ts';
import { composeDocx } from '../../../db/packs/docx.ts';
import type { Located, PackItem, ResolvedItem } from '../../../db/model/pack.ts';
import { strFromU8, unzipSync } from 'fflate';
import { group, noted, pack, passage, passages, resolved, source } from './sample.ts';

const FROM: Located = { source: source(), pages: { from: '54', to: '54' } };
const DOT = { mime: 'image/png', width: 40, height: 30, base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==' } as const;
const ITEMS: ResolvedItem[] = [
  { kind: 'points', title: 'What to say', points: [
    { text: 'The boats came **late**.', from: FROM }, { text: 'They came with crews.', from: FROM }, { text: '  ', from: FROM }, { text: 'Ask for the date.[^w]\n\n[^w]: The minister knows it.', from: null },
  ] },
  { kind: 'divider' },
  { kind: 'figures', title: 'Figures', rows: [
    { value: 'US$ 12m', year: '2019', what: 'lent for the yard', words: '', from: FROM }, { value: '6', year: '2014', what: 'boats | promised', words: 'Our own count', from: null },
  ] },
  { kind: 'picture', caption: 'The harbours <that> were visited', picture: DOT, from: FROM },
];
const html = (items: ResolvedItem[], own: PackItem[] = []) => composeHtml({ ...resolved(items), pack: pack({ items: own }) }, '').html;
const text = (document: string) => document.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('Talking points', () => {
  test('are numbered, and rest on their source in a note, one for all of a page', () => {
    const document = html(ITEMS);
    expect(document).toMatch(/<section class="item text points"[^>]*data-running="What to say">\n<h2 dir="auto">What to say<\/h2>\n<ol start="1"><li dir="auto"><p dir="auto">The boats came <strong>late<\/strong>\.<a class="call" id="call-1"/);
    expect(document.match(/href="#note-1" role="doc-noteref"/g)).toHaveLength(2);
    expect(text(document)).toContain('Nguyễn Thị Ánh, “Vietnam”, in: Harbours and hedges, Institute of Invented Studies, March 2022, p. 54.');
    expect(text(document)).toContain('The minister knows it.');
    expect(document.match(/<li dir="auto">/g)?.length).toBeGreaterThanOrEqual(3);
    expect(document).not.toContain('<li dir="auto"></li>');
  });
});

describe('A table of figures', () => {
  test('says the number, its year, what it counts and where it stands', () => {
    const document = html(ITEMS);
    expect(document).toContain('<td dir="auto">US$ 12m</td><td dir="auto">2019</td><td dir="auto">lent for the yard</td><td dir="auto">Vietnam, p. 54</td>');
    expect(text(document)).toContain('boats | promised Our own count');
    expect(composeMarkdown(resolved(ITEMS))).toContain('| 6 | 2014 | boats \\| promised | Our own count |');
  });
});

describe('A picture', () => {
  test('stands inside the document, named and with its source; only then may a document show any', () => {
    const document = html(ITEMS);
    expect(document).toContain('img-src data:');
    expect(document).toContain('alt="The harbours &lt;that&gt; were visited"');
    expect(document).toMatch(/<figure class="picture" dir="auto" data-pages="1\|54\|54"><img src="data:image\/png;base64,/);
    expect(html([{ kind: 'heading', text: 'Plain' }])).not.toContain('img-src');
  });

  test('of a passage keeps its notes', () => {
    const document = html([passages('Maps', [group([{ ...noted('The harbours.‹4›', { 4: 'Drawn by the yard.' }, ['9', '9'], 'figure'), picture: DOT }])])]);
    expect(document).toMatch(/<figcaption>The harbours\.<a class="call"/);
    expect(text(document)).toContain('Drawn by the yard.');
  });

  test('goes into Word and Markdown', async () => {
    const files = unzipSync(await composeDocx(resolved(ITEMS)));
    expect(Object.keys(files).some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true);
    expect(strFromU8(files['word/document.xml']!)).toContain('What to say');
    expect(composeMarkdown(resolved(ITEMS))).toContain('![The harbours \\<that> were visited](data:image/png;base64,');
    expect(Buffer.from(await composeDocx(resolved(ITEMS)))).toEqual(Buffer.from(await composeDocx(resolved(ITEMS))));
  });
});

describe('Every source', () => {
  test('of a point, a figure or a picture is named under Sources', () => {
    for (const item of [ITEMS[0]!, ITEMS[2]!, ITEMS[3]!]) expect(text(html([item]))).toMatch(/Sources Nguyễn Thị Ánh, “Vietnam”, in: Harbours and hedges/);
  });
});

describe('A remark', () => {
  const own: PackItem[] = [{ kind: 'heading', text: 'Boats', remark: 'Check <this> with the yard.' }, { kind: 'divider' }];
  test('stands beside its item in every form', async () => {
    const items: ResolvedItem[] = [{ kind: 'heading', text: 'Boats' }, { kind: 'divider' }];
    expect(html(items, own)).toContain('<aside class="remark keep whole" aria-label="Remark"><p dir="auto">Check &lt;this&gt; with the yard.</p></aside>');
    expect(composeMarkdown({ ...resolved(items), pack: pack({ items: own }) })).toContain('> **Remark:** Check \\<this> with the yard.');
    expect(strFromU8(unzipSync(await composeDocx({ ...resolved(items), pack: pack({ items: own }) }))['word/document.xml']!)).toContain('Check &lt;this&gt; with the yard.');
  });
});

describe('Headings of two ranks', () => {
  test('rank what stands under them', () => {
    const document = html([
      { kind: 'heading', text: 'One' }, passages('A', [group([passage('a')])]), { kind: 'heading', text: 'Two', level: 2 }, passages('B', [group([passage('b')])]),
    ]);
    expect(document).toMatch(/<h2 dir="auto">One[^]*<h3 [^>]*>A<[^]*<h3 dir="auto">Two[^]*<h4 [^>]*>B</);
  });
});
