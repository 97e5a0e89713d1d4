import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { writePaperScript } from './paper-script.ts';
import { writePdfCmaps } from './pdf-cmaps.ts';
import { writePrintFonts } from './print-fonts.ts';
import { program } from './program.ts';

const root = path.resolve(import.meta.dirname, '..');
const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

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
    worker: program('db/service/import-worker.ts', 'import-worker', { inParts: true }),
    search: program('db/service/search-worker.ts', 'search-worker', { inParts: true }),
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
