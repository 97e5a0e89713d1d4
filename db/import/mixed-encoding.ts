/** What UTF-8 writes a sign in, beyond ASCII's; a byte that is no part of one stands by itself. */
const SIGNS = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

/**
 * Reads a text that is UTF-8 but for some bytes: somebody pasted lines from an older program into it, or its last sign
 * was cut. What is no UTF-8 is read as Windows-1252.
 * @returns null where most of the signs are no UTF-8: the text is in another encoding throughout
 */
export function decodeMixed(bytes: Uint8Array): string | null {
  const units = Buffer.from(bytes).toString('latin1');
  let signs = 0;
  let others = 0;
  for (const [sign] of units.matchAll(SIGNS)) if (sign.length > 1) signs += 1; else others += 1;
  if (signs <= others) return null;
  const western = new TextDecoder('windows-1252');
  return units.replace(SIGNS, (sign) => {
    const own = Buffer.from(sign, 'latin1');
    return sign.length > 1 ? own.toString('utf8') : western.decode(own);
  });
}
