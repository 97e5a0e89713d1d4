/**
 * npm run bench [PART…] — measures and writes docs/benchmarks.md. Without a part, all that are there.
 * A part is a file beside this one that exports `run(args)`; it writes its own section with `writeSection`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PARTS = ['search', 'quality', 'import', 'packs'];
const args = process.argv.slice(2);
const wanted = args.filter((arg) => PARTS.includes(arg));
const rest = args.filter((arg) => !PARTS.includes(arg));

for (const part of wanted.length > 0 ? wanted : PARTS) {
  const file = path.join(import.meta.dirname, `${part}.ts`);
  if (!existsSync(file)) continue;
  console.log(`== ${part}`);
  const { run } = (await import(pathToFileURL(file).href)) as { run: (args: string[]) => void | Promise<void> };
  await run(rest);
}
