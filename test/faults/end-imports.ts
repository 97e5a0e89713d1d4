import { setTimeout as rest } from 'node:timers/promises';
import { createImporter } from '../../db/service/importer.ts';
import type { StartWork } from '../../db/service/work-process.ts';
import { openLibrary } from '../../db/store/library.ts';
import { randomFrom, writePassages } from '../bench/generator.ts';
import type { Killed } from './kill.ts';

/** The moments lie within so many times as long as the first import took, which is let be. */
const WITHIN = 1.5;

/**
 * Ends importing processes at moments drawn by chance while the program that started them goes on with the library
 * open, and looks each time whether index and text agree and whether the library holds just what was said to be imported.
 * @param folder an empty folder for the library
 * @param start how an importing process is started
 */
export async function endImports(folder: string, start: StartWork, times: number, seed = 1): Promise<Killed> {
  const random = randomFrom(seed);
  const result: Killed = { kills: 0, reports: [], findings: [] };
  const library = openLibrary(folder);
  const importer = createImporter({ start, folder, library, log: (error) => result.findings.push(String(error)) });
  const expected = new Set<string>();
  let whole = 0;
  for (let n = 0; n < times; n++) {
    const text = [...writePassages(120, seed * 10_000 + n)].map((passage) => passage.text).join('\n\n');
    const file = { name: `r${n}.txt`, bytes: new TextEncoder().encode(text), manifest: null, password: null };
    let begun = (): void => {};
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const done = importer.import(`job ${n}`, async () => file, begun).then(({ report }) => expected.add(report), () => (result.kills += 1));
    await Promise.race([beginning, done]);
    const began = performance.now();
    if (n > 0) {
      await Promise.race([rest(random() * whole * WITHIN), done]);
      importer.cancel(`job ${n}`);
    }
    await done;
    if (n === 0) whole = performance.now() - began;
    result.findings.push(...library.problems().map((finding) => `${n}: ${finding}`));
    const held = library.reportIds();
    if (held.toSorted().join() !== [...expected].toSorted().join()) result.findings.push(`${n}: the library holds ${held.length} reports, and ${expected.size} were said to be imported`);
    result.reports.push(held.length);
    // As in kill.ts: a small library keeps to the writing.
    for (const id of held.slice(6)) {
      library.removeReport(id);
      expected.delete(id);
    }
  }
  await importer.close();
  library.close();
  return result;
}
