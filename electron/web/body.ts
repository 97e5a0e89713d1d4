import type { IncomingMessage } from 'node:http';
import { tooLarge } from '../host/limits.ts';

/**
 * Reads what was sent along, and stops as soon as it is too much.
 * @throws AttacheError 'file-too-large'
 */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge(largest);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > largest) throw tooLarge(largest);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
