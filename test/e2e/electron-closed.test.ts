import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, newUser, startApp, withoutElectron } from './electron-app.ts';

interface About { value: { refusedRequests: number } }

describe.skipIf(withoutElectron)('the window lets nothing in or out', () => {
  const user = newUser();
  const reached: string[] = [];
  /** What the whole network stands for: it must never hear anything. */
  const network = http.createServer((request, response) => {
    reached.push(request.url!);
    response.setHeader('Access-Control-Allow-Origin', '*').end('<h1>an alien page</h1>');
  });
  let foreign: string;
  let app: ElectronApplication;
  let page: Page;
  const refused = async () => ((await page.evaluate(() => window.attache.call('app.about', {}))) as About).value.refusedRequests;

  beforeAll(async () => {
    await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
    foreign = `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
    ({ app, page } = await startApp(user));
    await page.waitForSelector('#root > *');
  });
  afterAll(async () => {
    await app.close();
    network.close();
    user.leave();
  });

  it('sends nothing from the page', async () => {
    const outcomes = await page.evaluate(async (foreign) => {
      const failed = (element: HTMLElement & { src: string }) => new Promise((resolve) => {
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = `${foreign}/${element.tagName}`;
        document.body.append(element);
      });
      const socket = new Promise((resolve) => {
        const open = new WebSocket(foreign.replace('http', 'ws'));
        open.onopen = () => resolve('loaded');
        open.onerror = () => resolve('refused');
      });
      return Promise.all([
        fetch(`${foreign}/fetch`).then(() => 'loaded', () => 'refused'),
        fetch('https://example.org/').then(() => 'loaded', () => 'refused'),
        failed(document.createElement('img')), failed(document.createElement('script')), failed(document.createElement('video')), socket,
      ]);
    }, foreign);
    expect(outcomes).toEqual(outcomes.map(() => 'refused'));
    expect(reached).toEqual([]);
  });

  it('stays on its page, and counts every try to leave it', async () => {
    const before = await refused();
    const here = page.url();
    await page.evaluate((foreign) => location.assign(`${foreign}/navigation`), foreign);
    await page.evaluate((foreign) => {
      const link = Object.assign(document.createElement('a'), { href: `${foreign}/link`, target: '_blank' });
      document.body.append(link);
      link.click();
    }, foreign);
    expect(await page.evaluate((foreign) => window.open(`${foreign}/window`), foreign)).toBeNull();
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull();
    await page.evaluate(() => location.assign('file:///etc/hostname'));
    await expect.poll(refused).toBeGreaterThanOrEqual(before + 4);
    expect(page.url()).toBe(here);
    expect(app.windows()).toHaveLength(1);
    expect(reached).toEqual([]);
  });

  it('holds no foreign frame', async () => {
    const before = await refused();
    await page.evaluate((foreign) => document.body.append(Object.assign(document.createElement('iframe'), { src: `${foreign}/frame` })), foreign);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'data:text/html,<p>an alien page</p>' })));
    await page.evaluate(() => undefined);
    expect(await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.body.innerText.includes('an alien page'))))).not.toContain(true);
    expect(await refused()).toBeGreaterThanOrEqual(before);
    expect(reached).toEqual([]);
  });

  it('gives the bridge to no frame inside it', async () => {
    const seen = await page.evaluate(() => {
      const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>a preview</p>' });
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', () => resolve('attache' in frame.contentWindow!)));
    });
    expect(seen).toBe(false);
  });

  it('cancels requests of pages without a policy too, and counts each', async () => {
    const before = await refused();
    const outcomes = await app.evaluate(async ({ BrowserWindow }, foreign) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      const page = `<img src="${foreign}/bare" onload="document.title='loaded'" onerror="document.title='refused'">`;
      await window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
      const title = window.getTitle();
      const left = await window.loadURL(`${foreign}/direct`).then(() => 'loaded', () => 'refused');
      window.destroy();
      return [title, left];
    }, foreign);
    expect(outcomes).toEqual(['refused', 'refused']);
    expect(await refused()).toBeGreaterThanOrEqual(before + 2);
    expect(reached).toEqual([]);
  });

  it('gives no page a right to the machine', async () => {
    const outcomes = await page.evaluate(async () => {
      const denied = (work: () => Promise<unknown>) => work().then(() => 'granted', () => 'denied');
      return Promise.all([
        denied(() => navigator.mediaDevices.getUserMedia({ audio: true })), denied(() => navigator.clipboard.readText()),
        denied(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        Notification.requestPermission(), navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      ]);
    });
    expect(outcomes).toEqual(outcomes.map(() => 'denied'));
  });

  it('downloads nothing by itself', async () => {
    const before = await refused();
    await page.evaluate(() => Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' }).click());
    await expect.poll(refused).toBeGreaterThan(before);
  });

  it('answers no other page, not even one with the bridge', async () => {
    const before = await refused();
    const replies = await app.evaluate(async ({ BrowserWindow }, preload) => {
      const ask = "window.attache.call('library.list', {})";
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL('data:text/html,<p>foreign</p>');
      const foreignPage: unknown = await window.webContents.executeJavaScript(ask);
      await window.loadURL('https://attache.invalid/index.html');
      const foreignWindow: unknown = await window.webContents.executeJavaScript(ask);
      window.destroy();
      return [foreignPage, foreignWindow];
    }, path.resolve(import.meta.dirname, '..', '..', 'dist', 'preload.cjs'));
    expect(replies).toMatchObject([{ ok: false, error: { code: 'not-allowed' } }, { ok: false, error: { code: 'not-allowed' } }]);
    expect(await refused()).toBeGreaterThanOrEqual(before + 2);
  });

  it('prints in a session that is as closed', async () => {
    const client = clientOf(page);
    const { id } = await client('packs.create', { pack: { title: 'Empty', items: [] } });
    await client('packs.export', { id, format: 'pdf', job: 'pdf' });
    const before = await refused();
    const left = await app.evaluate(async ({ session, BrowserWindow }, foreign) => {
      const window = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('print') } });
      const left = await window.loadURL(`${foreign}/print`).then(() => 'loaded', () => 'refused');
      window.destroy();
      return left;
    }, foreign);
    expect(left).toBe('refused');
    expect(await refused()).toBeGreaterThan(before);
    expect(reached).toEqual([]);
  });
});
