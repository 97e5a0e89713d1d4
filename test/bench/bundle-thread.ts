import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'node_modules', '.cache', 'attache-bench');

/** The search thread bundled as the app ships it (build/vite.config.ts): reading it from its sources would count towards the opening. */
export const THREAD_FILE = path.join(folder, 'search-thread.cjs');

/** Makes that file. */
export async function bundleThread(): Promise<void> {
  await build({
    configFile: false, root, logLevel: 'error', ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: path.join(root, 'test', 'bench', 'engines', 'attache-thread.ts'), outDir: folder, emptyOutDir: true, target: 'node20', minify: false, copyPublicDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: path.basename(THREAD_FILE), chunkFileNames: 'search-thread-[name].cjs' } },
    },
  });
}
