// npm start: opens Attaché's window. Where this machine cannot open one, the same reader opens in the browser.
//   node build/setup/start.mjs [--library DIR]
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchElectron } from './fetch-electron.mjs';
import { findElectron } from './find-electron.mjs';
import { findNode, NODE_TOO_OLD } from './find-node.mjs';
import { isWindowFailure, whyNoWindow } from './window-failure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);
const env = { ...process.env };
delete env.ELECTRON_RUN_AS_NODE;

/** Lines that Chromium writes for its own makers. */
const NOISE = /^\[\d+:\d+\/[\d.]+:(ERROR|WARNING|INFO):/;

/** Runs a program until it ends. Ctrl+C reaches it too, and it decides what follows. */
function run(command, commandArgs, { quiet = false } = {}) {
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(command, commandArgs, { cwd: process.cwd(), env, stdio: ['inherit', 'inherit', quiet ? 'pipe' : 'inherit'] });
    process.once('SIGTERM', () => child.kill());
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (part) => {
      said = (said + part).slice(-20_000);
      const lines = part.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
      if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
    });
    child.once('error', (error) => resolve({ code: null, signal: null, said: error.message, lasted: 0 }));
    child.once('close', (code, signal) => resolve({ code, signal, said, lasted: Date.now() - began }));
  });
}

/** @returns why no window could be opened, or null once a window was open and has been closed */
async function openWindow(node) {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return { why: 'there is no display here for a window', how: 'start it in a desktop session' };
  const missing = findElectron(root) ? null : await fetchElectron(root, node);
  const electron = findElectron(root);
  if (!electron) return { why: `Electron cannot open the window: ${missing}`, how: 'connect this machine once and run “npm start” again' };
  const isRoot = process.getuid?.() === 0;
  if (isRoot) console.error('Running as root, so Electron’s sandbox is off. Use an ordinary account for everyday work.');
  const ended = await run(electron, [...(isRoot ? ['--no-sandbox'] : []), root, ...args], { quiet: true });
  if (isWindowFailure(ended)) return whyNoWindow(ended.said);
  process.exitCode = ended.code ?? 1;
  return null;
}

async function openBrowser(node, { why, how }) {
  console.error(`Opening Attaché in the browser instead: ${why}. For the window, ${how}.`);
  const { code } = await run(node, [path.join(root, 'dist', 'cli.cjs'), 'serve', '--open', ...args]);
  process.exitCode = code ?? 1;
}

process.on('SIGINT', () => {});
const node = findNode(root);
if (!node) {
  console.error(NODE_TOO_OLD);
  process.exitCode = 1;
} else {
  const failure = await openWindow(node);
  if (failure) await openBrowser(node, failure);
}
