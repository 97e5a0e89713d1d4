import { AttacheError } from '../model/errors.ts';
import { TreeTooLarge } from './tree.ts';

/** The sentence for a file that is cut off, or was changed on its way. */
export function damaged(name: string, cause?: unknown): AttacheError {
  return new AttacheError('file-not-text', `“${name}” is damaged: parts of it are missing or do not fit together. Nothing was imported. Ask for the file again, or copy it once more.`, { cause });
}

/** The sentence for a file that unpacks to far more than it should. */
export function unpacksTooLarge(name: string): AttacheError {
  return new AttacheError('file-too-large', `“${name}” unpacks to far more than a report can hold. Nothing was imported. If it is a real report, save it without its pictures or as PDF, and import that.`);
}

/** The sentence for a file whose parts stand in each other deeper, or are more, than any report's. */
export function builtToHarm(name: string, cause?: unknown): AttacheError {
  return new AttacheError('file-too-large', `“${name}” is built in a way that no report is (parts inside parts without end). Nothing was imported. If it is a real report, save it as PDF or plain text, and import that.`, { cause });
}

/** The sentence for a file that nobody can read without a password. */
export function locked(name: string): AttacheError {
  return new AttacheError('file-not-text', `“${name}” is locked with a password. Nothing was imported. Unlock it in the program that made it, save it without a password, and import that.`);
}

/** The sentence for an OpenDocument file that is no text. */
export function noText(name: string): AttacheError {
  return new AttacheError('file-not-text', `“${name}” is an OpenDocument presentation, spreadsheet or drawing; of these files, Attaché reads texts only. Nothing was imported. Save it as PDF in the program that made it, and import that.`);
}

/**
 * Reads something within a tree's bounds.
 * @throws AttacheError 'file-too-large' where it is built to go beyond them
 */
export function withinBounds<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof TreeTooLarge ? builtToHarm(name, error) : error;
  }
}
