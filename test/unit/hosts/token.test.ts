import { expect, test } from 'vitest';
import { takeToken, watchForToken } from '../../../renderer/host/http-bridge.ts';

/** A browser's window, as far as the key of the library needs one. */
function windowAt(hash: string) {
  const kept = new Map<string, string>();
  let loaded = 0;
  const location = { hash, reload: () => (loaded += 1) };
  const view = Object.assign(new EventTarget(), {
    location, history: { replaceState: (_state: unknown, _title: string, to: string) => (location.hash = to) },
    sessionStorage: { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) },
  });
  const paste = (to: string): void => {
    location.hash = to;
    view.dispatchEvent(new Event('hashchange'));
  };
  return { view: view as unknown as Window, paste, loaded: () => loaded };
}

test('an address with the key that is pasted into the locked page opens it', () => {
  const { view, paste, loaded } = windowAt('');
  expect(takeToken(view)).toBeNull();
  watchForToken(view);
  paste('#/search?q=coast');
  expect(loaded()).toBe(0);
  paste('#token=a%2Fb');
  expect(loaded()).toBe(1);
  expect(view.location.hash).toBe('#');
  expect(takeToken(view)).toBe('a/b');
});
