import type { Client } from '../../db/contract/client.ts';
import type { Result } from '../../db/contract/methods.ts';
import { createStore, type Store } from '../parts/store.ts';

export type Settings = Result<'desk.settings'>;
export const TEXT_SIZES = [90, 100, 110, 125, 150, 175, 200] as const;

export interface SettingsDesk {
  store: Store<Settings>;
  /** Shows the change at once and keeps it; where it cannot be kept the screen goes back and `onError` hears why. */
  change(values: Partial<Settings>): Promise<void>;
  /** One step larger (1), smaller (-1), or back to 100 % (0). */
  resizeText(step: 1 | 0 | -1): Promise<void>;
}

/** @param initial what the desk held when the app was opened */
export function createSettings(client: Client, initial: Settings, onError: (error: unknown) => void): SettingsDesk {
  const store = createStore(initial);
  const change = async (values: Partial<Settings>): Promise<void> => {
    const before = store.get();
    const wanted = { ...before, ...values };
    store.set(wanted);
    try {
      await client('desk.set', wanted);
    } catch (error) {
      if (store.get() === wanted) store.set(before);
      onError(error);
    }
  };
  return {
    store,
    change,
    resizeText(step) {
      const { textSize } = store.get();
      const next = step === 0 ? 100 : step > 0 ? TEXT_SIZES.find((size) => size > textSize) : TEXT_SIZES.findLast((size) => size < textSize);
      return next === undefined ? Promise.resolve() : change({ textSize: next });
    },
  };
}

const dark = (view: Window): MediaQueryList => view.matchMedia('(prefers-color-scheme: dark)');

/** Gives the page its theme and text size, now and whenever they change. @returns a function that stops it */
export function wearSettings(store: Store<Settings>, view: Window): () => void {
  const root = view.document.documentElement;
  const wear = (): void => {
    const { theme, textSize } = store.get();
    root.dataset['theme'] = theme === 'system' ? (dark(view).matches ? 'dark' : 'light') : theme;
    root.style.fontSize = `${textSize}%`;
  };
  wear();
  const query = dark(view);
  const unwatch = store.subscribe(wear);
  query.addEventListener('change', wear);
  return () => {
    unwatch();
    query.removeEventListener('change', wear);
  };
}
