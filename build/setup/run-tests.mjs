// npm test: every test that this machine can run; what it cannot is named with its reason at the end.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { findElectron } from './find-electron.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const required = process.env.ATTACHE_REQUIRE_E2E === '1';
const notRun = [];
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Looks for a Chromium; as root on Debian, its package is installed where there is none. */
function chromium() {
  const found = findChromium();
  if (found || process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return found;
  console.log('No Chromium on this machine: installing Debian’s package …');
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  if (apt('update', '-qq')) apt('install', '-y', '-qq', 'chromium');
  return findChromium();
}

function onPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)));
}

/** Runs some of vitest's projects and adds up what they say. */
function run(projects, env = {}, wrapper = [], options = []) {
  const summaryFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attache-tests-')), 'summary.json');
  const command = [...wrapper, process.execPath, path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'build/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=./build/setup/summary-reporter.mjs', ...options, ...process.argv.slice(2)];
  const ran = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit', env: { ...process.env, ...env, ATTACHE_TEST_SUMMARY: summaryFile } });
  if (!fs.existsSync(summaryFile)) {
    total.failed += 1;
    failures.push(`${projects.join(', ')}: the run ended early (${ran.signal ?? ran.status})`);
    return;
  }
  const summary = JSON.parse(fs.readFileSync(summaryFile, 'utf8'));
  for (const key of Object.keys(total)) total[key] += summary[key];
  failures.push(...summary.failures);
  for (const [reason, count] of Object.entries(summary.skips)) notRun.push(`${count} ${count === 1 ? 'test' : 'tests'}: ${reason}`);
  if (ran.status !== 0 && summary.failed === 0) {
    total.failed += 1;
    failures.push(`${projects.join(', ')}: vitest ended with ${ran.status}`);
  }
}

const browser = chromium();
const electron = findElectron(root);
const needsScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const screen = needsScreen ? (onPath('xvfb-run') ? ['xvfb-run', '-a'] : null) : [];

const missing = [];
if (!browser) missing.push('the tests in a browser: no Chromium was found; install Chromium or Chrome, or name one in ATTACHE_CHROMIUM');
if (!electron) missing.push('the tests in Electron: its binary is not here; run “npx electron --version” with a connection, or name a folder in ELECTRON_OVERRIDE_DIST_PATH');
else if (!screen) missing.push('the tests in Electron: there is no display; install xvfb');
if (!onPath('pdftotext')) missing.push('the tests that read a PDF back: pdftotext was not found; install poppler-utils');
if (!onPath('soffice')) missing.push('the test that opens a Word file: LibreOffice was not found; install libreoffice-writer');

const env = { ...(browser ? { ATTACHE_CHROMIUM: browser } : {}), DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
// Without being told, two processors get one worker.
run(['unit', 'contract', 'faults', ...(browser ? ['component'] : [])], env, [], ['--maxWorkers', '100%']);
run(['e2e', 'packaging'], { ...env, ATTACHE_ELECTRON: electron && screen ? electron : '' }, screen ?? []);

if (required && missing.length > 0) {
  total.failed += missing.length;
  failures.push(...missing.map((what) => `required, but not run: ${what}`));
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
if (missing.length + notRun.length > 0) console.log(`\nNot run:\n${[...missing, ...notRun].map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
