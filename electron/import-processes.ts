import path from 'node:path';
import { utilityProcess } from 'electron';
import { lastWordsOf, type StartWork } from '../db/service/work-process.ts';

/**
 * Starts importing processes as Electron does; only once the app is ready.
 * @param dist the folder of the built program
 */
export const utilityWork = (dist: string): StartWork => (megabytes) => {
  const child = utilityProcess.fork(path.join(dist, 'import-utility.cjs'), [path.join(dist, 'import-worker.cjs'), String(megabytes)], { serviceName: 'Attaché import', stdio: ['ignore', 'ignore', 'pipe'] });
  const said = lastWordsOf(child.stderr!);
  let over = false;
  let doomed = false;
  const kill = (): void => {
    doomed = true;
    // Electron's own way waits until the process listens, which one that is stuck never does.
    if (child.pid !== undefined && !over) process.kill(child.pid, 'SIGKILL');
  };
  child.once('spawn', () => doomed && kill());
  return {
    get pid() {
      return child.pid;
    },
    listen({ news, ended }) {
      child.on('message', news);
      child.once('exit', (code) => {
        over = true;
        ended(`ended with ${code}: ${said()}`);
      });
    },
    send: (order) => child.postMessage(order),
    // Electron ends when its last window is closed, whatever runs.
    hold: () => {},
    kill,
  };
};
