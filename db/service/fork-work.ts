import { fork } from 'node:child_process';
import { lastWordsOf, type StartWork } from './work-process.ts';

/**
 * Starts importing processes as Node does.
 * @param processFile the bundled db/service/import-process.ts
 * @param workerFile the bundled db/service/import-worker.ts
 */
export const forkWork = (processFile: string, workerFile: string): StartWork => (megabytes) => {
  const child = fork(processFile, [workerFile, String(megabytes)], { serialization: 'advanced', execArgv: ['--no-warnings'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said = lastWordsOf(child.stderr!);
  return {
    pid: child.pid,
    listen({ news, ended }) {
      let over = false;
      const end = (words: string): void => {
        if (!over) ended(words);
        over = true;
      };
      child.on('message', news);
      child.on('close', (code, signal) => end(`ended with ${signal ?? code}: ${said()}`));
      child.on('error', (error) => end(String(error)));
    },
    send: (order) => void child.send(order, () => {}),
    hold(waits) {
      for (const handle of [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null]) handle?.[waits ? 'ref' : 'unref']?.();
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
