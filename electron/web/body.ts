import type { IncomingMessage } from 'node:http';
import { AttacheError } from '../../db/model/errors.ts';
import { tooLarge } from '../host/limits.ts';

/**
 * Reads what was sent along, and stops as soon as it is too much.
 * @throws AttacheError 'file-too-large'; 'cancelled' where the page went away in the middle of it
 */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge(largest);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.byteLength;
      if (size > largest) throw tooLarge(largest);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError('cancelled', 'Not all of it arrived, and nothing was taken. Send it once more.', { cause: error });
  }
  return Buffer.concat(parts);
}
