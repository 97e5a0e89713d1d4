import path from 'node:path';
import { createBuilder, type EnvironmentOptions } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * One CommonJS file for a program that runs in Node or in Electron; only what cannot be bundled stays outside.
 * @param input its first source file, from the project's folder
 * @param name what the file is called, without its ending
 * @param options inParts: what is imported when it is needed becomes a file of its own: most of a start is the reading of the
 * program's text; outDir: the folder that the file comes into
 */
export function program(input: string, name: string, { inParts = false, outDir = path.join(root, 'dist') } = {}): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3'], conditions: ['node'] },
    build: {
      outDir, emptyOutDir: false, target: 'node20', minify: false, sourcemap: false, ssr: true, copyPublicDir: false,
      rolldownOptions: {
        input: path.join(root, input),
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, ...(inParts ? { chunkFileNames: `${name}-[name].cjs` } : { codeSplitting: false }) },
      },
    },
  };
}

/** Bundles programs by themselves, without the window's pages: for tests and benchmarks. */
export async function bundlePrograms(programs: Record<string, EnvironmentOptions>): Promise<void> {
  const builder = await createBuilder({ configFile: false, root, logLevel: 'error', environments: programs });
  for (const name of Object.keys(programs)) await builder.build(builder.environments[name]!);
}
