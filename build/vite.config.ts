import fs from 'node:fs';
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

/** A part of a program that an earlier build wrote under another name would be packed into the app. */
function removeOldParts(folder: string, written: ReadonlySet<string>): void {
  for (const name of fs.readdirSync(folder)) if (name.endsWith('.cjs') && !written.has(name)) fs.rmSync(path.join(folder, name));
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
    main: program('electron/main.ts', 'main', { inParts: true }),
    preload: program('electron/preload.ts', 'preload'),
    processes: program('db/service/import-process.ts', 'import-process'),
    utilities: program('electron/import-process.ts', 'import-utility'),
    worker: program('db/service/import-worker.ts', 'import-worker', { inParts: true }),
    search: program('db/service/search-worker.ts', 'search-worker', { inParts: true }),
    cli: program('electron/cli/main.ts', 'cli', { inParts: true }),
  },
  builder: {
    sharedConfigBuild: false,
    async buildApp(builder) {
      const written = new Set<string>();
      for (const environment of Object.values(builder.environments)) {
        const built = await builder.build(environment);
        if ('output' in built) for (const { fileName } of built.output) written.add(fileName);
      }
      removeOldParts(path.join(root, 'dist'), written);
      writePrintFonts(path.join(root, 'dist'));
      writePdfCmaps(path.join(root, 'dist'));
      await writePaperScript(path.join(root, 'dist'));
    },
  },
});
