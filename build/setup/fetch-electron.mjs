// Fetches Electron's binary, which is not in npm's registry; gives up quickly where there is no connection.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PATIENCE_MS = 15_000;
const LONGEST_MS = 15 * 60_000;

/** Where the electron package fetches from; it knows these names of a mirror. */
function source(env) {
  return env.npm_config_electron_mirror ?? env.NPM_CONFIG_ELECTRON_MIRROR ?? env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/';
}

async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} root the project
 * @param {string} node the Node to run the package's own fetcher with
 * @returns {Promise<string | null>} why it could not be fetched, or null where it was
 */
export async function fetchElectron(root, node, env = process.env) {
  const fetcher = path.join(root, 'node_modules', 'electron', 'install.js');
  if (!fs.existsSync(fetcher)) return 'its package is not installed';
  const proxied = env.HTTPS_PROXY ?? env.https_proxy;
  if (!proxied && !(await answers(source(env)))) return 'it is not on this machine yet, and there is no connection to fetch it';
  console.log('Fetching Electron for the window (once; about 110 MB) …');
  const ran = spawnSync(node, [fetcher], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: LONGEST_MS, env: proxied ? { ...env, ELECTRON_GET_USE_PROXY: '1' } : env });
  if (ran.status === 0) return null;
  const reason = (ran.stderr ?? '').split('\n').find((line) => /error/i.test(line));
  return `it could not be fetched (${reason ? reason.trim().slice(0, 160) : 'it took too long'})`;
}
