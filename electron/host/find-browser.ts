import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What of the machine decides where a browser lies; given in tests. */
export interface Machine {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
  isFile: (file: string) => boolean;
}

const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const WINDOWS_PROGRAMS = [['Google', 'Chrome', 'chrome.exe'], ['Microsoft', 'Edge', 'msedge.exe'], ['Chromium', '', 'chrome.exe']] as const;

/**
 * Finds a browser that can make a PDF: Chrome, Edge or Chromium, where they are usually installed. ATTACHE_CHROMIUM
 * names another one; where it names no file, none is used, so that a wrong setting is noticed.
 * @returns the path of its program, or null
 */
export function findBrowser(machine: Machine = thisMachine()): string | null {
  const named = machine.env['ATTACHE_CHROMIUM'];
  if (named) return machine.isFile(named) ? named : null;
  return usualPlaces(machine).find(machine.isFile) ?? null;
}

function thisMachine(): Machine {
  const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return { env: process.env, platform: process.platform, home: os.homedir(), isFile };
}

function usualPlaces({ env, platform, home }: Machine): string[] {
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(home, 'Applications')].flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined && folder !== '') as string[];
    return folders.flatMap((folder) => WINDOWS_PROGRAMS.map(([maker, name, file]) => path.win32.join(folder, maker, name, 'Application', file)));
  }
  const folders = [...(env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/')), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return folders.flatMap((folder) => COMMANDS.map((command) => path.posix.join(folder, command)));
}
