/**
 * The closed list of what can go wrong for a user. Each code has one meaning; the sentence that goes with it says
 * what happened, what is safe, and what to do. Anything else that is thrown is a bug, not an answer.
 */
export const ERROR_CODES = [
  'bad-request', // a call that the contract does not allow
  'changed-elsewhere', // another window has written a newer version; nothing was overwritten
  'not-found', // a report, passage, pack or file that is not there (any more)
  'cancelled', // the user stopped it; nothing was changed
  'file-empty',
  'file-not-text', // binary, or a kind of file that cannot be read yet
  'file-too-large',
  'password-needed', // an encrypted file, and no password came with it
  'password-wrong',
  'file-gone', // vanished or became unreadable while it was read
  'file-not-saved', // the place that the user chose did not take the file
  'library-newer', // made by a newer version of the app
  'library-damaged',
  'library-in-use', // another Attaché holds it
  'library-read-only',
  'disk-full',
  'pack-invalid',
  'manifest-invalid', // the facts beside a report cannot be read; the sentence names the line and the field
  'format-unknown',
  'no-printer', // nothing on this machine can make a PDF
  'not-allowed', // refused for safety: token, origin, sender
  'internal', // a bug; the details are in the log
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure: `code` for the program, `message` (one or two plain sentences) for the reader. */
export class AttacheError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AttacheError';
    this.code = code;
  }
}

/** What crosses the wire when a call fails. */
export interface WireError {
  code: ErrorCode;
  message: string;
}

/**
 * Turns whatever was thrown into what may cross the wire. A bug loses its stack and its words on the way: they may
 * hold paths or text that the other side must not see.
 */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof AttacheError) return { code: thrown.code, message: thrown.message };
  return { code: 'internal', message: 'Something went wrong inside Attaché. Your library and packs are safe. Try again; if it comes back, restart the app.' };
}
