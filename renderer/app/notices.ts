import { createStore } from '../parts/store.ts';
import { asError } from '../host/host.ts';

export interface Notice {
  id: number;
  text: string;
  kind: 'done' | 'error';
  action: { label: string; run: () => void } | null;
}

export type Notices = ReturnType<typeof createNotices>;

/** Short sentences at the foot of the window, and what is only said aloud. One notice at a time: the last is the one that counts. */
export function createNotices() {
  const shown = createStore<Notice | null>(null);
  const aloud = createStore('');
  let id = 0;
  const show = (text: string, kind: Notice['kind'], action: Notice['action'] = null): void => {
    id += 1;
    shown.set({ id, text, kind, action });
  };
  const act = (): boolean => {
    const action = shown.get()?.action;
    if (!action) return false;
    shown.set(null);
    action.run();
    return true;
  };
  return {
    shown,
    aloud,
    done: (text: string, action: Notice['action'] = null): void => show(text, 'done', action),
    /** @param action what may help */
    problem: (sentence: string, action: Notice['action'] = null): void => show(sentence, 'error', action),
    /** Says a failure; what the user stopped is no failure. */
    failed(error: unknown): void {
      const { code, message } = asError(error);
      if (code !== 'cancelled') show(message, 'error');
    },
    dismiss: (): void => shown.set(null),
    /** Does what the notice on the screen offers. @returns whether there was anything */
    act,
    /** Takes back what the notice on the screen says was done. @returns whether there was anything */
    undo: (): boolean => shown.get()?.kind === 'done' && act(),
    /** For screen readers, and only when it differs from what was said last. */
    say: (text: string): void => aloud.set(text),
  };
}
