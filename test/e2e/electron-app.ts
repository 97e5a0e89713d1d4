import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { HostBridge } from '../../db/contract/bridge.ts';
import { createClient, type Client } from '../../db/contract/client.ts';
import { findElectron } from '../../build/setup/find-electron.mjs';

declare global {
  interface Window { attache: HostBridge }
}

const root = path.resolve(import.meta.dirname, '..', '..');
const heldApp = path.join('test', 'fixtures', 'held-app');
/** A first start reads the briefings in; on a machine that is busy that takes its time. */
const SLOW_MS = 120_000;
/** Electron's binary, and a display to open windows on. */
const binary = process.env['ATTACHE_ELECTRON'] ?? findElectron(root) ?? '';
const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** Why tests in Electron cannot run here; null where they can. */
export const withoutElectron = binary === '' ? 'Electron’s binary is not here' : display ? null : 'there is no display for Electron’s windows';

/** A place of its own for one user: their library and their settings. Nothing of the machine's real user is touched. */
export function newUser() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-user-'));
  return {
    home, library: path.join(home, 'library'), settings: path.join(home, 'config'),
    env: { ...process.env, XDG_CONFIG_HOME: path.join(home, 'config'), DBUS_SESSION_BUS_ADDRESS: 'disabled:' } as Record<string, string>,
    leave: () => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
export type User = ReturnType<typeof newUser>;

/** The sandbox needs a user who is not root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts the built app with Playwright attached, and waits for its window. */
export async function startApp(user: User, args: readonly string[] = ['--library', user.library]): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({ executablePath: binary, args: [...asRoot, heldApp, ...args], cwd: root, env: user.env, colorScheme: null });
  return { app, page: await app.firstWindow({ timeout: SLOW_MS }) };
}

/** Calls the contract through the bridge of a window's page. */
export const clientOf = (page: Page): Client => createClient((name, params) => page.evaluate(([name, params]) => window.attache.call(name, params), [name, params] as const));

export interface Ended { code: number | null; out: string; err: string }

/**
 * Runs the built app as `npm start` does, without anybody who looks on, until it ends.
 * @param before a script that Node loads before the app, to stand in for the user's answers to native boxes
 */
export function runApp(user: User, args: readonly string[], { before, env = {} }: { before?: string; env?: Record<string, string> } = {}): Promise<Ended> {
  const options = before ? { NODE_OPTIONS: `--require=${before}` } : {};
  const child = spawn(binary, [...asRoot, '.', ...args], { cwd: root, env: { ...user.env, ...options, ...env } });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (ended.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (ended.err += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}
