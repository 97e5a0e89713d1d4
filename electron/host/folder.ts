import os from 'node:os';
import path from 'node:path';

/**
 * Where the library lies when nobody says otherwise: the app's own folder in the user's data, the same for the window,
 * the browser host and the terminal.
 */
export function defaultFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  // A variable that is empty is one that is not set.
  const home = os.homedir() || os.userInfo().homedir;
  if (platform === 'win32') return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Attache', 'library');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Attache', 'library');
  return path.join(env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'Attache', 'library');
}
