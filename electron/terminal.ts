import path from 'node:path';
import { app } from 'electron';
import { runCli } from './cli/run.ts';
import { defaultFolder } from './host/folder.ts';
import { paperScriptIn } from './host/paper-script.ts';
import { utilityWork } from './import-processes.ts';
import { createPrintRoom } from './print.ts';

/**
 * Runs one of the terminal's commands in the installed app: the same commands, with the app's own window as printer.
 * @param own the app's part of the command line
 * @param dist the folder of the built program
 */
export async function runInTerminal(own: readonly string[], dist: string): Promise<void> {
  // A command must run on a machine without a screen too.
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) app.commandLine.appendSwitch('ozone-platform', 'headless');
  app.setPath('userData', path.join(path.dirname(defaultFolder()), 'terminal'));
  app.dock?.hide();
  // The printer's hidden window is no reason to end when it closes.
  app.on('window-all-closed', () => {});
  await app.whenReady();
  const prints = createPrintRoom(paperScriptIn(dist), () => {});
  const code = await runCli(own, { dist, findPrinter: () => prints.pdf, startImport: utilityWork(dist) });
  await new Promise((resolve) => {
    process.stdout.write('', resolve);
  });
  app.exit(code);
}
