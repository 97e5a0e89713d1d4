/** An importing process as Node starts it (fork-work.ts). */
import { supervise } from './supervise.ts';

supervise({
  say: (news) => void process.send!(news),
  hear: (on) => void process.on('message', on),
}, process.argv.slice(2));

// The program that started this one is gone, and a half import with it; leaving needs no tidying.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
