import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { START_PAGE } from './protocol.ts';
import { closePage } from './session.ts';
import { fitPlace, keepPlace, readPlace, SMALLEST } from './window-place.ts';

/** The paper's colour before the page has painted anything (renderer/styles/tokens.css). */
const PAPER = { light: '#fbfaf7', dark: '#15171a' };

/**
 * Opens a window on the app's page. It is shown as soon as it has something to show.
 * @param dist the folder of the built program
 * @param onRefused told for everything that the page tried and may not
 */
export function openWindow(dist: string, onRefused: () => void): BrowserWindow {
  const folder = app.getPath('userData');
  const { maximized, ...place } = fitPlace(readPlace(folder), [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea));
  const window = new BrowserWindow({
    ...place, minWidth: SMALLEST.width, minHeight: SMALLEST.height, show: false, title: 'Attaché',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    // On Linux nothing else tells the desktop the app's icon.
    ...(process.platform === 'linux' ? { icon: path.join(dist, '..', 'build', 'icons', '256x256.png') } : {}),
    webPreferences: {
      preload: path.join(dist, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, spellcheck: false,
      navigateOnDragDrop: false, devTools: !app.isPackaged,
    },
  });
  closePage(window.webContents, onRefused);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => keepPlace(folder, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  window.webContents.on('will-prevent-unload', (event) => {
    if (closesAnyway(window)) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window);
  });
  void window.loadURL(START_PAGE);
  return window;
}

/** The page would stay, since a pack could not be written (renderer/packs/unsaved.ts): the user decides. */
function closesAnyway(window: BrowserWindow): boolean {
  return dialog.showMessageBoxSync(window, {
    type: 'warning', title: 'Attaché', message: 'A pack is not saved.', detail: 'What you changed last is only in this window, and is lost when it closes. Stay, and the message at the foot of the window says why and what helps.',
    buttons: ['Stay', 'Close without saving'], defaultId: 0, cancelId: 0,
  }) === 1;
}

/** The page has crashed; the library lives in another process and has not. */
async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning', title: 'Attaché', message: 'This window stopped working.', detail: 'Your library and packs are safe; what you typed last may be lost.',
    buttons: ['Open it again', 'Close it'], defaultId: 0, cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) void window.loadURL(START_PAGE);
  else window.destroy();
}

/** Brings a window to the front, wherever it is. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
