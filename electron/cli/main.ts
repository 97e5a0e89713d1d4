import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ENDINGS } from './endings.ts';

/** The first Node that the native SQLite module loads on. */
const NEEDED = [22, 14] as const;

function isOldNode(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
}

/** Under an older Node, the one that the project brings runs the command instead, and ends when this one is asked to. */
async function runOnNewerNode(): Promise<number> {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [path.join('.bin', name), path.join(`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, 'bin', name)];
  const newer = candidates.map((file) => path.join(__dirname, '..', 'node_modules', file)).find((file) => fs.existsSync(file));
  if (!newer || process.env['ATTACHE_NEWER_NODE']) {
    process.stderr.write(`Attaché needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Nothing was changed. Install a newer Node from nodejs.org and try again.\n`);
    return 1;
  }
  const child = spawn(newer, [__filename, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, ATTACHE_NEWER_NODE: '1' } });
  // Ctrl+C reaches both by itself; the others only this one.
  for (const signal of ENDINGS) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function run(): Promise<number> {
  const [{ runCli }, { findBrowser }, { createBrowserPrinter }, { paperScriptIn }, { forkImports }] = await Promise.all([
    import('./run.ts'), import('../host/find-browser.ts'), import('../host/browser-printer.ts'), import('../host/paper-script.ts'), import('../host/fork-imports.ts'),
  ]);
  const findPrinter = () => {
    const browser = findBrowser();
    return browser === null ? null : createBrowserPrinter(browser, paperScriptIn(__dirname));
  };
  return runCli(process.argv.slice(2), { dist: __dirname, findPrinter, startImport: forkImports(__dirname) });
}

if (isOldNode()) {
  void runOnNewerNode().then((code) => {
    process.exitCode = code;
  });
} else {
  let unwritten = false;
  // "attache import … | head" closes the pipe early: that is no failure, and the command still does its work.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || unwritten) return;
    unwritten = true;
    process.exitCode = 1;
    process.stderr.write(`What was asked for was done, but could not be written out: ${error.message}. The library is safe.\n`);
  });
  process.stderr.on('error', () => {});
  void run().then((code) => {
    process.exitCode = unwritten ? 1 : code;
  });
}
