import fs from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, session, type IpcMainInvokeEvent } from 'electron';
import { createClient, type Client } from '../db/contract/client.ts';
import { AttacheError } from '../db/model/errors.ts';
import type { StartedThread } from '../db/service/search-thread.ts';
import type { Service } from '../db/service/service.ts';
import { CHANNELS } from './bridge-client.ts';
import { saidLibrary, windowFolder } from './command-line.ts';
import { createDesktop } from './files.ts';
import { createEventHub } from './host/events.ts';
import { defaultFolder } from './host/folder.ts';
import { openHostService, startSearch } from './host/open.ts';
import { paperScriptIn } from './host/paper-script.ts';
import { listProgramFiles } from './host/program-files.ts';
import type { HostService } from './host/service.ts';
import { utilityWork } from './import-processes.ts';
import { createAnswerer, type Sender } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { createPrintRoom } from './print.ts';
import { pageOffer, servePages } from './protocol.ts';
import { closeSession } from './session.ts';
import { bringForward, openWindow } from './window.ts';

const log = (error: unknown): void => console.error(error);

/**
 * Opens the app's window over a library.
 * @param own the app's part of the command line
 * @param dist the folder of the built program
 */
export async function openApp(own: readonly string[], dist: string): Promise<void> {
  const usual = defaultFolder();
  const library = saidLibrary(own, process.cwd()) ?? usual;
  const folder = windowFolder(library, usual);
  try {
    fs.mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
    if (!app.requestSingleInstanceLock()) {
      console.error('Attaché is already open with this library; its window was brought to the front.');
      app.exit(0);
      return;
    }
    const searchThread = startSearch(dist);
    await app.whenReady();
    await openOver(library, dist, searchThread);
  } catch (error) {
    await app.whenReady();
    endWithSentence(error, folder);
  }
}

async function openOver(library: string, dist: string, searchThread: StartedThread): Promise<void> {
  let refused = 0;
  const onRefused = () => void (refused += 1);
  closeSession(session.defaultSession, { developing: !app.isPackaged, onRefused });
  servePages(session.defaultSession, pageOffer(listProgramFiles(path.join(dist, 'renderer'))), onRefused);

  const events = createEventHub();
  const prints = createPrintRoom(paperScriptIn(dist), onRefused);
  const service = openHostService({
    dist, folder: library, exclusive: true, host: 'window', searchThread, startImport: utilityWork(dist), printer: prints.pdf, canPrint: true, emit: events.emit, refusedRequests: () => refused, log,
  });
  closeAtTheEnd(service);
  const client = createClient((name, params) => service.dispatch(name, params));
  await followTheme(client);

  const windows = new Set<BrowserWindow>();
  const open = () => {
    const window = openWindow(dist, onRefused);
    windows.add(window);
    window.once('closed', () => windows.delete(window));
  };
  const toWindows = (event: unknown) => windows.forEach(({ webContents }) => webContents.send(CHANNELS.event, event));
  events.subscribe(toWindows);

  const answer = createAnswerer({ service: themed(service, client), desktop: createDesktop(client, prints), onRefused, log });
  ipcMain.handle(CHANNELS.ask, (event, message: unknown) => answer(senderOf(event, windows), message));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({
    platform: process.platform, developing: !app.isPackaged, send: (command) => toWindows({ type: 'command', command }),
  })));

  const comeForward = () => {
    const [first] = windows;
    if (first) bringForward(first);
    else open();
  };
  app.on('second-instance', comeForward);
  app.on('activate', comeForward);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  open();
}

function senderOf(event: IpcMainInvokeEvent, windows: ReadonlySet<BrowserWindow>): Sender {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  return { address: frame?.url ?? null, mainFrame: frame !== null && frame === event.sender.mainFrame, ours: window !== null && windows.has(window) };
}

/** The system's own parts (menus, dialogs, the title bar) are light or dark as the page is. */
async function followTheme(client: Client): Promise<void> {
  nativeTheme.themeSource = (await client('desk.settings', {})).theme;
}

function themed(service: HostService, client: Client): HostService {
  return {
    shelf: service.shelf,
    async dispatch(name, params) {
      const reply = await service.dispatch(name, params);
      if (name === 'desk.set' && reply.ok) await followTheme(client);
      return reply;
    },
  };
}

/** What was begun is finished, and the library's files are closed, before the app ends. */
function closeAtTheEnd(service: Service): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    service.close().catch(log).finally(() => app.exit(0));
  });
}

/** The app could not open: says why in a box and on stderr, and ends. */
function endWithSentence(error: unknown, folder: string): void {
  if (!(error instanceof AttacheError)) log(error);
  const sentence = error instanceof AttacheError ? error.message
    : `Attaché could not open. Your library was not changed. Start it again; if this comes back, check that your disk is not full and that you may write to ${folder}.`;
  console.error(sentence);
  dialog.showErrorBox('Attaché could not open', sentence);
  app.exit(1);
}
