import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { writePaperScript } from './paper-script.ts';
import { writePdfCmaps } from './pdf-cmaps.ts';
import { writePrintFonts } from './print-fonts.ts';

const root = path.resolve(import.meta.dirname, '..');
const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/**
 * One CommonJS file for a program that runs in Node or in Electron; only what cannot be bundled stays outside.
 * @param inParts what is imported when it is needed becomes a file of its own: starting is quicker where that is seldom
 */
function program(input: string, name: string, inParts = false): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3'], conditions: ['node'] },
    build: {
      outDir: path.join(root, 'dist'), emptyOutDir: false, target: 'node20', minify: false, sourcemap: false, ssr: true, copyPublicDir: false,
      rolldownOptions: {
        input: path.join(root, input),
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, ...(inParts ? { chunkFileNames: `${name}-[name].cjs` } : { codeSplitting: false }) },
      },
    },
  };
}

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  plugins: [react()],
  define: { __VERSION__: JSON.stringify(version) },
  environments: {
    client: {
      build: { outDir: path.join(root, 'dist', 'renderer'), emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 2000 },
    },
    main: program('electron/main.ts', 'main'),
    preload: program('electron/preload.ts', 'preload'),
    processes: program('db/service/import-process.ts', 'import-process'),
    utilities: program('electron/import-process.ts', 'import-utility'),
    worker: program('db/service/import-worker.ts', 'import-worker', true),
    search: program('db/service/search-worker.ts', 'search-worker', true),
    cli: program('electron/cli/main.ts', 'cli'),
  },
  builder: {
    sharedConfigBuild: false,
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      writePrintFonts(path.join(root, 'dist'));
      writePdfCmaps(path.join(root, 'dist'));
      await writePaperScript(path.join(root, 'dist'));
    },
  },
});
