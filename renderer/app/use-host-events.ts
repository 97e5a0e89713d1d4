import { useEffect } from 'react';
import { INDEX_JOB } from '../../db/contract/bridge.ts';
import { useServices } from './services.ts';

/** How often the foot of the window asks whether anything was refused. */
const LOOK_MS = 15_000;

/** Listens to the host: progress of imports, changes made elsewhere, the menu. And looks after what must not be lost. */
export function useHostEvents(): void {
  const { host, client, about, changes, imports, packs, commands, indexing } = useServices();
  useEffect(() => {
    let live = true;
    const look = (): void => {
      // A host that is gone is told by the calls that somebody waits for, not by this one.
      client('app.about', {}).then((now) => live && about.set(now), () => {});
    };
    const timer = setInterval(look, LOOK_MS);
    const stop = host.onEvent((event) => {
      if (event.type === 'progress' && event.job === INDEX_JOB) return indexing.set(event.done < event.total ? Math.floor((100 * event.done) / event.total) : null);
      if (event.type === 'progress') return imports.heard(event);
      if (event.type === 'command') return void commands.run(event.command);
      changes[event.what].set((n) => n + 1);
      if (event.what === 'desk') void packs.refresh();
      look();
    });
    const flush = (): void => void packs.flush();
    const stay = (event: BeforeUnloadEvent): void => {
      if (packs.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      live = false;
      clearInterval(timer);
      stop();
      window.removeEventListener('beforeunload', stay);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [host, client, about, changes, imports, packs, commands, indexing]);
}
