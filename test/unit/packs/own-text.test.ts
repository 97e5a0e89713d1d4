import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textHtml } from '../../../db/packs/html-text.ts';
import { readOwnText } from '../../../db/packs/own-text.ts';
import { isTangled } from '../../../db/packs/tangled.ts';

function read(markdown: string, level = 2) {
  let last = 0;
  const { blocks, notes } = readOwnText(markdown, level, () => (last += 1));
  return { html: textHtml(blocks, new Set()).replace(/ dir="auto"/g, '').trim(), notes };
}

const TAG = /^<(?:\/?(?:p|h[2-6]|blockquote|ul|li|pre|code|em|strong|s|table|thead|tbody|tr|th|td|sup|a)|hr|br|ol start="\d+"|\/ol|li class="(?:done|open)"|table class="own"|th scope="col"(?: class="(?:left|right|center)")?|td class="(?:left|right|center)"|a class="call"(?: id="call-\d+")? href="#note-\d+" role="doc-noteref" aria-label="Note \d+")>$/;

describe('own text', () => {
  test.each([
    ['**a** _b_ ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>'],
    ['see [the letter](https://example.org/a)', '<p>see the letter (https://example.org/a)</p>'],
    ['see https://example.org/a now', '<p>see https://example.org/a now</p>'],
    ['[a][x] and [b][x]\n\n[x]: https://example.org', '<p>a (https://example.org) and b</p>'],
    ['[a](javascript:alert) [b](#c)', '<p>a (javascript:alert) b (#c)</p>'],
    ['![a harbour](x.png)', '<p>[picture: a harbour]</p>'],
    ['<b onclick="x">hi</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;hi&lt;/b&gt;</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['5. five\n6. six', '<ol start="5"><li><p>five</p>\n</li><li><p>six</p>\n</li></ol>'],
    ['- [x] done\n- [ ] open', '<ul><li class="done"><p>done</p>\n</li><li class="open"><p>open</p>\n</li></ul>'],
    ['[Ambassador]: remember', '<p>[Ambassador]: remember</p>'],
    ['as in [^9]', '<p>as in [^9]</p>'],
  ])('%s', (markdown, html) => expect(read(markdown).html).toBe(html));

  test('headings take their rank below the item, without gaps', () => {
    expect(read('### a\n# b\n#### c\n###### d\n## e', 3).html.match(/<h\d>\w/g)).toEqual(['<h3>a', '<h3>b', '<h4>c', '<h5>d', '<h4>e']);
    expect(read('# a\n## b\n### c\n#### d\n##### e', 3).html.match(/<h\d>\w/g)).toEqual(['<h3>a', '<h4>b', '<h5>c', '<h6>d', '<h6>e']);
  });

  test('footnotes become notes; one that is called twice keeps its number, one that nobody calls stands as text', () => {
    const { html, notes } = read('a[^one] b[^two] c[^one]\n\n[^one]: First, see [^two] and [^one].\n[^two]: Second.\n[^three]: Nobody asked.');
    expect(notes.map((note) => note.number)).toEqual([1, 2]);
    expect(html.match(/href="#note-\d+"/g)).toEqual(['href="#note-1"', 'href="#note-2"', 'href="#note-1"']);
    expect(html.match(/id="call-\d+"/g)).toEqual(['id="call-1"', 'id="call-2"']);
    expect(html).toContain('[^three]: Nobody asked.');
  });

  test('no Markdown makes other markup than that of the subset', () => {
    const parts = ['<img src=x onerror=alert(1)>', '</style>', ']]>', '<!--', '-->', '"', "'", '&lt;', '[a](javascript:alert(1))', '![x](y)', '[^1]', '[^1]: n', '\n\n', '\n', '- ', '1. ', '> ', '# ', '|a|b|\n|-|:-|\n', '`', '```', '**', '~~', '[x]: <javascript:1>', '[x]', 'word ', '    ', '<a href="x">', '<b>', '&#60;'];
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 }), (words) => {
      const { html } = read(words.join(''));
      for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(TAG);
    }), { numRuns: 500 });
  });

  test('every word of plain paragraphs is kept', () => {
    const word = fc.stringMatching(/^[a-zà-ỹ]{1,8}$/);
    fc.assert(fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (paragraphs) => {
      expect(read(paragraphs.map((words) => words.join(' ')).join('\n\n')).html).toBe(paragraphs.map((words) => `<p>${words.join(' ')}</p>`).join('\n'));
    }));
  });

  test.each([
    ['nested quotes', '> '.repeat(50_000)],
    ['nested lists', '- + '.repeat(20_000)],
    ['one endless address', 'www.a_'.repeat(20_000)],
    ['nothing but emphasis', '*a_ b~ '.repeat(20_000)],
    ['headings by their underlines alone', '=\na\n'.repeat(5000)],
    ['such headings apart', 'a\n-\n\n'.repeat(5000)],
  ])('%s are set as written, not read', (_, markdown) => {
    expect(isTangled(markdown)).toBe(true);
    expect(read(markdown).html.startsWith('<p>')).toBe(true);
  });

  test('what people write is not tangled', () => {
    expect(isTangled('A *few* marks, [links](https://example.org/a_b) and so on. '.repeat(200))).toBe(false);
    expect(isTangled('東京からの代表団は十二月三日に到着する予定です。'.repeat(200))).toBe(false);
    expect(isTangled('Title\n=====\n\nA paragraph of some words.\n\n---\n\n'.repeat(50))).toBe(false);
    expect(isTangled('> - 1. three deep\n'.repeat(2000))).toBe(false);
  });
});
