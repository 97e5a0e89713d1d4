import path from 'node:path';
import { defaultFolder } from '../host/folder.ts';
import { createEventHub } from '../host/events.ts';
import { openHostService, startSearch } from '../host/open.ts';
import { openBrowser } from '../web/open-browser.ts';
import { startWebHost } from '../web/server.ts';
import type { Command } from './command.ts';
import { ENDINGS } from './endings.ts';

/** Serves the reader in a browser until it is interrupted. Its address goes to stdout, and carries the key. */
export async function serveCommand({ args, io, options }: Pick<Command, 'args' | 'io' | 'options'>): Promise<number> {
  const port = args.number('port', 65_535) ?? 0;
  const folder = args.library ?? defaultFolder();
  const events = createEventHub();
  // Listened for from the start: whoever asks while the library or a browser still opens is not cut off.
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ENDINGS) process.once(signal, () => resolve('asked'));
  });
  let refused = 0;
  const searchThread = startSearch(options.dist);
  const service = openHostService({
    dist: options.dist, folder, exclusive: true, host: 'browser', searchThread, startImport: options.startImport, printer: options.findPrinter(), canPrint: true, emit: events.emit, refusedRequests: () => refused,
  });
  try {
    const host = await startWebHost({ service, events, rendererFolder: path.join(options.dist, 'renderer'), port, onRefused: () => (refused += 1), log: (error) => console.error(error) });
    io.out(`${host.url}\n`);
    if (args.flag('open') && !(await Promise.race([openBrowser(host.url), asked]))) io.err('No browser could be opened. Open the address above in a browser on this machine.\n');
    io.err('Attaché is open in the browser, on this machine only. Press Ctrl+C here to close it.\n');
    await asked;
    await host.close();
  } finally {
    await service.close();
  }
  return 0;
}
