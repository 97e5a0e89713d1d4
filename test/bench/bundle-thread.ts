import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'node_modules', '.cache', 'attache-bench');

/** The search thread bundled as the app ships it (build/vite.config.ts): reading it from its sources would count towards the opening. */
export const THREAD_FILE = path.join(folder, 'search-thread.cjs');
/** What types into the app: its calls have the built-in briefings in them, which only the bundler can read. */
export const TYPING_FILE = path.join(folder, 'typing.mjs');

/** Makes both files. */
export async function bundleThread(): Promise<void> {
  await bundled('engines/attache-thread.ts', THREAD_FILE, true);
  await bundled('typing.ts', TYPING_FILE, false);
}

/** @param asShipped in CommonJS, and in parts */
async function bundled(source: string, file: string, asShipped: boolean): Promise<void> {
  await build({
    configFile: false, root, logLevel: 'error', ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: path.join(root, 'test', 'bench', source), outDir: folder, emptyOutDir: asShipped, target: asShipped ? 'node20' : 'node22', minify: false, copyPublicDir: false,
      rolldownOptions: {
        output: { format: asShipped ? 'cjs' : 'es', entryFileNames: path.basename(file), ...(asShipped ? { chunkFileNames: 'search-thread-[name].cjs' } : { codeSplitting: false }) },
      },
    },
  });
}
