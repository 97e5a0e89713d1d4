import { describe, expect, test } from 'vitest';
import { draftOfFile } from '../../helpers/read-file.ts';

const P = 'Norland opened its four harbours to foreign pilots in the year after the great storm, when no crew of its own could reach the skerries.';
const texts = async (body: string) => (await draftOfFile(`<!doctype html><html><body>${body}</body></html>`, 'page.html')).passages.map((passage) => passage.text);
const titles = async (body: string) => (await draftOfFile(`<!doctype html><html><body>${body}</body></html>`, 'page.html')).chapters.flatMap((chapter) => [chapter.title, ...chapter.sections.map((section) => section.title)]);
const article = `<h1>Harbours</h1><p>${P}</p><h2>Ember</h2><p>${P} Twice.</p>`;
const TEXTS = [P, `${P} Twice.`];
const links = (...names: string[]) => `<ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`;

describe('what a site puts beside the text of a page is left out', () => {
  test.each([
    ['a link past the menu', `<div><a href="#main">Skip to main content</a></div>${article}`],
    ['the site’s menu', `<div class="header">${links('About', 'Research', 'Donate')}</div>${article}`],
    ['where the page stands', `<div class="x1"><a href="/">Home</a> &gt; <a href="/r">Research</a> &gt; Harbours</div>${article}`],
    ['services to share it by, with a name', `${article}<div class="post-share-buttons"><span>Share</span>${links('Facebook', 'Twitter')}</div>`],
    ['and without one', `${article}<div class="css-1a2b"><p>Share this article</p>${links('LinkedIn', 'E-mail', 'Print')}</div>`],
    ['cookies to agree to', `<div class="c9"><p>${P.replace('pilots', 'cookies')}</p><button>Accept all</button></div>${article}`],
    ['other texts in a box', `${article}<section class="related-articles"><h2>More harbours</h2><article><h3><a href="/x">Idle cranes</a></h3><p>A look at cranes.</p></article><article><h3><a href="/y">Tariffs</a></h3><p>Ten years on.</p></article></section>`],
    ['other texts below a title', `${article}<h2>You may also like</h2><div><h3><a href="/x">Idle cranes</a></h3></div><div><h3><a href="/y">Tariffs</a></h3></div>`],
    ['a newsletter', `${article}<div class="newsletter-signup"><h3>Our weekly letter</h3><p>In your inbox.</p><form><input type="email"><button>Go</button></form></div>`],
    ['a box that asks for an address, without a name', `<h1>Harbours</h1><p>${P}</p><div><h4>The quay on Fridays</h4><p>One letter.</p><form><input type="email"></form></div><h2>Ember</h2><p>${P} Twice.</p>`],
    ['what has the site’s own word before its name', `<main>${['bar', 'hull', 'mast', 'keel'].map((name) => `<i class="vector-${name}"></i>`).join('')}<div class="vector-page-toolbar"><a href="/t">Talk</a></div>${article}</main>`],
    ['its words of search', `${article}<p class="tags">Tags: <a href="/t">Ports</a>, <a href="/u">Credit</a></p>`],
    ['the foot of the site', `${article}<footer><p>© Norland Institute</p>${links('Privacy', 'Contact')}</footer>`],
    ['what readers wrote', `${article}<div id="comments" class="comments-area"><h2>2 comments</h2><ol><li class="comment"><p>${P} Says a reader.</p></li><li class="comment"><p>${P} Says another.</p></li></ol></div>`],
    ['what only a screen reader says', `<h1>Harbours</h1><p>${P}<span class="visually-hidden"> (opens in a new window)</span></p><h2>Ember <span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>${P} Twice.</p>`],
  ])('%s', async (_name, body) => {
    expect(await texts(body)).toEqual(TEXTS);
    expect(await titles(body)).toEqual(['Harbours', 'Ember']);
  });

  test('a script that holds more than the text does not hide which part is the text', async () => {
    expect(await texts(`<div>Site news</div><main>${article}</main><script>${'x'.repeat(5000)}</script>`)).toEqual(TEXTS);
  });
});

describe('what holds the text stays, whatever it is called', () => {
  test.each([
    ['a wrapper', `<div class="content-share"><div class="post-sidebar">${article}</div></div>`],
    ['a part of a newsletter', `<div class="newsletter">${article}<form><input></form></div>`],
    ['a section named by its title', `<h1>Harbours</h1><p>${P}</p><section id="social"><h2>Social</h2><p>${P} Twice.</p></section>`],
    ['a word of its subject', `<h1>Harbours</h1><p>${P}</p><div class="social-protection" id="share-of-trade"><h2>Ember</h2><p>${P} Twice.</p></div>`],
    ['a text about cookies', `<div id="cookie-policy">${article.replace('Ember', 'Cookies')}</div>`],
    ['a box within the text', `<main><h1>Harbours</h1><p>${P}</p><aside class="sidebar"><h2>Box 1</h2><p>${P} Twice.</p></aside></main>`],
  ])('%s', async (_name, body) => {
    expect(await texts(body)).toEqual(TEXTS);
  });

  test('lists, tables and notes stay', async () => {
    expect(await texts(`<h1>Harbours</h1><p>${P}</p><section class="recommendations"><ul><li>Build a pier.</li><li>Train pilots.</li></ul></section><div class="tools"><ul><li>Maps</li><li>A compass and a lead line of forty fathoms</li></ul></div>`))
      .toEqual([P, 'Build a pier.', 'Train pilots.', 'Maps', 'A compass and a lead line of forty fathoms']);
    expect(await texts(`<h1>Harbours</h1><p>${P}</p><h2>Related reports</h2><p>${P} Twice.</p><h2>Comments</h2><p>None came in.</p>`)).toEqual([...TEXTS, 'None came in.']);
    expect(await titles(`<h1>Harbours</h1><p>${P}</p><h2><a class="header" href="#copy">Copy</a></h2><ul><li><a href="/s">Home</a> rule</li><li><a href="/t">Ports</a> of call</li></ul>`)).toEqual(['Harbours', 'Copy']);
    expect(await texts('<div class="share">Ember</div>')).toEqual(['Ember']);
    expect(await texts(links('Ember', 'Holm', 'Quay'))).toEqual(['Ember', 'Holm', 'Quay']);
    const { footnotes } = await draftOfFile(`<h1>Harbours</h1><p>${P}<sup><a href="#fn1" id="r1">1</a></sup></p><footer><ol class="footnotes"><li id="fn1">Annual Report. <a href="#r1">↩</a></li></ol></footer>`, 'page.html');
    expect(footnotes.map((note) => note.text)).toEqual(['Annual Report.']);
  });
});

describe('a page that a browser saved', () => {
  test('has its notes where links name its whole address', async () => {
    const at = 'https://ports.example/report/';
    const { passages, footnotes } = await draftOfFile(`<h1>A</h1><p>Two piers.<sup><a id="r1" href="${at}#n1">1</a></sup> <a href="https://other.example/#n1">See there.</a></p><ol><li id="n1">Annual Report. <a href="${at}#r1">↩</a></li></ol>`, 'page.html');
    expect(passages.map(({ text, footnotes: calls }) => [text, calls])).toEqual([['Two piers. See there.', [{ n: '1', offset: 10 }]]]);
    expect(footnotes.map((note) => note.text)).toEqual(['Annual Report.']);
  });

  test('has the text that its readers can fold, and the titles that they press', async () => {
    const folded = (title: string, attribute: string) => `<div>${title}</div><div id="p" ${attribute}><p>${P} Twice.</p></div>`;
    for (const attribute of ['hidden', 'style="display: none"', 'aria-hidden="true"']) {
      expect(await titles(`<h1>Harbours</h1><p>${P}</p>${folded('<h2><button aria-controls="p" aria-expanded="false">Ember<span class="toggle">Show</span></button></h2>', attribute)}`)).toEqual(['Harbours', 'Ember']);
      expect(await texts(`<h1>Harbours</h1><p>${P}</p>${folded('<button aria-controls="p" aria-expanded="false">Ember</button>', attribute)}`)).toEqual([P, 'Ember', `${P} Twice.`]);
    }
    expect(await texts(`<nav><button aria-controls="p" aria-expanded="false">Menu</button></nav><div id="p" hidden><p>${P} Twice.</p></div><h1>Harbours</h1><p>${P}</p>`)).toEqual([P]);
  });
});
