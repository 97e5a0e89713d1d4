import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AttacheError } from '../../db/model/errors.ts';
import { doubtAbout } from './fake-review.ts';
import type { FakeHost } from './fake-host.ts';
import { address, button, expectAccessible, heading, keys, open, PHONE, SMALL } from './open.tsx';

const DOUBTS = [doubtAbout('vietnam-1'), doubtAbout('vietnam-2', { key: 'heading:vietnam-2', kind: 'heading', message: 'Taken for a paragraph; it is short enough for a heading.' }), doubtAbout('vietnam-3')];
const withDoubts = (host: FakeHost): void => void host.state.review.doubts.push(...DOUBTS);
const doubts = () => page.getByRole('list', { name: 'Doubts' }).getByRole('button');
const corrections = () => page.getByRole('list', { name: 'Corrections' }).getByRole('listitem');
const lit = () => page.getByRole('article', { name: /^Passage/ }).elements().findIndex((element) => element.getAttribute('aria-current') === 'true');
const changes = (host: FakeHost): unknown[] => host.calls.flatMap(({ name, params }) => (name === 'review.correct' ? [(params as { change: unknown }).change] : []));

async function review(options: Parameters<typeof open>[1] = {}): Promise<FakeHost> {
  const host = await open('#/review', { before: withDoubts, ...options });
  await expect.element(button('Accept')).toBeVisible();
  return host;
}

describe('Review', () => {
  test('shows the first doubt beside its passage and the lines of its source', async () => {
    await review();
    await expect.element(heading('3 doubts')).toBeVisible();
    await expect.poll(lit).toBe(0);
    const lines = page.getByRole('list', { name: 'Lines of the source' });
    await expect.element(lines).toMatchTextContent(/Line 4 of the file/);
    expect([...document.querySelectorAll('ol b')].map((line) => line.textContent)).toEqual(['Line 4 of the file', 'Line 5 of the file']);
    await expectAccessible();
  });

  test('is walked through by keyboard, and an accepted doubt makes way for the next', async () => {
    const host = await review();
    await keys('j');
    await expect.poll(lit).toBe(1);
    expect(address()).toBe('#/review?report=partners-at-sea&chapter=vietnam&passage=vietnam-2&doubt=heading:vietnam-2');
    await keys('a');
    await expect.element(heading('2 doubts')).toBeVisible();
    await expect.poll(lit).toBe(2);
    expect(changes(host)).toEqual([{ kind: 'accept', doubt: 'heading:vietnam-2' }]);
    await keys('u');
    await expect.element(heading('3 doubts')).toBeVisible();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(heading('2 doubts')).toBeVisible();
  });

  test('taking back leads to the doubt that came back: list, text, box and address show it', async () => {
    const host = await review();
    await keys('j');
    await expect.poll(lit).toBe(1);
    await keys('a');
    await expect.poll(lit).toBe(2);
    await keys('u');
    await expect.element(heading('3 doubts')).toBeVisible();
    await expect.poll(lit).toBe(1);
    await expect.poll(address).toBe('#/review?report=partners-at-sea&chapter=vietnam&passage=vietnam-2&doubt=heading:vietnam-2');
    await expect.element(page.getByRole('region', { name: 'The doubt' })).toMatchTextContent(/Taken for a paragraph/);
    await keys('a');
    await expect.element(heading('2 doubts')).toBeVisible();
    expect(changes(host)).toEqual([{ kind: 'accept', doubt: 'heading:vietnam-2' }, { kind: 'accept', doubt: 'heading:vietnam-2' }]);
  });

  test('joins, moves and says what a passage is, each a correction that can be taken back', async () => {
    const host = await review();
    await keys('b');
    await expect.element(heading('1 correction')).toBeVisible();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.element(heading('2 corrections')).toBeVisible();
    await keys('m');
    await page.getByRole('menuitem', { name: 'Heading of a section' }).click();
    await expect.element(heading('3 corrections')).toBeVisible();
    expect(changes(host)).toEqual([
      { kind: 'join', passage: 'vietnam-1', next: 'vietnam-2' },
      { kind: 'move', passage: 'vietnam-1', after: 'vietnam-2' },
      { kind: 'become', passage: 'vietnam-1', what: 'heading' },
    ]);
    await button('Undo').click();
    await expect.element(corrections()).toHaveLength(2);
  });

  test('a passage that is taller than the pane shows its first line, below the doubt', async () => {
    await review({ size: [360, 400] });
    await keys('j');
    await expect.poll(lit).toBe(1);
    const words = page.getByRole('article', { name: /^Passage 2/ }).element();
    expect(words.clientHeight).toBeGreaterThan(document.querySelector('#main')!.clientHeight - page.getByRole('region', { name: 'The doubt' }).element().clientHeight);
    await expect.poll(() => words.getBoundingClientRect().top - page.getByRole('region', { name: 'The doubt' }).element().getBoundingClientRect().bottom).toBeGreaterThanOrEqual(0);
  });

  test('splits where a word is pressed or the arrows lead', async () => {
    const host = await review();
    await keys('s');
    const cut = page.getByRole('slider', { name: 'Where the second passage begins' });
    await expect.element(cut).toHaveFocus();
    const text = host.state.reports[0]!.passages.find(({ id }) => id === 'vietnam-1')!.text;
    await userEvent.keyboard('{Home}');
    expect(document.activeElement?.getAttribute('aria-valuetext')).toBe(text.slice(text.indexOf(' ') + 1).slice(0, 60));
    await expectAccessible();
    await button('Split here').click();
    await expect.poll(() => changes(host)).toEqual([{ kind: 'split', passage: 'vietnam-1', offset: text.indexOf(' ') + 1 }]);
  });

  test('splits with Enter alone, where the cut stands', async () => {
    const host = await review();
    await keys('s');
    await expect.element(page.getByRole('slider', { name: 'Where the second passage begins' })).toHaveFocus();
    await userEvent.keyboard('{Home}{Enter}');
    await expect.poll(() => changes(host)).toMatchObject([{ kind: 'split', passage: 'vietnam-1' }]);
  });

  test('shows where the cut stands, however long the passage is', async () => {
    await review({ size: [360, 320] });
    await keys('s');
    await expect.element(page.getByRole('slider', { name: 'Where the second passage begins' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    const second = [...document.querySelectorAll('[role="dialog"] p')].at(-1)!;
    const view = second.parentElement!.getBoundingClientRect();
    await expect.poll(() => second.getBoundingClientRect().top).toBeLessThan(view.bottom - 10);
    expect(view.height).toBeLessThan(second.parentElement!.scrollHeight);
  });

  test('a passage is moved although its menu’s button has the focus, and the menu stays closed', async () => {
    const host = await review();
    await keys('m');
    await expect.poll(() => document.activeElement?.closest('[role="menu"]')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(() => changes(host)).toMatchObject([{ kind: 'move', passage: 'vietnam-1' }]);
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  });

  test('tags are set and taken away, and titles are changed', async () => {
    const host = await review();
    await keys('t');
    await page.getByRole('checkbox', { name: 'Soft power' }).click();
    await expectAccessible();
    await button('Change the tags').click();
    await expect.poll(() => changes(host)).toEqual([{ kind: 'retag', passage: 'vietnam-1', facet: 'domain', value: 'soft-power', on: true }]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await keys('r');
    await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveFocus();
    await userEvent.fill(page.getByRole('textbox', { name: 'Title' }), 'A new title');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => changes(host).at(-1)).toMatchObject({ kind: 'rename', to: 'A new title' });
  });

  test('says what went wrong, and stays where it was', async () => {
    const host = await review();
    host.fail('review.correct', new AttacheError('internal', 'The disk is full. The report is as it was.'));
    await keys('b');
    await expect.element(page.getByText('The disk is full. The report is as it was.')).toBeVisible();
    await expect.element(heading('3 doubts')).toBeVisible();
  });

  test('a correction that has lost its place stands first and says so', async () => {
    await review({
      before: (host) => {
        withDoubts(host);
        const made = { kind: 'join' as const, passage: null, createdAt: '2026-11-01T10:00:00Z' };
        host.state.review.corrections.push(
          { ...made, id: 'c1', what: 'Joined “One” with “Two”', fits: false, message: 'Its place was not found in this edition of the report.' },
          { ...made, id: 'c2', what: 'Joined “Three” with “Four”', fits: true, message: null },
        );
      },
    });
    await expect.element(corrections().first()).toMatchTextContent(/One.*Its place was not found/);
  });

  test('lists one kind of doubt', async () => {
    await review();
    await button(/Kind of doubt/).click();
    await page.getByRole('option', { name: 'Headings (1)' }).click();
    await expect.element(doubts()).toHaveLength(1);
  });

  test('says that there is nothing to review', async () => {
    await open('#/review', { reports: [] });
    await expect.element(heading('Nothing to review yet', 1)).toBeVisible();
    await expectAccessible();
  });

  test('a briefing of the app says that it is not corrected', async () => {
    await open('#/review?report=partners-at-sea', { before: (host) => {
      host.state.review.why = 'This briefing comes with Attaché; it is not corrected here.';
    } });
    await expect.element(page.getByText(/it is not corrected here/)).toBeVisible();
  });

  test.each([['a small window', SMALL], ['a phone', PHONE]])('keeps its source within reach in %s', async (_name, size) => {
    await review({ size });
    await expectAccessible();
    await button('Source').click();
    await expect.element(page.getByRole('list', { name: 'Lines of the source' })).toBeVisible();
    await expectAccessible();
  });
});
