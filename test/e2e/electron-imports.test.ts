import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Client } from '../../db/contract/client.ts';
import type { HostEvent } from '../../db/contract/bridge.ts';
import { openLibrary } from '../../db/store/library.ts';
import { runs } from '../helpers/processes.ts';
import { clientOf, newUser, startApp, withoutElectron } from './electron-app.ts';

declare global {
  interface Window { heard: HostEvent[] }
}

const LONG = Array.from({ length: 12_000 }, (_, n) => `Paragraph ${n} speaks of harbours, pilots and the herring trade of the coast.\n`).join('\n');

describe.skipIf(withoutElectron)('importing in a process of its own, in the window', () => {
  const user = newUser();
  let app: ElectronApplication;
  let page: Page;
  let client: Client;

  beforeAll(async () => {
    ({ app, page } = await startApp(user));
    client = clientOf(page);
    await page.waitForSelector('#root > *');
    await page.evaluate(() => {
      window.heard = [];
      window.attache.onEvent((event) => window.heard.push(event as HostEvent));
    });
  });
  afterAll(async () => {
    await app.close();
    user.leave();
  });

  /** Begins to import, and resolves when the report is being saved; the import goes on. */
  const saving = async (job: string): Promise<{ pid: number; reply: Promise<{ ok: boolean; error?: { code: string } }> }> => {
    const { file } = await page.evaluate(([name, text]) => window.attache.offerFile(name, new TextEncoder().encode(text).buffer) as Promise<{ file: string }>, [`${job}.txt`, `${job}\n\n${LONG}`] as const);
    const reply = page.evaluate(([job, file]) => window.attache.call('library.import', { job, file }), [job, file] as const) as Promise<{ ok: boolean; error?: { code: string } }>;
    reply.catch(() => {});
    await page.waitForFunction((job) => window.heard.some((event) => event.type === 'progress' && event.job === job && event.phase === 'saving'), job, { timeout: 60_000, polling: 5 });
    const pid = await app.evaluate(({ app }) => app.getAppMetrics().find((metric) => metric.name === 'Attaché import')?.pid ?? 0);
    expect(runs(pid)).toBe(true);
    return { pid, reply };
  };

  it('ends at once where it is cancelled, and leaves nothing behind', async () => {
    const { pid, reply } = await saving('cancelled');
    await client('library.cancel', { job: 'cancelled' });
    expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(runs(pid)).toBe(false);
    expect((await client('library.list', {})).reports.filter((report) => !report.builtIn)).toEqual([]);
    expect((await client('library.check', {})).findings).toEqual([]);
  });

  it('ends with the app, wherever it is, and no half report stays', async () => {
    const { pid } = await saving('killed');
    const gone = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await gone;
    await vi.waitFor(() => expect(runs(pid)).toBe(false), { timeout: 30_000, interval: 20 });
    const library = openLibrary(user.library);
    expect(library.problems()).toEqual([]);
    expect(library.listReports().filter(({ builtIn }) => !builtIn)).toEqual([]);
    library.close();
    ({ app, page } = await startApp(user));
  });
});
