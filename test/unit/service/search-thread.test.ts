import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, inject, test, vi } from 'vitest';
import { startSearchThread } from '../../../db/service/search-thread.ts';
import { openLibrary } from '../../../db/store/library.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { importText, testService, type TestService } from '../../helpers/services.ts';

const workerFile = path.join(inject('workers'), 'search-worker.cjs');
const HARBOURS = 'Harbours\n\nThe harbour master counts the trawlers at dawn and writes their names on a slate.\n\nA lighthouse stands behind the pier; its keeper mends nets in winter.\n';
const threaded = (folder = temporaryFolder()): TestService => testService({ searchThread: startSearchThread(workerFile), folder });

test('a search in a thread of its own answers as one in this thread does', async () => {
  const at = threaded();
  await importText(at, HARBOURS, 'harbours.txt');
  const here = testService({ folder: at.folder });
  for (const query of ['trawlers', 'lighthose', '"nets in winter"', 'trawler OR keeper', '']) {
    const { tookMs: _one, ...thread } = await at.client('search.run', { query });
    const { tookMs: _other, ...own } = await here.client('search.run', { query });
    expect(thread).toEqual(own);
  }
  expect(await at.client('search.suggest', { text: 'harb' })).toEqual(await here.client('search.suggest', { text: 'harb' }));
  expect(await at.client('compare.table', { query: 'pier', report: null })).toEqual(await here.client('compare.table', { query: 'pier', report: null }));
});

test('what is imported and removed is found and no longer found by the next search', async () => {
  const at = threaded();
  expect((await at.client('search.run', { query: 'trawlers' })).total).toBe(0);
  const { report } = await importText(at, HARBOURS, 'harbours.txt');
  expect((await at.client('search.run', { query: 'trawlers' })).total).toBe(1);
  await at.client('library.remove', { report: report.id });
  expect((await at.client('search.run', { query: 'trawlers' })).total).toBe(0);
});

test('a newer search of the same window ends the older one, and no other', async () => {
  const at = threaded();
  await importText(at, HARBOURS, 'harbours.txt');
  const [older, other, newer] = await Promise.allSettled([
    at.client('search.run', { query: 'trawl', asker: 'one' }), at.client('search.run', { query: 'keeper', asker: 'two' }), at.client('search.run', { query: 'trawlers', asker: 'one' }),
  ]);
  expect(older).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect(other).toMatchObject({ status: 'fulfilled', value: { total: 1 } });
  expect(newer).toMatchObject({ status: 'fulfilled', value: { total: 1 } });
});

test('an index of another version is made anew in the thread, which says how far it is; an import waits for it', async () => {
  const first = threaded();
  await importText(first, HARBOURS, 'harbours.txt');
  await first.service.close();
  const library = openLibrary(first.folder);
  library.disownIndex();
  library.close();

  const at = threaded(first.folder);
  const search = at.client('search.run', { query: 'trawlers' });
  await importText(at, 'Ferries\n\nThe ferry leaves at noon, whatever the tide says to its captain about the shallows.\n', 'ferries.txt');
  expect((await search).total).toBe(1);
  expect((await at.client('search.run', { query: 'ferry' })).total).toBe(1);
  const told = at.events.filter((event) => event.type === 'progress' && event.job === 'index');
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toMatchObject({ phase: 'indexing' });
  expect((await at.client('library.check', {})).findings).toEqual([]);
});

test('a thread that is no longer needed comes to its end by itself', async () => {
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  const at = threaded();
  expect((await at.client('search.run', { query: 'trawlers' })).total).toBe(0);
  await at.service.close();
  expect(terminate).not.toHaveBeenCalled();
});
