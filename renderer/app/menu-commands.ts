import type { Host } from '../host/host.ts';
import type { Commands } from './commands.ts';

/**
 * Tells the host which commands are answered, now and whenever that changes, so that its menu greys the others.
 * @returns a function that stops it
 */
export function tellAnswered(host: Host, commands: Commands): () => void {
  let told = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    waiting = undefined;
    const answered = commands.answered();
    if (answered.join(' ') === told) return;
    told = answered.join(' ');
    // A menu that greys nothing is no loss.
    host.offerCommands(answered).catch(() => {});
  };
  // A screen that comes and one that goes register many at once.
  const soon = (): void => {
    waiting ??= setTimeout(tell);
  };
  soon();
  const stop = commands.subscribe(soon);
  return () => {
    stop();
    clearTimeout(waiting);
  };
}
