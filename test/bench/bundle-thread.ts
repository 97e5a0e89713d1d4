import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { bundlePrograms, program } from '../../build/program.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'node_modules', '.cache', 'attache-bench');

/** The search thread bundled as the app ships it (build/vite.config.ts): reading it from its sources would count towards the opening. */
export const THREAD_FILE = path.join(folder, 'search-thread.cjs');
/** What types into the app: its calls have the built-in briefings in them, which only the bundler can read. */
export const TYPING_FILE = path.join(folder, 'typing.mjs');

/** Makes both files. */
export async function bundleThread(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await bundlePrograms({ thread: program('test/bench/engines/attache-thread.ts', 'search-thread', { outDir: folder, inParts: true }) });
  await build({
    configFile: false, root, logLevel: 'error', ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: path.join(root, 'test', 'bench', 'typing.ts'), outDir: folder, emptyOutDir: false, target: 'node22', minify: false, copyPublicDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: path.basename(TYPING_FILE), codeSplitting: false } },
    },
  });
}
