import '../../renderer/styles/fonts.css';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/base.css';
import axe from 'axe-core';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { App } from '../../renderer/app/app.tsx';
import { createHost } from '../../renderer/host/host.ts';
import { createFakeHost, type FakeHost, type FakeOptions } from './fake-host.ts';

export const WIDE = [1360, 860] as const;
export const SMALL = [1024, 700] as const;
export const PHONE = [360, 740] as const;

interface OpenOptions extends FakeOptions {
  size?: readonly [number, number];
  /** Prepares the host before the app asks it anything. */
  before?: (host: FakeHost) => void;
}

/** Opens the app over a fake library at an address, as a window of the given size. */
export async function open(hash: string, { size = WIDE, before, ...options }: OpenOptions = {}): Promise<FakeHost> {
  await page.viewport(...size);
  history.replaceState(null, '', hash);
  const host = createFakeHost(options);
  before?.(host);
  await render(<App host={createHost(host.bridge)} />);
  return host;
}

/** Rules about the whole page; behind an open window the page is hidden from everybody on purpose. */
const PAGE_RULES = ['landmark-one-main', 'page-has-heading-one'];

/** What axe finds in the whole page; nothing is left out but the frame of the preview, which is a document of its own. */
export async function axeFindings(): Promise<string[]> {
  const covered = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  const rules = Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: !covered }]));
  const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false, rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''})`));
}

/** Asserts that a screen is clean in light and in dark. */
export async function expectAccessible(): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    document.documentElement.dataset['theme'] = theme;
    await settled();
    expect(await axeFindings(), theme).toEqual([]);
  }
}

/** Waits until nothing on the page is fading or sliding any more; what has just been shown begins to within two frames. */
export async function settled(): Promise<void> {
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  for (let moving = true; moving;) {
    await frame();
    await frame();
    const animations = document.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    moving = animations.length > 0;
    await Promise.allSettled(animations.map((animation) => animation.finished));
  }
}

/** The address as the reader sees it. */
export const address = (): string => decodeURIComponent(location.hash);

/** Types single keys, as commands. */
export const keys = (text: string): Promise<void> => userEvent.keyboard(text);

export const heading = (name: string | RegExp, level?: number) => page.getByRole('heading', { name, ...(level ? { level } : {}) });
export const button = (name: string | RegExp) => page.getByRole('button', { name });
export const link = (name: string | RegExp) => page.getByRole('link', { name });
