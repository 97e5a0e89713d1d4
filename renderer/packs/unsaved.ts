import type { Notices } from '../app/notices.ts';
import type { PackSession } from './session.ts';

/** What is mended within this time, as an addition to a pack that another window has just changed, is not said. */
const PATIENCE_MS = 300;

/** Whether a pack has something that could not be written, and would be lost with the window. */
export function isUnsaved({ store }: PackSession): boolean {
  const { save } = store.get();
  return save === 'failed' || save === 'conflict';
}

/**
 * Says that a pack cannot be written, wherever the reader is: its own list may be scrolled, shut or left by then. The
 * notice stays until the pack is written, and is not said again while it stands.
 * @param open brings the pack onto the screen, where a version has to be chosen
 */
export function sayUnsaved(session: PackSession, notices: Notices, open: (id: string) => void): void {
  let said: number | null = null;
  const stands = (): boolean => said !== null && notices.shown.get()?.id === said;
  const say = (): void => {
    if (!isUnsaved(session) || stands()) return;
    const { id, save, problem, head } = session.store.get();
    notices.problem(`“${head.title}” is not saved. ${problem}`, save === 'failed'
      ? { label: 'Save it now', run: () => void session.flush() }
      : { label: 'Open the pack', run: () => open(id) });
    said = notices.shown.get()?.id ?? null;
  };
  session.store.subscribe(() => {
    if (session.store.get().save === 'saved' && stands()) notices.dismiss();
    if (isUnsaved(session)) setTimeout(say, PATIENCE_MS);
  });
}
