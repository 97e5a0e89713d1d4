/** An importing process as Electron starts it (import-processes.ts). Chromium ends it with the program. */
import { supervise } from '../db/service/supervise.ts';

supervise({
  say: (news) => process.parentPort.postMessage(news),
  hear: (on) => process.parentPort.on('message', ({ data }) => on(data)),
}, process.argv.slice(2));
