// Before `npm start` and `npm test`: installs the libraries and builds the program where either is missing or out of date.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_TOO_OLD } from './find-node.mjs';
import { isBuilt, librariesAreFresh, stampBuilt } from './fresh.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Says one line, runs a program without a word of its own, and says what it said where it fails. */
function run(line, command, args, explain) {
  console.log(line);
  const windowsShell = process.platform === 'win32' && command.endsWith('.cmd');
  const ran = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: windowsShell });
  if (ran.status === 0) return;
  const said = `${ran.stdout ?? ''}${ran.stderr ?? ''}${ran.error ? ran.error.message : ''}`.trim();
  console.error(said.split('\n').slice(-30).join('\n'));
  console.error(`\n${explain(said)}`);
  process.exit(1);
}

function whyNotInstalled(said) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(said)) {
    return 'The libraries could not be fetched: npm’s registry cannot be reached from here. Attaché needs it once, to be installed, and never again. Connect this machine (or set npm’s proxy) and run the command again.';
  }
  if (/ENOSPC|EDQUOT/.test(said)) return 'The libraries could not be installed: the disk is full. Free about 1.5 GB and run the command again.';
  if (/EACCES|EPERM|EROFS/.test(said)) return `The libraries could not be installed: you may not write to ${root}. Copy the folder to a place of your own and run the command there.`;
  return 'The libraries could not be installed; npm’s reason stands above. Nothing outside this folder was changed.';
}

function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, before] = npm && /\.[cm]?js$/.test(npm) ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  run('Installing Attaché’s libraries (once; about a minute) …', command, [...before, ...args], whyNotInstalled);
}

if (!librariesAreFresh(root)) install();
const node = findNode(root);
if (!node) {
  console.error(NODE_TOO_OLD);
  process.exit(1);
}
if (!isBuilt(root)) {
  run('Building Attaché (a few seconds) …', node, [path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn'],
    () => 'Attaché could not be built; the reason stands above. Your libraries and packs are not touched by this.');
  stampBuilt(root);
}
