import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AttacheError } from '../../../db/model/errors.ts';
import { forkWork } from '../../../db/service/fork-work.ts';
import type { Answers } from '../../../db/service/work-orders.ts';
import { createImporter } from '../../../db/service/importer.ts';
import { createProcesses, type Run } from '../../../db/service/run-in-process.ts';
import type { StartWork, WorkListener } from '../../../db/service/work-process.ts';
import { runs } from '../../helpers/processes.ts';

const helpers = path.resolve(import.meta.dirname, '..', '..', 'helpers');
const start = forkWork(path.resolve(import.meta.dirname, '../../../db/service/import-process.ts'), path.join(helpers, 'misbehaving-worker.ts'));
const tooMuchMemory = new AttacheError('file-too-large', 'Too much.');

function processes(on: { log?: (error: unknown) => void; tell?: (pid: number) => void } = {}) {
  const made = createProcesses(start, '', on.log ?? (() => {}), 64);
  onTestFinished(made.close);
  const run = (deed: string): Run<Answers['import']> => made.run('look', { report: deed, passage: '' } as never, { tell: ({ done }) => on.tell?.(done), tooMuchMemory }) as never;
  const pidOf = async (): Promise<string> => (await run('answer').done).report;
  return { run, pidOf, close: made.close };
}

test('one process does one order after the other', async () => {
  const { pidOf } = processes();
  expect(await pidOf()).toBe(await pidOf());
});

test('what is ended is gone before its reason is told, wherever it was, and the next order finds another process', async () => {
  const reason = new AttacheError('cancelled', 'It was ended.');
  let looping = 0;
  const { run, pidOf } = processes({ tell(pid) {
    looping = pid;
    going.end(reason);
  } });
  const going = run('loop');
  await expect(going.done).rejects.toBe(reason);
  expect(runs(looping)).toBe(false);
  expect(await pidOf()).not.toBe(String(looping));
});

test('what is at work when the program closes is ended, and is no bug', async () => {
  const log = vi.fn<(error: unknown) => void>();
  let looping = 0;
  const { run, close } = processes({ log, tell(pid) {
    looping = pid;
    close();
  } });
  await expect(run('loop').done).rejects.toMatchObject({ code: 'cancelled' });
  expect(runs(looping)).toBe(false);
  expect(log).not.toHaveBeenCalled();
});

test('an order that takes too much memory ends with its sentence, and the next one is done', async () => {
  const { run, pidOf } = processes();
  await expect(run('memory').done).rejects.toBe(tooMuchMemory);
  expect(Number(await pidOf())).toBeGreaterThan(0);
});

test.each([['throw', /a bug of the worker/], ['end', /SIGABRT|ended with/]])('a process that breaks (%s) takes nothing with it, and the log says how it ended', async (deed, words) => {
  const log = vi.fn<(error: unknown) => void>();
  const { run, pidOf } = processes({ log });
  await expect(run(deed).done).rejects.toThrow('ended before it answered');
  expect(String(log.mock.calls[0]![0])).toMatch(words);
  expect(Number(await pidOf())).toBeGreaterThan(0);
});

test('two orders at once have a process each', async () => {
  const { run } = processes();
  const [first, second] = await Promise.all([run('answer').done, run('answer').done]);
  expect(first.report).not.toBe(second.report);
});

test('a program that is killed takes its importing process with it', { timeout: 30_000 }, async () => {
  const program = spawn(process.execPath, ['--no-warnings', path.join(helpers, 'start-and-die.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number(await new Promise<string>((resolve) => program.stdout.once('data', (data) => resolve(String(data)))));
  expect(runs(pid)).toBe(true);
  program.kill('SIGKILL');
  await vi.waitFor(() => expect(runs(pid)).toBe(false), { timeout: 20_000, interval: 20 });
});

test('a file that is refused is refused, although another program has put a report into the library meanwhile', async () => {
  const reports: string[] = [];
  let listener: WorkListener | null = null;
  const refusing: StartWork = () => ({
    pid: undefined,
    listen(given) {
      listener = given;
    },
    send() {
      reports.push('of another program');
      listener!.news({ type: 'failed', error: { code: 'file-empty', message: 'It is empty.' }, detail: null });
    },
    hold: () => {},
    kill: () => {},
  });
  const importer = createImporter({ start: refusing, folder: '', library: { reportIds: () => [...reports], findBySource: () => null }, log: () => {} });
  onTestFinished(importer.close);
  await expect(importer.import('job', async () => ({ name: 'a.txt', bytes: new Uint8Array(), manifest: null, password: null }), () => {})).rejects.toMatchObject({ code: 'file-empty' });
});

test.each([
  ['its own report counts as done', 'newer', { report: 'newer', already: false }],
  ['what another program added meanwhile is not taken for it', 'of another program', { code: 'cancelled' }],
])('an import that was cancelled after something was saved, and before it said so: %s', async (_, added, expected) => {
  const reports: string[] = ['older'];
  const own = createHash('sha256').update(new Uint8Array(1)).digest('hex');
  let listener: WorkListener | null = null;
  const inHand: StartWork = () => ({
    pid: undefined,
    listen(given) {
      listener = given;
    },
    send: () => void reports.push(added),
    hold: () => {},
    kill: () => listener!.ended('killed'),
  });
  const importer = createImporter({ start: inHand, folder: '', library: { reportIds: () => [...reports], findBySource: (sha256) => (sha256 === own && reports.includes('newer') ? 'newer' : null) }, log: () => {} });
  const done = importer.import('job', async () => ({ name: 'a.txt', bytes: new Uint8Array(1), manifest: null, password: null }), () => {});
  await vi.waitFor(() => expect(reports).toHaveLength(2));
  importer.cancel('job');
  expect(await done.catch((error: unknown) => error)).toMatchObject(expected);
});
