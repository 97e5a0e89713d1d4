import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeStandIn } from './stand-in.ts';

const MB = 1024 * 1024;
/** What the archive may grow to before somebody has to ask what came along: the program, its fonts, the sample. */
const ASAR_LIMIT = 16 * MB;

const project = path.resolve(import.meta.dirname, '..', '..');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-pack-'));
const app = path.join(work, 'out', 'linux-unpacked');
const archive = path.join(app, 'resources', 'app.asar');

describe.skipIf(process.platform !== 'linux')('the packaged app', () => {
  beforeAll(() => {
    const standIn = makeStandIn(path.join(work, 'electron'));
    const ran = spawnSync(process.execPath, [
      path.join(project, 'node_modules', 'electron-builder', 'cli.js'), '--config', 'build/electron-builder.cjs', '--linux', 'dir', `--${process.arch}`,
      `--config.electronDist=${standIn}`, `--config.directories.output=${path.join(work, 'out')}`,
    ], { cwd: project, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`electron-builder ended with ${ran.status}:\n${ran.stdout}\n${ran.stderr}`);
  });
  afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

  const names = (): string[] => listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/')).filter((name) => !('files' in statFile(archive, name.slice(1))));

  test('takes along what the app is made of and nothing else', () => {
    const foreign = names().filter((name) => !/^\/(package\.json$|dist\/|build\/icons\/256x256\.png$|node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/|prebuilds\/))/.test(name));
    expect(foreign.filter((name) => !/^\/node_modules\/(bindings|file-uri-to-path)\//.test(name))).toEqual([]);
    for (const needed of ['/dist/main.cjs', '/dist/preload.cjs', '/dist/renderer/index.html', '/package.json']) expect(names()).toContain(needed);
    expect(names().filter((name) => /\.(ts|tsx|map)$|^\/dist\/cli/.test(name) || name.includes('/test/'))).toEqual([]);
  });

  test('holds the native module of its own system, outside the archive, and no other', () => {
    const own = `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(names().filter((name) => name.endsWith('.node'))).toEqual([own]);
    expect(fs.statSync(path.join(app, 'resources', 'app.asar.unpacked', own)).size).toBeGreaterThan(MB);
  });

  test('ships the sample briefing, which is never empty', () => {
    const built = names().filter((name) => name.startsWith('/dist/')).map((name) => extractFile(archive, name.slice(1)).toString('latin1'));
    expect(built.some((text) => text.includes('Free and Open Indo-Pacific'))).toBe(true);
  });

  test('stays small', () => {
    expect(fs.statSync(archive).size).toBeLessThan(ASAR_LIMIT);
  });

  test('its fuses leave no other program inside the app’s binary', async () => {
    const wire = await getCurrentFuseWire(path.join(app, 'attache'));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  });
});
