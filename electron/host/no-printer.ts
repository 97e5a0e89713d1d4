import { AttacheError } from '../../db/model/errors.ts';

/**
 * The sentence for a print that the system did not take.
 * @param reason as Electron gives it: a word or two, sometimes none; it says "failed" where there is no printer too
 * @param printers how many the system knows; null where it does not tell
 */
export function explainedPrint(reason: string, printers: number | null = null): AttacheError {
  const what = printers === 0 ? 'no printer is set up on this machine' : /invalid|settings/i.test(reason) ? 'the printer is not there any more, or does not take this paper'
    : /fail/i.test(reason) ? 'the printer does not answer' : 'no printer is set up, or it does not answer';
  return new AttacheError('no-printer', `The pack was not printed: ${what}. The pack is safe. ${printers === 0 ? 'Set one up and try again' : 'Look at the printer and try again'}, or save a PDF and print that.`, { cause: reason });
}
