import path from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './setup/find-chromium.mjs';

const root = path.resolve(import.meta.dirname, '..');
const define = { __VERSION__: JSON.stringify('0.0.0-test') };
const chromium = findChromium();
/** As root the sandbox cannot start; the network is closed here anyway. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** What is polled for is waited for as long as the test may take: a second is short on a busy machine. */
const node = (name: string, timeout: number) => ({
  define,
  test: { name, expect: { poll: { timeout } }, include: [`test/${name}/**/*.test.ts`], environment: 'node' as const, setupFiles: ['test/helpers/fast-check-seed.ts'], testTimeout: timeout, hookTimeout: timeout, pool: 'forks' as const },
});

export default defineConfig({
  root,
  test: {
    // Of the whole run: each project's own would bundle the same again.
    globalSetup: ['test/helpers/bundle-workers.ts'],
    projects: [
      node('unit', 20_000),
      node('contract', 30_000),
      node('faults', 240_000),
      { ...node('e2e', 120_000), test: { ...node('e2e', 120_000).test, fileParallelism: false } },
      node('packaging', 180_000),
      {
        // React Aria asks for this in tests, and draws long lists whole without it; a browser has no `process`.
        define: { ...define, 'process.env.VIRT_ON': '"1"' },
        plugins: [react()],
        test: {
          name: 'component',
          include: ['test/component/**/*.test.tsx'],
          testTimeout: 20_000,
          // One page at a time: of two, only one has the focus.
          fileParallelism: false,
          browser: {
            enabled: true, headless: true, screenshotFailures: false,
            provider: playwright({ launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
