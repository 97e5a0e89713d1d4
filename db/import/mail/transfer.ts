const EQUALS = 0x3d;
/** What each byte means in base64, -1 where it means nothing. */
const SIXTY_FOUR = new Int8Array(256).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((letter, value) => (SIXTY_FOUR[letter.charCodeAt(0)] = value));
const CR = 0x0d;
const LF = 0x0a;

/**
 * Undoes what was done to a part's bytes so that they could be sent. What does not fit is kept as it stands.
 * Source: RFC 2045, 6.7 (quoted-printable) and 6.8 (base64).
 */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return decodeBase64(bytes);
    case 'quoted-printable':
      return decodeQuoted(bytes);
    default:
      return bytes;
  }
}

/** Node's decoder ends at the first padding; some programs pad every line. */
function decodeBase64(bytes: Buffer): Buffer {
  const padding = bytes.indexOf(EQUALS);
  if (padding < 0 || !/[A-Za-z0-9+/]/.test(bytes.toString('latin1', padding))) return Buffer.from(bytes.toString('latin1'), 'base64');
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = SIXTY_FOUR[byte]!;
    if (byte === EQUALS) held = bits = 0;
    else if (value >= 0) {
      held = ((held << 6) | value) & 0xffff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out[length++] = (held >> bits) & 0xff;
    }
  }
  return out.subarray(0, length);
}

function decodeQuoted(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === EQUALS) {
      const code = hexAt(bytes, at + 1) * 16 + hexAt(bytes, at + 2);
      if (code >= 0) {
        out[length++] = code;
        at += 2;
        continue;
      }
      const end = lineEndBehind(bytes, at + 1);
      if (end !== null) {
        at = end;
        continue;
      }
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Where the line ends that a sign of equality breaks; null where something else follows it. */
function lineEndBehind(bytes: Buffer, from: number): number | null {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at += 1;
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 1;
  return bytes[at] === LF || at >= bytes.length ? at : null;
}

/** @returns NaN for what is no digit */
function hexAt(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NaN;
}
