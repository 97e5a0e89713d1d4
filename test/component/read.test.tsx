import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import { blocksOf } from '../../renderer/read/blocks.ts';
import { stack } from '../../renderer/read/stack.ts';
import { translationsOf } from '../../renderer/read/translations.ts';
import { savedPack } from './fake-desk.ts';
import { makeReport } from './fixture-library.ts';
import { REGION } from './fixture-text.ts';
import { address, button, expectAccessible, heading, keys, link, open, PHONE, settled, SMALL, WIDE } from './open.tsx';

const AT = '#/read?report=partners-at-sea';
const article = () => page.getByRole('article').first();
const passageElement = (id: string) => document.querySelector<HTMLElement>(`[data-passage="${id}"]`)!;
const inView = (element: Element): boolean => {
  const box = element.getBoundingClientRect();
  const main = document.querySelector('main')!.getBoundingClientRect();
  return box.bottom > main.top && box.top < main.bottom;
};

describe('Read', () => {
  test('shows the chapter as it was printed: headings, lists, captions, quotes, page numbers, run-in leads', async () => {
    await open(`${AT}&chapter=region`);
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
    await expect.element(page.getByText('Mara Lindqvist and Joon Tan · chapter 1 · 8 minutes')).toBeVisible();
    await expect.element(heading('Half a century of partnership', 2)).toBeVisible();
    await expect.element(heading('The Fukuda promise', 3)).toBeVisible();
    expect(article().getByRole('listitem').elements()).toHaveLength(3);
    expect(passageElement('region-12').querySelector('b')?.textContent).toBe('Law.');
    expect(heading('Law.').query()).toBeNull();
    const labels = [...document.querySelectorAll('[data-passage] > [title^="Page"]')].map((label) => label.getAttribute('title'));
    expect(labels).toEqual(['Page 9', 'Page 10 begins in this passage', 'Page 11', 'Page 12 begins in this passage', 'Page 13', 'Page 14']);
  });

  test('without an address it opens where the reader left off', async () => {
    await open('#/read', { before: ({ state }) => state.positions.set('partners-at-sea', 'thailand-6') });
    await expect.element(heading('Thailand', 1)).toBeVisible();
    await expect.poll(() => inView(passageElement('thailand-6'))).toBe(true);
    expect(document.title).toBe('Partners at sea and ashore: Japan in Southeast Asia – Read – Attaché');
    await expect.poll(address).toContain('chapter=thailand');
  });

  test('a place that is gone is forgotten, and reading begins at the beginning', async () => {
    await open('#/read', { before: ({ state }) => state.positions.set('partners-at-sea', 'gone') });
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
  });

  test('keeps the place while scrolling, without moving the text or filling the history', async () => {
    const host = await open(`${AT}&chapter=vietnam`, { size: SMALL });
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    const before = history.length;
    passageElement('vietnam-9').scrollIntoView({ block: 'start' });
    await expect.poll(() => host.state.positions.get('partners-at-sea'), { timeout: 4000 }).toMatch(/vietnam-(8|9)/);
    await expect.poll(address).toMatch(/passage=vietnam-(8|9)/);
    expect(history.length).toBe(before);
    expect(inView(passageElement('vietnam-9'))).toBe(true);
    await expect.element(page.getByText('Chapter 2 · p. 55 of 69')).toBeVisible();
  });

  test('each note stands beside its call, and none covers another', async () => {
    await open(`${AT}&chapter=region`);
    await expect.element(page.getByRole('complementary', { name: 'Notes' })).toBeVisible();
    await document.fonts.ready;
    await expect.poll(() => {
      const boxes = page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem').elements().map((note) => note.getBoundingClientRect());
      return boxes.every((box, at) => at === 0 || box.top >= boxes[at - 1]!.bottom);
    }).toBe(true);
    const call = document.querySelector('[data-note="1"]')!.getBoundingClientRect();
    const note = page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem').first().element().getBoundingClientRect();
    expect(Math.abs(call.top - note.top)).toBeLessThan(30);
  });

  test('a call opens its note, Esc closes it and gives the focus back; "Ibid." brings the note that it means', async () => {
    await open(`${AT}&chapter=region`);
    const call = button('Note 4').first();
    await call.click();
    const bubble = page.getByRole('dialog', { name: 'Note 4' });
    await expect.element(bubble).toMatchTextContent(/Ibid\..*It means note 3: Sueo Sudo/);
    await userEvent.keyboard('{Escape}');
    await expect.element(bubble).not.toBeInTheDocument();
    await expect.element(call).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(bubble).toBeVisible();
  });

  test('what "Ibid." means is a link to that note, in the bubble and beside the text', async () => {
    await open(`${AT}&chapter=region`, { size: SMALL });
    await button('Note 4').first().click();
    await page.getByRole('dialog', { name: 'Note 4' }).getByRole('button', { name: 'note 3' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(document.querySelector('[data-note="3"]'));
    const beside = page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem');
    await expect.element(beside.nth(3)).toMatchTextContent(/Ibid\..*It means note 3: Sueo Sudo/);
    await beside.nth(3).getByRole('button', { name: 'note 3' }).click();
    await expect.poll(() => document.activeElement).toBe(beside.nth(2).getByRole('button').first().element());
    expect(inView(document.activeElement!)).toBe(true);
  });

  test('a passage that was searched for is lit, in view, and has the focus', async () => {
    await open(`${AT}&chapter=vietnam&passage=vietnam-14&lit=1`, { size: SMALL });
    await expect.poll(() => document.activeElement).toBe(passageElement('vietnam-14'));
    expect(inView(passageElement('vietnam-14'))).toBe(true);
  });

  test('the contents lead to chapters and sections, keys to the chapters before and after', async () => {
    await open(`${AT}&chapter=region`);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect.element(contents.getByRole('link', { name: /Thailand/ })).toMatchTextContent(/5 minutes.*64/);
    await contents.getByRole('link', { name: /Vietnam/ }).click();
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await contents.getByRole('link', { name: 'Hanoi’s own rules' }).click();
    await expect.poll(() => inView(heading('Hanoi’s own rules', 2).element())).toBe(true);
    await link(/Next chapter/).click();
    await expect.element(heading('Thailand', 1)).toBeVisible();
    await keys('[[');
    await expect.element(heading('Vietnam', 1)).toBeVisible();
  });

  test('by keyboard: from passage to passage, why its tags, into the pack, a quotation with its source', async () => {
    const host = await open(`${AT}&chapter=vietnam`, { packs: [savedPack({})], settings: { activePack: 'pack-1' } });
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await keys('jj');
    await expect.poll(() => document.activeElement).toBe(passageElement('vietnam-2'));
    await keys('t');
    const bubble = page.getByRole('dialog', { name: 'About this passage' });
    await expect.element(bubble).toMatchTextContent(/From aid to strategy · p\. 51/);
    await expect.element(bubble.getByText(/from the chapter/)).toBeVisible();
    await bubble.getByRole('button', { name: 'Add the whole section' }).click();
    await expect.poll(() => host.state.packs[0]?.pack.items).toEqual([{ kind: 'section', report: 'partners-at-sea', section: 'vietnam-start' }]);
    await keys('a');
    await expect.poll(() => host.state.packs[0]?.pack.items.at(-1)).toEqual({ kind: 'passage', report: 'partners-at-sea', passage: 'vietnam-2' });
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
    const words = document.createRange();
    words.setStart(passageElement('vietnam-2').querySelector('p')!.firstChild!, 0);
    words.setEnd(passageElement('vietnam-2').querySelector('p')!.firstChild!, 13);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(words);
    await keys('c');
    await expect.poll(() => copied[0]).toMatch(/^“The two sides” \(Lê Thu Hà/);
  });

  test('a passage leads to where it comes from, and says how sure that is', async () => {
    await open(`${AT}&chapter=vietnam`);
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await keys('jj');
    await expect.poll(() => document.activeElement).toBe(passageElement('vietnam-2'));
    await keys('t');
    const bubble = page.getByRole('dialog', { name: 'About this passage' });
    await expect.element(bubble.getByText('The report itself is tentative here.')).toBeVisible();
    await bubble.getByRole('link', { name: 'Thailand, p. 64' }).click();
    await expect.element(heading('Thailand', 1)).toBeVisible();
    expect(document.querySelector('[role="dialog"]')).toBeNull();
    await expect.poll(() => inView(passageElement('thailand-6'))).toBe(true);
  });

  test('a chapter that was translated is read on in the other language, by a press or a key, and Back returns', async () => {
    const german = makeReport({ id: 'partner-zur-see', title: 'Partner zur See und an Land', language: 'de' });
    await open(`${AT}&chapter=vietnam`, { reports: [makeReport(), german], size: SMALL });
    const languages = page.getByRole('list', { name: 'Languages of this chapter' });
    await expect.element(languages).toMatchTextContent(/^DeutschEnglish$/);
    expect(document.querySelector('[aria-current="true"][lang="en"]')?.textContent).toBe('English');
    await languages.getByRole('button', { name: 'Deutsch' }).click();
    await expect.poll(address).toMatch(/report=partner-zur-see&chapter=vietnam/);
    await expect.element(page.getByRole('article').first()).toHaveAttribute('lang', 'de');
    expect(passageElement('vietnam-1').getBoundingClientRect().top).toBeGreaterThan(150);
    passageElement('vietnam-9').scrollIntoView({ block: 'start' });
    await keys('l');
    await expect.poll(address).toMatch(/report=partners-at-sea&chapter=vietnam&passage=vietnam-(8|9)/);
    await expect.poll(() => inView(passageElement('vietnam-9'))).toBe(true);
    history.back();
    await expect.poll(address).toContain('report=partner-zur-see');
  });

  test('a chapter that nobody translated shows no languages', async () => {
    await open(`${AT}&chapter=vietnam`);
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await keys('t');
    await expect.element(page.getByRole('dialog', { name: 'About this passage' })).toBeVisible();
    await expect.element(page.getByRole('list', { name: 'Languages of this chapter' })).not.toBeInTheDocument();
  });

  test('a picture stands in the place that is kept for it, with its caption as its words', async () => {
    let release = (): void => {};
    const host = await open(`${AT}&chapter=region`, { before: (fake) => {
      ({ release } = fake.hold('read.picture'));
    } });
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
    passageElement('region-11').scrollIntoView();
    await expect.poll(() => host.calls.some(({ name }) => name === 'read.picture')).toBe(true);
    const before = passageElement('region-12').getBoundingClientRect().top;
    release();
    await expect.element(page.getByRole('img', { name: /^Figure 1\. Japanese direct investment/ })).toBeVisible();
    expect(passageElement('region-12').getBoundingClientRect().top).toBe(before);
  });

  test('text of a report that looks like markup stays text', async () => {
    await open(`${AT}&chapter=thailand`);
    await expect.element(page.getByText(/<img src=x onerror=/)).toBeVisible();
    await expect.element(page.getByRole('complementary', { name: 'Notes' })).toMatchTextContent(/<b>bold\?<\/b>/);
    expect(document.querySelector('article img, article script')).toBeNull();
    expect(document.title).not.toBe('run');
  });

  test('a call to a note never begins a line: it stays with the word that it follows', async () => {
    await open(`${AT}&chapter=region`, { size: PHONE });
    await expect.element(heading('Japan and the region', 1)).toBeVisible();
    await document.fonts.ready;
    for (let width = 340; width < 460; width += 4) {
      await page.viewport(width, 740);
      const first = [...document.querySelectorAll('[data-note]')].filter((call) => call.getBoundingClientRect().left - call.closest('p')!.getBoundingClientRect().left < 2);
      expect(first.map((call) => call.textContent), `${width} pixels wide`).toEqual([]);
    }
  });

  test('on a telephone’s width the notes stand below, and a call still opens its note', async () => {
    await open(`${AT}&chapter=thailand`, { size: PHONE });
    await expect.element(heading('Thailand', 1)).toBeVisible();
    await expect.element(heading('Notes', 2)).toBeVisible();
    await button('Contents').click();
    await expect.element(page.getByRole('dialog', { name: 'Contents' }).getByRole('link', { name: /Vietnam/ })).toBeVisible();
    await page.getByRole('dialog', { name: 'Contents' }).getByRole('link', { name: /Vietnam/ }).click();
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await button('Note 1').click();
    await expect.element(page.getByRole('dialog', { name: 'Note 1' })).toMatchTextContent(/Country data book/);
    const main = document.querySelector('main')!;
    expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
    await expectAccessible();
  });

  test('where the window becomes narrow, the notes follow one another below the text', async () => {
    await open(`${AT}&chapter=region`);
    const notes = page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem');
    await expect.poll(() => notes.elements().some((note) => note.style.top !== '')).toBe(true);
    await page.viewport(...PHONE);
    await expect.element(heading('Notes', 2)).toBeVisible();
    await expect.poll(() => {
      const boxes = notes.elements().map((note) => note.getBoundingClientRect());
      return boxes.every((box, at) => at === 0 || (box.top >= boxes[at - 1]!.bottom && box.top - boxes[at - 1]!.bottom < 30));
    }).toBe(true);
  });

  test('a report that is gone says so; an empty library says what to do', async () => {
    await open('#/read?report=gone&chapter=x');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/not in the library/);
  });

  test('an empty library says what to do', async () => {
    await open('#/read', { reports: [] });
    await expect.element(heading('Nothing to read yet', 1)).toBeVisible();
    await expectAccessible();
  });

  test('a chapter that cannot be read can be tried again', async () => {
    const host = await open(`${AT}&chapter=vietnam`, { before: ({ fail }) => fail('read.chapter', new AttacheError('library-damaged', 'This chapter is damaged. Import the report again.')) });
    await expect.element(page.getByRole('alert')).toMatchTextContent(/This chapter is damaged/);
    host.fail('read.chapter', null);
    await button('Try again').click();
    await expect.element(heading('Vietnam', 1)).toBeVisible();
  });

  test.each([['a wide window', WIDE], ['a small window', SMALL], ['a telephone', PHONE]] as const)('is accessible in both themes, in %s', async (_name, size) => {
    await open(`${AT}&chapter=region&passage=region-5&lit=1`, { size });
    await expect.element(heading('Japan and the region', 1)).toBeInTheDocument();
    await settled();
    await expectAccessible();
  });
});

describe('What reading is set from', () => {
  test('headings never skip a level, whatever the report does', () => {
    const report = makeReport({}, [{ ...REGION, sections: REGION.sections.map((section) => (section.id === 'region-fukuda' ? { ...section, level: 4 } : section)) }]);
    const levels = blocksOf({ chapter: report.chapters[0]!, passages: report.passages }).flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    expect(levels).toEqual([2, 3, 2, 2]);
  });

  test('languages stand in one order, and a passage that was left out is read on at the next', () => {
    const into = (passage: string) => ({ passage, kind: 'translation' as const, to: { report: 'kurz', chapter: 'eins', passage: `de-${passage}`, note: null, language: 'de' }, label: 'Deutsch' });
    const offered = translationsOf(['a', 'b', 'c', 'd'].map((id) => ({ id })), [into('a'), into('c')], { report: 'brief', language: 'en' });
    expect(offered.map(({ name, report }) => [name, report])).toEqual([['Deutsch', 'kurz'], ['English', 'brief']]);
    expect(['a', 'b', 'c', 'd', 'gone'].map((id) => offered[0]!.at(id))).toEqual(['de-a', 'de-c', 'de-c', 'de-c', 'de-a']);
    expect(translationsOf([{ id: 'a' }], [], { report: 'brief', language: 'en' })).toHaveLength(1);
  });

  test('notes are never above their call and never overlap', () => {
    expect(stack([0, 10, null, 200], [30, 20, 20, 10], 5)).toEqual([0, 35, 60, 200]);
    expect(stack([], [], 5)).toEqual([]);
  });
});
