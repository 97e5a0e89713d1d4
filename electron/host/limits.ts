import { AttacheError } from '../../db/model/errors.ts';

/** The largest call, and the largest file that a page may hand over, in bytes. */
export const LARGEST_CALL = 2 * 1024 * 1024;
export const LARGEST_FILE = 64 * 1024 * 1024;

/** The sentence for what is more than that. */
export function tooLarge(largest: number): AttacheError {
  return new AttacheError('file-too-large', `This is larger than the ${largest / 1024 / 1024} MB that Attaché takes at once. Nothing was changed.`);
}
