import { AttacheError } from '../../db/model/errors.ts';

/**
 * The sentence for a print that the system did not take.
 * @param reason as Electron gives it: a word or two, sometimes none
 */
export function explainedPrint(reason: string): AttacheError {
  const what = /invalid|settings/i.test(reason) ? 'the printer is not there any more, or does not take this paper'
    : /fail/i.test(reason) ? 'the printer does not answer' : 'no printer is set up, or it does not answer';
  return new AttacheError('no-printer', `The pack was not printed: ${what}. The pack is safe. Look at the printer and try again, or save a PDF and print that.`, { cause: reason });
}
