import { expect, onTestFinished, test } from 'vitest';
import { openLibraryToRead } from '../../../db/store/library-reader.ts';
import { openLibrary } from '../../../db/store/library.ts';
import { passageFrom } from '../../../db/store/passage-reader.ts';
import { HARBOURS } from '../../fixtures/harbours.ts';
import { draftOf } from '../../helpers/drafts.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

test('rows of hits say what the library says of these passages, also where a report took the numbers of one that is gone', () => {
  const folder = temporaryFolder();
  const library = openLibrary(folder);
  const reader = openLibraryToRead(folder);
  onTestFinished(() => {
    reader.close();
    library.close();
  });
  const pks = (): number[] => library.listReports().flatMap(({ id }) => library.passages(id)).map(({ pk }) => pk).reverse();
  const both = (): unknown[] => {
    reader.edition();
    const asked = [...pks(), 9999];
    expect(reader.passagesByPk(asked).map(passageFrom)).toEqual(library.passagesByPk(asked));
    return pks();
  };
  const save = (text: string, name: string): string => {
    library.saveReport(draftOf(text, name), new Map(), { format: 'text', bytes: new Uint8Array(0) }, () => {});
    return library.listReports()[0]!.id;
  };
  const first = save(HARBOURS, 'harbours.txt');
  const before = both();
  library.removeReport(first);
  expect(both()).toEqual([]);
  save(`Ferries\n\n${HARBOURS}`, 'ferries.txt');
  expect(both()).toEqual(expect.arrayContaining(before.slice(0, 3)));
});
