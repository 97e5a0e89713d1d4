// Finds a Node that the native SQLite module loads on: this one, or the one that npm brought along.
import fs from 'node:fs';
import path from 'node:path';

const NEEDED = [22, 14];
const FOLDERS = { linux: 'linux', win32: 'win' };

/**
 * @param {string} root the project
 * @param {{ version?: string, execPath?: string, platform?: string, arch?: string }} machine this one, unless a test says otherwise
 * @returns {string | null} the path of a Node that is new enough
 */
export function findNode(root, { version = process.versions.node, execPath = process.execPath, platform = process.platform, arch = process.arch } = {}) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return execPath;
  const brought = path.join(root, 'node_modules', `node-${FOLDERS[platform] ?? platform}-${arch}`, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  return fs.existsSync(brought) ? brought : null;
}

export const NODE_TOO_OLD = `Attaché needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}, and none comes with Attaché for this machine. Nothing was changed. Install a newer one from nodejs.org and run the command again.`;
