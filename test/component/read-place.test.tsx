import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { address, heading, keys, open } from './open.tsx';

const AT = '#/read?report=partners-at-sea';
const passage = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-passage="${id}"]`)!;
const main = (): HTMLElement => document.querySelector<HTMLElement>('#main')!;
const topOf = (element: Element): number => element.getBoundingClientRect().top - main().getBoundingClientRect().top;

describe('Where the text stands', () => {
  test('a passage that was found and is taller than the pane shows its first line', async () => {
    await open(`${AT}&chapter=vietnam&passage=vietnam-14&lit=1`, { size: [360, 220] });
    await expect.poll(() => document.activeElement).toBe(passage('vietnam-14'));
    expect(passage('vietnam-14').offsetHeight).toBeGreaterThan(main().clientHeight + 60);
    expect(topOf(passage('vietnam-14'))).toBeGreaterThanOrEqual(0);
  });

  test('whoever comes back to the beginning of a chapter sees its title', async () => {
    await open(`${AT}&chapter=vietnam&passage=vietnam-1`, { size: [900, 500] });
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    expect(topOf(heading('Vietnam', 1).element())).toBeGreaterThanOrEqual(0);
  });

  test('m shows passages like the one that is read; each leads to its place', async () => {
    await open(`${AT}&chapter=vietnam&passage=vietnam-4`);
    await expect.element(heading('Vietnam', 1)).toBeVisible();
    await keys('jm');
    const like = page.getByRole('dialog', { name: 'More like this' });
    await expect.element(like.getByRole('list', { name: 'Passages like this one' })).toBeVisible();
    await like.getByRole('link').first().click();
    await expect.poll(address).toContain('lit=1');
    await expect.element(like).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await expect.poll(address).not.toContain('lit=1');
  });
});
