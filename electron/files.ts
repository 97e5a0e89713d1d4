import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, type FileFilter, type OpenDialogOptions } from 'electron';
import type { PickKind } from '../db/contract/bridge.ts';
import type { Client } from '../db/contract/client.ts';
import { REPORT_ENDINGS } from '../db/model/formats.ts';
import { filesToImport } from './host/files-to-import.ts';
import { saveFile, saveInFolder } from './host/save-file.ts';
import type { Desktop } from './ipc.ts';
import { greyOthers } from './menu.ts';
import type { PrintRoom } from './print.ts';

const ALL: FileFilter = { name: 'All files', extensions: ['*'] };
const PICKS: Record<PickKind, OpenDialogOptions> = {
  report: { title: 'Import reports', filters: [{ name: 'Reports', extensions: [...REPORT_ENDINGS] }, ALL], properties: ['openFile', 'multiSelections'] },
  folder: { title: 'Import a folder of reports', buttonLabel: 'Import', properties: ['openDirectory', 'multiSelections'] },
  pack: { title: 'Open a pack', filters: [{ name: 'Packs', extensions: ['json'] }, ALL], properties: ['openFile'] },
};

/** The system's dialogs: which file to open, where to save, which printer. */
export function createDesktop(client: Client, prints: PrintRoom): Desktop {
  const front = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((window) => window.isVisible());
  const inFront = <O, R>(show: { (window: BrowserWindow, options: O): Promise<R>; (options: O): Promise<R> }, options: O): Promise<R> => {
    const window = front();
    return window ? show(window, options) : show(options);
  };
  return {
    async pickFiles(kind) {
      const { canceled, filePaths } = await inFront(dialog.showOpenDialog, PICKS[kind]);
      if (canceled) return [];
      return kind === 'folder' ? filePaths.flatMap(filesToImport) : filePaths;
    },
    async saveFile(name, bytes) {
      const ending = path.extname(name).slice(1);
      const filters = ending ? [{ name: ending.toUpperCase(), extensions: [ending] }, ALL] : [ALL];
      const { canceled, filePath } = await inFront(dialog.showSaveDialog, { title: 'Save', defaultPath: path.join(app.getPath('documents'), path.basename(name)), filters });
      if (canceled || !filePath) return 'cancelled';
      await saveFile(filePath, bytes);
      return 'saved';
    },
    async saveFiles(files) {
      const { canceled, filePaths: [folder] } = await inFront(dialog.showOpenDialog, { title: 'Save the copies into a folder', defaultPath: app.getPath('documents'), properties: ['openDirectory', 'createDirectory'] } satisfies OpenDialogOptions);
      if (canceled || !folder) return 'cancelled';
      await saveInFolder(folder, files);
      return 'saved';
    },
    offerCommands(commands) {
      const menu = Menu.getApplicationMenu();
      if (menu) greyOthers(menu, commands);
    },
    async printPack(id, copy) {
      const [{ html }, { pack }] = await Promise.all([client('packs.preview', { id, copy }), client('packs.get', { id })]);
      return prints.print(html, pack.paper);
    },
  };
}
