/** Begins to save a report into the folder that is named, says so, and stays in the middle of its transaction. */
import { openLibrary } from '../../db/store/library.ts';
import { draftOf } from './drafts.ts';

const draft = draftOf(Array.from({ length: 3000 }, (_, n) => `Paragraph ${n} of a report that will never be finished.`).join('\n\n'), 'unfinished.txt');
openLibrary(process.argv[2]!).saveReport(draft, new Map(), { format: 'text', bytes: new Uint8Array(9) }, ({ done }) => {
  if (done < 2000) return;
  process.stdout.write('in the middle\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
