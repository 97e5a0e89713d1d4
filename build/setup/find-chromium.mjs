// Finds a Chromium-family browser for tests and development: named, installed, or one that Playwright fetched.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const FIXED = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
};

/** @returns {string | null} the browser's path */
export function findChromium() {
  const named = process.env.ATTACHE_CHROMIUM;
  if (named) return fs.existsSync(named) ? named : null;
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...(FIXED[process.platform] ?? []), ...fromPlaywright()].find((file) => fs.existsSync(file)) ?? null;
}

function fromPlaywright() {
  const folders = { darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(os.homedir(), folders[process.platform] ?? '.cache/ms-playwright');
  if (!fs.existsSync(cache)) return [];
  return fs.readdirSync(cache).flatMap((name) => (!name.startsWith('chromium') ? [] : [
    path.join(cache, name, 'chrome-linux', 'chrome'), path.join(cache, name, 'chrome-linux64', 'chrome'), path.join(cache, name, 'chrome-win', 'chrome.exe'),
    path.join(cache, name, 'chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
  ]));
}
