import { describe, expect, test } from 'vitest';
import { pngOf } from '../../fixtures/documents.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const texts = async (body: string) => (await draftOfFile(`<!doctype html><html><body>${body}</body></html>`, 'page.html')).passages.map((passage) => [passage.kind, passage.text]);
const picture = `data:image/png;base64,${Buffer.from(pngOf(120, 80)).toString('base64')}`;

describe('a web page', () => {
  test('becomes text and structure, without what runs, navigates or hides', async () => {
    expect(await texts(`<nav><a href="/">Home</a></nav><script>alert(1)</script><style>p{}</style><template><p>no</p></template><p hidden>no</p>
      <h1>Harbours</h1><h2>Ember</h2><p>Two <b>piers</b> &amp; a&nbsp;light<img src=x onerror=alert(1)>.</p><ul><li>One<ul><li>Inner</li></ul></li></ul>
      <blockquote><p>A promise.</p></blockquote><div>Loose text<br><br>and more</div><form><button>Send</button></form>`)).toEqual([
      ['paragraph', 'Two piers & a light.'], ['list-item', 'One'], ['list-item', 'Inner'], ['quotation', 'A promise.'], ['paragraph', 'Loose text'], ['paragraph', 'and more'],
    ]);
  });

  test('has tables whose cells keep their columns, however far others reach', async () => {
    expect(await texts(`<table><tr><th rowspan=2>Port</th><th colspan=2>Dues</th><th colspan=2>Loans</th></tr><tr><th>1998</th><th>1999</th><th>1998</th><th>1999</th></tr>
      <tr><td rowspan=0>Ember</td><td></td><td>41</td><td colspan=x>3</td><td> </td></tr><tr><td colspan=5>In the south</td></tr><tr><td colspan=2 rowspan=9>Holm</td><td>5</td></tr><tr><td>6</td></tr></table>`)).toEqual([
      ['table', 'Port | Dues | | Loans\n| 1998 | 1999 | 1998 | 1999\nEmber | | 41 | 3\nIn the south\nHolm | | 5\n| | 6'],
    ]);
  });

  test.each([
    ['wide cells over many rows', '<tr><td colspan=1000 rowspan=9999>a</td><td>b</td></tr>'.repeat(2000)],
    ['rows below a row of wide cells', `<tr>${'<td colspan=1000>a</td>'.repeat(400)}</tr>${'<tr><td>b</td></tr>'.repeat(20_000)}`],
    ['rows beside cells that reach down', `<tr>${'<td rowspan=99999>a</td>'.repeat(300)}</tr>${'<tr><td>b</td></tr>'.repeat(20_000)}`],
  ])('is not blown up by a table that asks for more places than a machine holds: %s', async (_name, rows) => {
    const read = await texts(`<table>${rows}</table>`);
    expect(read.reduce((sum, [, text]) => sum + text!.length, 0)).toBeLessThan(1_000_000);
  });

  test('has items whose numbers a table sets beside them', async () => {
    const said = 'The pilots are paid out of the dues, which the council raises.';
    const item = (n: string, words: string): string => `<table><tr><td><p>${n}</p></td><td><p>${words}</p></td></tr></table>`;
    expect(await texts(`<p class="oj-ti-art">Article 1</p>${item('(1)', said)}${item('(2)', said)}<table><tr><td>a)</td><td>${said}</td></tr><tr><td>b)</td><td>${said}</td></tr></table><table><tr><td>1.</td><td>Karsa</td></tr><tr><td>2.</td><td>Ember</td></tr></table>`)).toEqual([
      ['list-item', `(1) ${said}`], ['list-item', `(2) ${said}`], ['list-item', `a) ${said}`], ['list-item', `b) ${said}`], ['table', '1. | Karsa\n2. | Ember'],
    ]);
  });

  test.each([
    ['in data for search engines', '<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Pilots"},{"@type":"NewsArticle","datePublished":"2023-05-01T08:00:00Z","author":[{"@type":"Person","name":"Ada Larsen"},{"@type":"Organization","name":"Pilots"}]}]}</script>', ['Ada Larsen'], '2023-05-01'],
    ['in a list, with affiliations', '<ul class="authors"><li><span class="name">Ada Larsen</span> <span class="affiliation">Pilots’ Guild</span></li><li><span class="name">Ivo Brandt</span></li></ul>', ['Ada Larsen', 'Ivo Brandt'], null],
    ['not in what is no data', '<script type="application/ld+json">{"@type":"NewsArticle",</script>', [], null],
  ])('says who wrote it: %s', async (_name, said, authors, date) => {
    const { report, chapters } = await draftOfFile(`<html><head><title>Ports</title></head><body>${said}<h1>Ports</h1><p>Two piers were built in the bay, and a light.</p></body></html>`, 'page.html');
    expect([chapters.at(-1)!.authors, report.date]).toEqual([authors, date]);
  });

  test('has headings by its style sheet, also behind what stands there by itself', async () => {
    const part = (title: string): string => `<p class="big">${title}</p><p class="body">${'Two piers were built in the bay, and a light. '.repeat(3)}</p>`;
    const { chapters } = await draftOfFile(`<html><head><style>@charset "utf-8"; @import url(x.css); .big { font-size: 24pt; font-weight: bold } .body { font-size: 11pt }</style></head><body>${part('Ember')}${part('Holm')}${part('Skerry')}</body></html>`, 'page.html');
    expect(chapters.map(({ title }) => title)).toEqual(['Ember', 'Holm', 'Skerry']);
  });

  test('of nothing but navigation is a list of its links', async () => {
    expect(await texts('<nav><ul><li><a href="/1">The pilots</a></li><li><a href="/2">The lights</a></li></ul></nav><div role="menu"><a href="/3">The dues</a></div>')).toEqual([['list-item', 'The pilots'], ['list-item', 'The lights'], ['paragraph', 'The dues']]);
  });

  test('says of itself what its head says', async () => {
    const { report, chapters } = await draftOfFile(`<html lang="de"><head><title>Site</title><meta name="citation_title" content="Häfen"><meta name="dc.date" content="2022/3/1"><meta name=author content="Ada Larsen"></head>
      <body><h1>Eins</h1><p>Text.</p><h1>Zwei</h1><p>Mehr.</p></body>`, 'page.html');
    expect(report).toMatchObject({ title: 'Häfen', language: 'de', date: '2022-03-01' });
    expect(chapters.map((chapter) => [chapter.title, chapter.authors])).toEqual([['Eins', ['Ada Larsen']], ['Zwei', ['Ada Larsen']]]);
  });

  test.each([
    ['ARIA roles', '<p>Two piers.<a role="doc-noteref" href="#n">1</a></p><section role="doc-endnotes"><ol><li id="n"><p>Annual Report.</p></li></ol></section>'],
    ['raised numbers that lead to each other', '<p>Two piers.<sup><a id="r" href="#n">1</a></sup></p><p id="n"><a href="#r">1</a> Annual Report.</p>'],
    ['a list whose items lead back', '<p>Two piers.<a href="#fn1" id="ref1"><sup>1</sup></a></p><hr><ol><li id="fn1"><p>Annual Report. <a href="#ref1">↩</a></p></li></ol>'],
    ['a word processor’s page', '<p>Two piers.<a class="sdfootnoteanc" name="a1" href="#s1"><sup>1</sup></a></p><div id="sdfootnote1"><p><a name="s1" href="#a1">1</a>Annual Report.</p></div>'],
    ['the word beside the number', '<p>Two piers.<sup id="fnref:1"><a href="#fn:1" rel="footnote">[footnote 1]</a></sup></p><div role="doc-endnotes"><ol><li id="fn:1">Annual Report. <a role="doc-backlink" href="#fnref:1">↩</a></li></ol></div>'],
    ['numbers as terms', '<p>Two piers.<sup id="r1"><a href="#fn1">1</a></sup></p><aside role="note"><dl><dt>Footnote 1</dt><dd id="fn1"><p>Annual Report.</p><p><a href="#r1">1</a></p></dd></dl></aside>'],
    ['a sign of return', '<p>Two piers.<a id="r1" class="footnote" href="#n1"><sup>[1]</sup></a></p><div class="footnotes"><div id="n1">Annual Report. <a class="return-footnote" href="#r1">↵</a></div></div>'],
    ['brackets outside the link', '<p>Two piers.<sup>[<a href="#cite1">1</a>]</sup></p><p id="cite1">[1] Annual Report.</p>'],
  ])('ties notes to their place: %s', async (_name, body) => {
    const { passages, footnotes } = await draftOfFile(`<html><body><h1>A</h1>${body}<h1>B</h1><p>End.</p></body></html>`, 'page.html');
    expect(passages[0]).toMatchObject({ text: 'Two piers.', footnotes: [{ n: '1', offset: 10 }] });
    expect(footnotes.map((note) => [note.n, note.text])).toEqual([['1', 'Annual Report.']]);
    expect(passages.map((passage) => passage.text)).toEqual(['Two piers.', 'End.']);
  });

  test.each([
    ['a numbered list', '<h2>Notes</h2><ol><li>Annual Report.</li><li>Ibid.</li></ol>'],
    ['paragraphs with their numbers', '<p><b>Endnotes</b></p><p>1. Annual Report.</p><p>2. Ibid.</p>'],
    ['paragraphs with raised numbers behind a rule', '<hr><p><sup>1</sup> Annual Report.</p><p><sup>2</sup>Ibid.</p>'],
    ['numbers in brackets, in a box', '<div><h3>Anmerkungen</h3><div>[1] Annual Report.</div><div>[2] Ibid.</div></div>'],
  ])('ties notes to raised numbers that link nowhere: %s', async (_name, notes) => {
    const { chapters, passages, footnotes } = await draftOfFile(`<html><body><h1>A</h1><p>Two piers.<sup>1</sup> The yard is 40 m<sup>2</sup> wide, and dry<sup>2</sup>.</p>${notes}<h1>B</h1><p>Calm.<sup>1</sup></p>${notes}</body></html>`, 'page.html');
    expect(passages.map(({ text, footnotes: calls }) => [text, calls])).toEqual([
      ['Two piers. The yard is 40 m² wide, and dry.', [{ n: '1', offset: 10 }, { n: '2', offset: 42 }]], ['Calm.', [{ n: '1', offset: 5 }]],
    ]);
    expect(footnotes.map((note) => [note.chapter, note.n, note.text])).toEqual([chapters[0]!.id, chapters[1]!.id].flatMap((id) => [[id, '1', 'Annual Report.'], [id, '2', 'Ibid.']]));
    expect(chapters.map(({ sections }) => sections)).toEqual([[], []]);
  });

  test.each([
    ['with a box to tick', (text: string) => `<label for="s" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s" class="margin-toggle"><span class="sidenote">${text}</span>`],
    ['with a raised number', (text: string) => `<sup>1</sup><span class="sidenote"><sup>1</sup> ${text}</span>`],
    ['over the text', (text: string) => `<sup data-n="1"><a href="javascript:void(0)">1</a></sup><span role="tooltip" class="modern-footnotes-footnote__note">${text}</span>`],
    ['without either', (text: string) => `<small class="marginnote">${text}</small>`],
  ])('ties a note beside the text to its place: %s', async (_name, note) => {
    const { passages, footnotes } = await draftOfFile(`<html><body><h1>A</h1><p>Two piers.${note('Annual Report.')} One light.</p><ul><li>A yard.${note('3 Ibid.')}</li></ul></body></html>`, 'page.html');
    expect(passages.map(({ text, footnotes: calls }) => [text, calls])).toEqual([['Two piers. One light.', [{ n: '1', offset: 10 }]], ['A yard.', [{ n: '2', offset: 7 }]]]);
    expect(footnotes.map(({ n, text }) => [n, text])).toEqual([['1', 'Annual Report.'], ['2', '3 Ibid.']]);
  });

  test('a note that holds more elements than a function takes is a note all the same', async () => {
    const { footnotes } = await draftOfFile(`<html><body><h1>A</h1><p>Two piers.<sup>1</sup></p><h2>Notes</h2><p>1. ${'<i>x</i> '.repeat(150_000)}</p></body></html>`, 'page.html');
    expect(footnotes).toHaveLength(1);
  });

  test.each([
    ['a list under another heading', '<p>Two piers.<sup>1</sup></p><h2>Ports</h2><ol><li>Ember</li><li>Quay</li></ol>', 3],
    ['powers and units', '<p>10<sup>1</sup> or 3 km<sup>2</sup>.</p><h2>Notes</h2><p>1. Bring a coat.</p><p>2. Eat early.</p>', 3],
    ['a list of notes that nothing calls', '<p>Two piers.</p><h2>Notes</h2><ol><li>Bring a coat.</li><li>Eat early.</li></ol>', 3],
  ])('takes no other list for notes: %s', async (_name, body, count) => {
    const { passages, footnotes } = await draftOfFile(`<html><body><h1>A</h1>${body}</body></html>`, 'page.html');
    expect(footnotes).toEqual([]);
    expect(passages).toHaveLength(count);
  });

  test('a link that only leads to a section is no note', async () => {
    const { footnotes, passages } = await draftOfFile('<html><body><h1 id="a">A</h1><p>See page <a href="#b">17</a>.</p><h1 id="b">B</h1><p>Text.</p></body></html>', 'page.html');
    expect(footnotes).toEqual([]);
    expect(passages[0]!.text).toBe('See page 17.');
  });

  test('tables are data, or only place text', async () => {
    expect(await texts('<table><tr><th>Port</th><th>Crowns</th></tr><tr><td>Ember</td><td>40</td></tr></table><table><tr><td><p>In a box.</p></td></tr></table>'))
      .toEqual([['table', 'Port | Crowns\nEmber | 40'], ['paragraph', 'In a box.']]);
  });

  test('a figure’s caption carries the picture; what is not in the file is not fetched', async () => {
    const { passages, pictures, warnings } = await draftOfFile(`<html><body><figure><img src="${picture}"><figcaption>The pier</figcaption></figure><p><img src="https://example.org/a.png"></p><p>End.</p></body></html>`, 'page.html');
    expect(passages.map((passage) => [passage.kind, passage.text])).toEqual([['caption', 'The pier'], ['paragraph', 'End.']]);
    expect(pictures).toMatchObject([{ passage: passages[0]!.id, mime: 'image/png', width: 120, height: 80 }]);
    expect(warnings.map((warning) => warning.code)).toEqual(['picture-outside']);
  });

  test('captions that are set as mere paragraphs are known by their labels, beside what they name', async () => {
    const table = '<table><tr><th>Port</th><th>Crowns</th></tr><tr><td>Ember</td><td>40</td></tr></table>';
    expect(await texts(`<p>Table 1</p><p><i>Dues of the ports</i></p>${table}<p>Tabelle 2: Noch einmal</p>${table}<p><img src="${picture}"></p><p><b>Figure 3</b></p><p>The pier</p><p>Table 4: not shown here.</p>`)).toEqual([
      ['caption', 'Table 1. Dues of the ports'], ['table', 'Port | Crowns\nEmber | 40'], ['caption', 'Tabelle 2: Noch einmal'], ['table', 'Port | Crowns\nEmber | 40'],
      ['caption', 'Figure 3. The pier'], ['paragraph', 'Table 4: not shown here.'],
    ]);
    expect(await texts(`<p><b>Table 5</b><br>Dues of the ports</p>${table}<p>Table 6<br/><i>Once more</i></p>`)).toEqual([['caption', 'Table 5. Dues of the ports'], ['table', 'Port | Crowns\nEmber | 40'], ['caption', 'Table 6. Once more']]);
  });

  test('is read in the encoding that it names', async () => {
    const bytes = Buffer.concat([Buffer.from('<html><head><meta charset="shift_jis"></head><body><p>'), Buffer.from([0x93, 0xfa, 0x96, 0x7b]), Buffer.from('</p></body></html>')]);
    expect((await draftOfFile(bytes, 'page.html')).passages[0]!.text).toBe('日本');
  });

  test('elements inside each other without end are refused', async () => {
    await expect(draftOfFile(`<html><body>${'<div>'.repeat(100_000)}deep`, 'deep.html')).rejects.toMatchObject({ code: 'file-too-large', message: expect.stringContaining('Nothing was imported') });
  });

  test('is known by what is in it, whatever its name', async () => {
    expect((await draftOfFile('\n<!-- saved -->\n<!DOCTYPE html><title>x</title><p>Text.', 'page.txt')).passages.map((passage) => passage.text)).toEqual(['Text.']);
  });
});

describe('a page that a word processor wrote', () => {
  const marker = (sign: string) => `<span style="font-family:Symbol">${sign}<span style="font:7.0pt">&nbsp;&nbsp;&nbsp; </span></span>`;
  const page = `<html><head><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Ada Larsen</o:Author></o:DocumentProperties></xml><![endif]--><title>Document1</title></head><body>
    <p class=MsoTitle>Ports of the North</p><p class=MsoSubtitle>A review</p><p class=MsoToc1>Ember 3</p><h1>Ember</h1><p class=MsoNormal>Two <del>old </del>piers.<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span></p>
    <p class=MsoListParagraphCxSpFirst style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>One.</p><p class=MsoListParagraphCxSpLast>${marker('1.')}Two.</p><p class=MsoListParagraph>Indented.</p>
    <p class=MsoQuote>A promise.</p><h1>Holm</h1><p>• A pier with a <b>bullet</b>.</p><p>o. no bullet</p><div style="mso-element:comment-list"><div style="mso-element:comment"><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Check this.</p></div></div></div></body></html>`;

  test('has its title, its list items and its quotations; its contents and comments are no text', async () => {
    const { report, chapters, passages, footnotes } = await draftOfFile(page, 'ports.htm');
    expect(report).toMatchObject({ title: 'Ports of the North', subtitle: 'A review' });
    expect(chapters.map(({ title, authors }) => [title, authors])).toEqual([['Ember', ['Ada Larsen']], ['Holm', ['Ada Larsen']]]);
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Two piers.'], ['list-item', 'One.'], ['list-item', 'Two.'], ['paragraph', 'Indented.'], ['quotation', 'A promise.'], ['list-item', 'A pier with a bullet.'], ['paragraph', 'o. no bullet'],
    ]);
    expect(footnotes).toEqual([]);
  });
});

test('what reviewers remarked in a shared document is no note of it, and a style for quotations quotes', async () => {
  const { passages, footnotes } = await draftOfFile('<h1>A</h1><p>Two piers.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><p class="Block-Quote">A promise.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Annual Report.</p></div><div class="c1"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this right?</span></p></div>', 'page.html');
  expect(passages.map(({ kind, text, footnotes: calls }) => [kind, text, calls])).toEqual([['paragraph', 'Two piers.', [{ n: '1', offset: 10 }]], ['quotation', 'A promise.', []]]);
  expect(footnotes.map((note) => note.text)).toEqual(['Annual Report.']);
});

describe('a page whose headings are marked by nothing but their looks', () => {
  const text = 'Norland opened its four harbours to foreign pilots in the year after the great storm, when no crew of its own could reach the skerries.';
  const chaptersOf = async (html: string) => (await draftOfFile(html, 'ports.html')).chapters.map(({ title, sections }) => [title, sections.map((section) => section.title)]);

  test('has the headings that the names of its styles say', async () => {
    const part = (title: string, section: string) => `<p class="Heading_20_1">${title}</p><p class="P3">${text}</p><p class="Heading_20_2">${section}</p><p class="P3"><b>${text}</b></p>`;
    expect(await chaptersOf(`<html><body>${part('Ember', 'Pilots')}${part('Holm', 'Piers')}</body></html>`)).toEqual([['Ember', ['Pilots']], ['Holm', ['Piers']]]);
  });

  test('or else those that stand in larger letters by themselves, but not its contents, and not what all of it looks like', async () => {
    const part = (title: string, section: string) => `<p class="c1"><span class="s1">${title}</span></p><p class="c1">${text}</p><p><span style="font-size: 14pt; font-weight: bold">${section}</span></p><p class="c1">${text}</p><p class="c1">${text}</p>`;
    const style = '<style>p.c1 { margin: 0 } .s1, .s9 { font-size: 150%; font-weight: bold }</style>';
    const contents = '<p><span class="s1"><a href="#a">Ember</a></span></p>';
    expect(await chaptersOf(`<html><head>${style}</head><body>${contents}${part('Ember', 'Pilots')}${part('Holm', 'Piers')}</body></html>`))
      .toEqual([[expect.any(String), []], ['Ember', ['Pilots']], ['Holm', ['Piers']]]);
    expect(await chaptersOf(`<html><body>${['One.', 'Two.', 'Three.'].map((words) => `<p style="font-weight: bold">${words}</p>`).join('')}</body></html>`)).toHaveLength(1);
  });

  test('below its only marked heading, paragraphs that are bold as a whole and stand above text', async () => {
    const part = (title: string) => `<p><strong>${title}</strong></p><p>${text}</p>`;
    expect(await chaptersOf(`<html><body><h1>Ports</h1><p><b>By Ada Larsen</b></p>${part('Ember')}${part('Holm')}<p><b>Quay.</b> ${text}</p></body></html>`)).toEqual([['Ember', []], ['Holm', []]]);
    expect(await chaptersOf(`<html><body><h1>Ports</h1><p>${text}</p>${part('Take heed')}</body></html>`)).toEqual([['Ports', []]]);
    expect(await chaptersOf(`<html><body><h1>Ports</h1><h2>Ember</h2><p>${text}</p><h2>Holm</h2>${part('Take heed')}${part('Take care')}</body></html>`)).toEqual([['Ember', []], ['Holm', []]]);
  });

  test('capitals above others, and old letters of another size, with text in no paragraph between them', async () => {
    expect(await chaptersOf(`<html><body>${['EMBER QUAY', 'HOLM PIER'].map((title) => `<p><b>${title}</b></p><p>${text}</p><p><b>Pilots</b></p><p>${text}</p>`).join('')}</body></html>`)).toEqual([['EMBER QUAY', ['Pilots']], ['HOLM PIER', ['Pilots']]]);
    const old = (title: string, size: string) => `<p><b><font size="${size}">${title}</font></b></p>${text}<br><br>${text}<br><br>`;
    expect(await chaptersOf(`<html><body><center><h1>Ports</h1></center>${old('Ember', '+2')}${old('Pilots', '+1')}${old('Holm', '+2')}</body></html>`)).toEqual([['Ember', ['Pilots']], ['Holm', []]]);
  });
});
