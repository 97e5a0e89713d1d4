/** Imports and removes reports in the folder that is named, on and on, until it is killed. */
import { openLibrary } from '../../db/store/library.ts';
import { draftOf } from '../helpers/drafts.ts';
import { writePassages } from '../bench/generator.ts';

const library = openLibrary(process.argv[2]!);
const seed = Number(process.argv[3]);
process.stdout.write('ready\n');
for (let n = 0; ; n++) {
  const text = [...writePassages(120, seed * 1000 + n)].map((passage) => passage.text).join('\n\n');
  const name = `r${seed}-${n}.txt`;
  library.saveReport(draftOf(text, name), new Map(), { format: 'text', bytes: new TextEncoder().encode(text) }, () => {});
  if (n % 3 === 2) library.removeReport(library.listReports().at(-1)!.id);
}
