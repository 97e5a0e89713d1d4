// Finds Electron's binary without asking the electron package, which would fetch it.
import fs from 'node:fs';
import path from 'node:path';

const NAMES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/**
 * @param {string} root the project
 * @returns {string | null} the binary: in the folder that ELECTRON_OVERRIDE_DIST_PATH names, or where npm's package keeps it
 */
export function findElectron(root) {
  const name = NAMES[process.platform] ?? 'electron';
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, path.join(root, 'node_modules', 'electron', 'dist')].filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null;
}
