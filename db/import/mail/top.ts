import { AttacheError } from '../../model/errors.ts';
import { MAILBOX_LINE } from './signs.ts';

/** So much of a line is looked at. */
const LINE = 300;

/**
 * A message without what stands before its first field: a mark of UTF-8, blanks, the line that a mailbox sets there.
 * @throws AttacheError 'file-not-text' for a mailbox of several messages
 */
export function topOf(bytes: Uint8Array, name: string): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = whole.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (from < whole.length && whole[from]! <= 0x20) from += 1;
  if (!isMailboxLine(whole, from)) return whole.subarray(from);
  for (let at = whole.indexOf('\nFrom ', from); at >= 0; at = whole.indexOf('\nFrom ', at + 1)) {
    if (isMailboxLine(whole, at + 1) && /^[!-9;-~]{1,80}:/.test(lineAt(whole, whole.indexOf(0x0a, at + 1) + 1))) {
      throw new AttacheError('file-not-text', `“${name}” is a mailbox with several messages. Nothing was imported. Open it in your mail program, save each message as a file of its own (.eml), and import these.`);
    }
  }
  return whole.subarray(whole.indexOf(0x0a, from) + 1);
}

const lineAt = (bytes: Buffer, from: number): string => bytes.subarray(from, from + LINE).toString('latin1').split(/\r?\n/, 1)[0]!;

const isMailboxLine = (bytes: Buffer, from: number): boolean => MAILBOX_LINE.test(lineAt(bytes, from)) && bytes.indexOf(0x0a, from) >= 0;
