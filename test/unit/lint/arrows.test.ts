import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { judge, roomOf, ROOMS } from '../../../build/lint/arrows-plugin.mjs';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

describe('the arrows between rooms', () => {
  test.each([
    ['db/service/service.ts', '../search/search.ts'],
    ['db/search/search.ts', '../store/library.ts'],
    ['electron/main.ts', '../db/service/service.ts'],
    ['electron/web/server.ts', '../host/policy.ts'],
    ['renderer/search/SearchPlace.tsx', '../../db/contract/client.ts'],
    ['db/facets/tag.ts', './rules/country.json'],
    ['test/unit/lint/x.test.ts', '../../../db/store/open.ts'],
    ['db/structure/notes.ts', 'node:path'],
  ])('%s may import %s', (from, specifier) => {
    expect(judge(from, specifier)).toBeNull();
  });

  test.each([
    ['db/model/fold.ts', '../store/open.ts'],
    ['db/import/read.ts', '../structure/structure.ts'],
    ['db/search/search.ts', '../facets/taxonomies.ts'],
    ['db/store/library.ts', '../service/service.ts'],
    ['renderer/main.tsx', '../db/service/service.ts'],
    ['renderer/main.tsx', '../electron/preload.ts'],
    ['electron/main.ts', '../renderer/main.tsx'],
    ['electron/web/server.ts', '../main.ts'],
    ['db/search/search.ts', 'better-sqlite3'],
    ['db/packs/compose.ts', 'react'],
    ['electron/web/server.ts', 'electron'],
    ['renderer/main.tsx', 'node:fs'],
  ])('%s may not import %s', (from, specifier) => {
    expect(judge(from, specifier)).toEqual(expect.stringMatching(/must not import/));
  });

  test('no arrow runs back up', () => {
    expect.hasAssertions();
    const order = ['db/model', 'db/import', 'db/structure', 'db/facets', 'db/review', 'db/store', 'db/search', 'db/packs', 'db/contract', 'db/briefings', 'db/service'];
    for (const [room, targets] of Object.entries(ROOMS)) for (const target of targets) {
      if (order.includes(room)) expect(order.indexOf(target), `${room} → ${target}`).toBeLessThan(order.indexOf(room));
    }
  });

  test('every source file stands in a room of the table', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.cjs'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    expect(files.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  test('the linter itself turns a wrong import down', () => {
    const file = path.join(root, 'db', 'model', `wrong-${process.pid}.ts`);
    onTestFinished(() => fs.rmSync(file));
    fs.writeFileSync(file, "import { openDesk } from '../store/desk.ts';\n\nexport const wrong = openDesk;\n");
    const ran = spawnSync(process.execPath, [path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'), path.relative(root, file)], { cwd: root, encoding: 'utf8' });
    expect(ran.status).not.toBe(0);
    expect(ran.stdout).toContain('db/model must not import db/store');
  });
});

test('no source file is longer than 300 lines', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.cjs', '*.css'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const long = files.filter((file) => fs.existsSync(path.join(root, file)) && fs.readFileSync(path.join(root, file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});
