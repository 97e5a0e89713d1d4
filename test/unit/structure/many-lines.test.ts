import { describe, expect, test } from 'vitest';
import { draftOf } from '../../helpers/drafts.ts';

/** More than a function takes as its arguments. */
const MANY = 130_000;

describe('a report of very many lines', () => {
  test('in capitals becomes passages; nothing is lost', () => {
    const draft = draftOf('HARBOUR WORKS\n\n'.repeat(MANY));
    expect(draft.passages.reduce((sum, { text }) => sum + text.split('HARBOUR WORKS').length - 1, 0)).toBe(MANY);
    expect(draft.passages.at(-1)!.lines.to).toBe(2 * MANY - 1);
  });

  test('that all look like joins is put in doubt two hundred times at most', () => {
    const draft = draftOf('The quay is\n\n\nLong and the pier is\n\n\n'.repeat(1000));
    expect(draft.doubts!.filter(({ kind }) => kind === 'join').length).toBeLessThanOrEqual(200);
  });

  test('that all begin with the number of the note that is due is read in the time of others', () => {
    const draft = draftOf(`The piers are old.\n\f${'1 A pier of the town\n'.repeat(30_000)}\fThe moles are new.\n\fNobody sails.\n`);
    expect(draft.passages.reduce((sum, { text }) => sum + text.split('A pier').length - 1, 0)).toBe(30_000);
  });
});
