import { describe, expect, test } from 'vitest';
import { flatOdt, odtDocument, odtNote, odtParagraph, odtStyle, pngOf } from '../../fixtures/documents.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const p = odtParagraph;
const TEXT = 'Norland opened its four harbours to foreign pilots in the year after the great storm, when no crew of its own could reach the skerries.';
const STYLES = [
  odtStyle('Standard'), odtStyle('Heading', { parent: 'Standard' }), odtStyle('Heading_20_1', { parent: 'Heading', more: 'style:display-name="Heading 1" style:default-outline-level="1"' }), odtStyle('Title', { parent: 'Heading' }),
  odtStyle('Subtitle', { parent: 'Title' }), odtStyle('Caption', { parent: 'Standard' }), odtStyle('Illustration', { parent: 'Caption' }), odtStyle('Quotations', { parent: 'Standard' }),
  odtStyle('Contents_20_Heading', { parent: 'Heading_20_1', more: 'style:default-outline-level=""' }), odtStyle('Secret', { family: 'text', letters: 'text:display="none"' }),
].join('');

const kindsOf = async (body: string, more: Parameters<typeof odtDocument>[1] = {}) =>
  (await draftOfFile(odtDocument(body, { styles: STYLES, ...more }), 'a.odt')).passages.map(({ kind, text }) => [kind, text]);
const textsOf = async (body: string, more: Parameters<typeof odtDocument>[1] = {}) => (await kindsOf(body, more)).map(([, text]) => text);
const chaptersOf = async (body: string, more: Parameters<typeof odtDocument>[1] = {}) =>
  (await draftOfFile(odtDocument(body, { styles: STYLES, ...more }), 'a.odt')).chapters.map(({ title, sections }) => [title, sections.map((section) => section.title)]);

describe('an OpenDocument text', () => {
  test('says its title, subtitle, authors, date and language', async () => {
    const meta = '<dc:title>Untitled 1</dc:title><meta:initial-creator>Ada Larsen; Bo Berg</meta:initial-creator><dc:creator>The clerk</dc:creator><dc:date>2026-05-01T10:00:00</dc:date>';
    const language = '<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="DE"/></style:default-style>';
    const body = p('Harbours', { style: 'P1' }) + p('Twelve years', { style: 'Subtitle' }) + p('Ember', { level: '1' }) + p('One.') + p('Holm', { level: '1' }) + p('Two.');
    const { report, chapters } = await draftOfFile(odtDocument(body, { styles: language + STYLES, automatic: odtStyle('P1', { parent: 'Title' }), meta }), 'a.odt');
    expect(report).toMatchObject({ title: 'Harbours', subtitle: 'Twelve years', date: '2026-05-01', language: 'de-DE' });
    expect(chapters.map(({ title, authors }) => [title, authors])).toEqual([['Ember', ['Ada Larsen', 'Bo Berg']], ['Holm', ['Ada Larsen', 'Bo Berg']]]);
  });

  test('has headings by their own level, by the names and the levels of styles, and where they are numbered by a list', async () => {
    const numbered = (level: string, text: string): string => `<text:list><text:list-item><text:list><text:list-item>${p(`<text:number>1.1</text:number>${text}`, { level })}</text:list-item></text:list></text:list-item></text:list>`;
    const automatic = odtStyle('P1', { parent: 'Heading_20_1' }) + odtStyle('P2', { more: 'style:default-outline-level="2"' }) + odtStyle('P3', { parent: 'Heading_20_1', more: 'style:default-outline-level=""' });
    const body = p('Ember', { style: 'P1' }) + p('One.') + numbered('2', 'Money') + p('Two.') + p('Pilots', { style: 'P2' }) + p('Three.') + p('Holm', { style: 'P7', level: '1' }) + p('Four.') + p('No heading any more.', { style: 'P3' });
    expect(await chaptersOf(body, { automatic })).toEqual([['Ember', ['Money', 'Pilots']], ['Holm', []]]);
    expect(await textsOf(body, { automatic })).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'No heading any more.']);
  });

  test('has the headings that its author set by hand', async () => {
    const bold = odtStyle('P1', { parent: 'Standard', letters: 'fo:font-weight="bold" fo:font-size="150%"' }) + odtStyle('T1', { family: 'text', letters: 'fo:font-weight="bold"' });
    const part = (title: string, section: string): string => p(title, { style: 'P1' }) + p(TEXT) + p(`<text:span text:style-name="T1">${section}</text:span>`) + p(TEXT) + p(TEXT);
    expect(await chaptersOf(part('Ember', 'Money') + part('Holm', 'Pilots') + p('End.'), { automatic: bold })).toEqual([['Ember', ['Money']], ['Holm', ['Pilots']]]);
  });

  test('has footnotes at their places with the numbers that it shows; where endnotes are counted too, all are counted together', async () => {
    const body = p(`Two piers.${odtNote('7', p('Annual <text:s/>Report.') + p('Page 4.'))} One light.${odtNote('9', p('Pilots’ Guild.'))}`);
    const one = await draftOfFile(odtDocument(body), 'a.odt');
    expect(one.passages[0]).toMatchObject({ text: 'Two piers. One light.', footnotes: [{ n: '7', offset: 10 }, { n: '9', offset: 21 }] });
    expect(one.footnotes.map(({ n, text }) => [n, text])).toEqual([['7', 'Annual Report. Page 4.'], ['9', 'Pilots’ Guild.']]);
    const both = await draftOfFile(odtDocument(p(`Two piers.${odtNote('1', p('Annual Report.'))} One light.${odtNote('i', p('Pilots’ Guild.'), 'endnote')}`)), 'a.odt');
    expect(both.footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'Annual Report.'], ['2', 'Pilots’ Guild.']]);
  });

  test('keeps a number that a note’s own words begin with', async () => {
    const { footnotes } = await draftOfFile(odtDocument(p(`Two piers.${odtNote('1', p('1 crown a year.'))} One light.${odtNote('2', p('Pilots’ Guild.'))} A crane.${odtNote('3', p(''))}`)), 'a.odt');
    expect(footnotes.map(({ n, text }) => [n, text])).toEqual([['1', '1 crown a year.'], ['2', 'Pilots’ Guild.']]);
  });

  test.each(['-3', '2.5', '0', 'x', '99'])('takes a heading whose level is %s for one all the same', async (level) => {
    expect(await chaptersOf(p('Ember', { level }) + p('One.') + p('Holm', { style: 'P1' }) + p('Two.'), { automatic: odtStyle('P1', { more: `style:default-outline-level="${level}"` }) })).toContainEqual(['Ember', expect.anything()]);
  });

  test('keeps the note of a heading', async () => {
    const { chapters, passages, footnotes } = await draftOfFile(odtDocument(p(`Ember${odtNote('1', p('By the clerk.'))}`, { level: '1' }) + p('Two piers.')), 'a.odt');
    expect(chapters.map(({ title }) => title)).toEqual(['Ember']);
    expect([passages[0]!.footnotes, footnotes.map(({ text }) => text)]).toEqual([[{ n: '1', offset: 0 }], ['By the clerk.']]);
  });

  test('has the notes that links lead to, and those that only raised numbers and a numbered list behind the text tell', async () => {
    const up = odtStyle('Up', { family: 'text', letters: 'style:text-position="super 58%"' });
    const raised = (text: string): string => `<text:span text:style-name="Up">${text}</text:span>`;
    const linked = p(`Two piers.<text:a xlink:href="#n1"><text:bookmark text:name="r1"/>${raised('1')}</text:a> One light.`) + p('<text:bookmark text:name="n1"/>Annual Report. <text:a xlink:href="#r1">↩</text:a>');
    const one = await draftOfFile(odtDocument(linked, { styles: up }), 'a.odt');
    expect([one.passages.map(({ text, footnotes }) => [text, footnotes]), one.footnotes.map(({ text }) => text)]).toEqual([[['Two piers. One light.', [{ n: '1', offset: 10 }]]], ['Annual Report.']]);
    const list = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>';
    const listed = p(`Two piers.${raised('1')} One light.${raised('2')}`) + p('Notes', { level: '1' }) + `<text:list text:style-name="L1"><text:list-item>${p('Annual Report.')}</text:list-item><text:list-item>${p('Pilots’ Guild.')}</text:list-item></text:list>`;
    const other = await draftOfFile(odtDocument(listed, { styles: up, automatic: list }), 'a.odt');
    expect([other.passages[0]!.footnotes, other.footnotes.map(({ text }) => text)]).toEqual([[{ n: '1', offset: 10 }, { n: '2', offset: 21 }], ['Annual Report.', 'Pilots’ Guild.']]);
  });

  test('of which all styles are made for single paragraphs, as Google Docs writes them, has headings, lists and a title', async () => {
    const styles = odtStyle('normal') + odtStyle('heading1', { parent: 'normal', more: 'style:display-name="heading 1"' }) + odtStyle('title', { parent: 'normal', more: 'style:display-name="Title"' });
    const automatic = odtStyle('P1', { parent: 'title' }) + odtStyle('P2', { parent: 'heading1' }) + odtStyle('P3', { parent: 'normal', letters: 'fo:font-size="11pt"' });
    const body = p('Harbours', { style: 'P1' }) + p('Ember', { style: 'P2' }) + p('Two piers.', { style: 'P3' }) + p('Holm', { style: 'P2' }) + `<text:list><text:list-item>${p('Deep water.', { style: 'P3' })}</text:list-item></text:list>`;
    const { report, chapters, passages } = await draftOfFile(odtDocument(body, { styles, automatic }), 'a.odt');
    expect([report.title, chapters.map(({ title }) => title), passages.map(({ kind }) => kind)]).toEqual(['Harbours', ['Ember', 'Holm'], ['paragraph', 'list-item']]);
  });

  test('has lists in lists, with their quotations, and tables with merged cells and tables in them', async () => {
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const list = `<text:list>${item(p('A crane.') + `<text:list>${item(p('Its hook.'))}${item(p('Its chain.'))}</text:list>`)}${item(p('Pilots.'))}<text:list-header>${p('Not listed.')}</text:list-header></text:list>`;
    const cell = (inside: string, more = ''): string => `<table:table-cell ${more}>${inside}</table:table-cell>`;
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
    const table = `<table:table><table:title>Not shown</table:title><table:table-column table:number-columns-repeated="900000"/><table:table-header-rows>${row(cell(p('Port')), cell(p('Crowns')))}</table:table-header-rows>${row(cell(p('Ember and Holm'), 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}${row(cell(p('Ember')), cell(p('40')))}</table:table>`;
    const nested = `<table:table>${row(cell(p('Outer.') + `<table:table>${row(cell(p('a')), cell(p('b')))}</table:table>`), cell(p('Beside.')))}</table:table>`;
    expect(await kindsOf(list + p('A pier is a promise.', { style: 'Quotations' }) + table + p('Between.') + nested)).toEqual([
      ['list-item', 'A crane.'], ['list-item', 'Its hook.'], ['list-item', 'Its chain.'], ['list-item', 'Pilots.'], ['paragraph', 'Not listed.'], ['quotation', 'A pier is a promise.'],
      ['table', 'Port | Crowns\nEmber and Holm\nEmber | 40'], ['paragraph', 'Between.'], ['paragraph', 'Outer.'], ['table', 'a | b'], ['paragraph', 'Beside.'],
    ]);
  });

  test('keeps its pictures with their captions, and none from outside', async () => {
    const frame = (...inside: string[]): string => `<draw:frame>${inside.join('')}</draw:frame>`;
    const image = (href: string): string => `<draw:image xlink:href="${href}"/>`;
    const captioned = p(frame(`<draw:text-box>${p(`${frame(image('Pictures/a.svg'), image('Pictures/a.png'))}Figure 1: The pier`, { style: 'Illustration' })}</draw:text-box>`));
    const loose = p(frame(image('./Pictures/a.png'), '<svg:title>A</svg:title><svg:desc>The light at dusk</svg:desc>'));
    const outside = p(frame(image('https://example.org/a.png'))) + p(frame(image('../secret.png')));
    const { passages, pictures, warnings } = await draftOfFile(odtDocument(captioned + p('Two piers.') + loose + outside, { styles: STYLES, more: { 'Pictures/a.png': pngOf(80, 60), 'Pictures/a.svg': '<svg/>' } }), 'a.odt');
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([['caption', 'Figure 1: The pier'], ['paragraph', 'Two piers.'], ['figure', 'The light at dusk']]);
    expect(pictures).toHaveLength(2);
    expect(warnings).toMatchObject([{ code: 'picture-outside', message: expect.stringContaining('2 pictures') as string }]);
  });

  test('does not show what was deleted, remarked or hidden, nor its contents and its index', async () => {
    const deleted = '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Gone for good.</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const line = p('Two <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>new<text:change-end text:change-id="c2"/><office:annotation><dc:creator>Bo</dc:creator><text:p>Check this.</text:p></office:annotation> '
      + `<text:span text:style-name="Secret">secret${odtNote('1', p('Secret too.'))} </text:span><text:hidden-text text:condition="1" text:string-value="x" text:is-hidden="true">x</text:hidden-text>piers.`);
    const contents = `<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p('Contents', { style: 'Contents_20_Heading' })}</text:index-title>${p('Ember<text:tab/>1')}</text:index-body></text:table-of-content>`;
    const hidden = `<text:section text:display="none">${p('A hidden section.')}</text:section><text:section text:display="condition" text:is-hidden="true">${p('Another.')}</text:section>${p('<text:hidden-paragraph text:condition="1" text:is-hidden="true"/>A hidden paragraph.')}${p('All of it.', { style: 'P1' })}`;
    const index = `<text:alphabetical-index><text:index-body>${p('Piers, 4')}${p('Pilots, 5<text:line-break/>'.repeat(40))}${p(`Somebody wrote this among the entries.<text:tab/>${TEXT} ${TEXT} ${TEXT} ${TEXT} ${TEXT}`)}</text:index-body></text:alphabetical-index>`;
    const sections = `<text:section text:name="a"><text:section text:name="b">${p('In sections.')}</text:section></text:section>`;
    const bibliography = `<text:bibliography><text:bibliography-source/><text:index-body>${p('Larsen, Ada. Piers.')}</text:index-body></text:bibliography>`;
    expect(await textsOf(contents + deleted + line + hidden + sections + index + bibliography, { automatic: odtStyle('P1', { letters: 'text:display="none"' }) }))
      .toEqual(['Two new piers.', 'In sections.', `Somebody wrote this among the entries. ${TEXT} ${TEXT} ${TEXT} ${TEXT} ${TEXT}`, 'Larsen, Ada. Piers.']);
  });

  test.each([
    ['blanks, tabs and ends of lines', 'a<text:s text:c="4000000000"/>b<text:tab/>c<text:line-break/>d', 'a b c d'],
    ['fields', 'Table <text:sequence text:name="Table">12</text:sequence>, <text:page-number>3</text:page-number>, <text:variable-set text:display="none">x</text:variable-set><text:conditional-text>shown</text:conditional-text>', 'Table 12, 3, shown'],
    ['ruby', '<text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>minato</text:ruby-text></text:ruby>', '港'],
    ['links, places and soft hyphens', '<text:bookmark-start text:name="x"/><text:a xlink:href="https://example.org">har\u00adbours</text:a><text:bookmark-end text:name="x"/><text:soft-page-break/>', 'harbours'],
    ['raised and lowered signs', 'm<text:span text:style-name="Up">2</text:span> H<text:span text:style-name="Down">2</text:span>O', 'm² H₂O'],
    ['a formula in the file', '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>', 'a/2<b^2'],
    ['a formula in the text', '<draw:frame><draw:object><math:math><math:msqrt><math:msub><math:mi>x</math:mi><math:mn>1</math:mn></math:msub></math:msqrt></math:math></draw:object></draw:frame>', '√x_1'],
    ['what nobody knows', '<loext:thing xmlns:loext="x">in it</loext:thing>', 'in it'],
  ])('keeps the words of %s', async (_name, inside, words) => {
    const styles = odtStyle('Up', { family: 'text', letters: 'style:text-position="super 58%"' }) + odtStyle('Down', { family: 'text', letters: 'style:text-position="-33% 58%"' });
    const formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>&lt;</mo><msup><mi>b</mi><mn>2</mn></msup></mrow><annotation encoding="StarMath 5.0">a over 2</annotation></semantics></math>';
    expect(await textsOf(p(`Before ${inside} behind.`), { styles, more: { 'Object 1/content.xml': formula } })).toEqual([`Before ${words} behind.`]);
  });

  test('keeps the words of boxes and shapes behind their paragraph, of groups, and of those that stand on a page', async () => {
    const box = (text: string): string => `<draw:frame><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
    const body = `${box('On the page.')}${p(`Before. ${box('In a box.')}<draw:custom-shape>${p('In a shape.')}<draw:enhanced-geometry/></draw:custom-shape>Behind.`)}${p(`<draw:a><draw:g>${box('Grouped.')}<draw:g>${box('Deeper.')}</draw:g></draw:g></draw:a>`)}`;
    expect(await textsOf(body)).toEqual(['On the page.', 'Before. Behind.', 'In a box.', 'In a shape.', 'Grouped.', 'Deeper.']);
  });

  test('shows markup as the text that it is', async () => {
    expect(await textsOf(p('&lt;b&gt;bold&lt;/b&gt;'))).toEqual(['<b>bold</b>']);
  });

  test('in one file of XML is read as well', async () => {
    const body = p('Ember', { level: '1' }) + p(`Two piers.${odtNote('1', p('Annual Report.'))}`) + p('<draw:frame><draw:image><office:binary-data>' + Buffer.from(pngOf(80, 60)).toString('base64') + '</office:binary-data></draw:image></draw:frame>');
    const { report, passages, footnotes, pictures } = await draftOfFile(flatOdt(body, { meta: '<dc:title>Harbours</dc:title>' }), 'a.fodt');
    expect([report.title, passages[0]!.text, footnotes[0]!.text, pictures.length]).toEqual(['Harbours', 'Two piers.', 'Annual Report.', 1]);
  });
});

describe('is refused with a sentence of its own:', () => {
  const ENCRYPTED = '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  test.each([
    ['a presentation', odtDocument('', { type: 'presentation' }), 'presentation, spreadsheet or drawing'],
    ['a spreadsheet without its type', odtDocument('', { more: { mimetype: '', 'META-INF/manifest.xml': '<m media-type="application/vnd.oasis.opendocument.spreadsheet"/>' } }), 'presentation, spreadsheet or drawing'],
    ['a locked text', odtDocument('', { more: { 'META-INF/manifest.xml': ENCRYPTED, 'content.xml': 'not XML' } }), 'locked with a password'],
    ['a damaged text', odtDocument('<text:p>'), 'damaged'],
    ['entities that grow into each other', odtDocument('', { more: { 'content.xml': '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>' } }), 'built in a way'],
    ['paragraphs in each other without end', odtDocument('<text:section>'.repeat(600)), 'built in a way'],
    ['a flat spreadsheet', new TextEncoder().encode('<office:document xmlns:office="o"><office:body><office:spreadsheet/></office:body></office:document>'), 'presentation, spreadsheet or drawing'],
  ])('%s', async (_name, bytes, sentence) => {
    await expect(draftOfFile(bytes, 'a.odt')).rejects.toMatchObject({ name: 'AttacheError', message: expect.stringMatching(new RegExp(`${sentence}.*Nothing was imported`)) as string });
  });
});
