/**
 * How many pages a PDF has, read from its page tree: trailer → catalogue → root of the pages → Count
 * (ISO 32000-1, 7.5 and 7.7). Knows the classic cross-reference table, which is what Chromium writes.
 * @returns the number, or null where the file is built in another way
 */
export function countPages(bytes: Uint8Array): number | null {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-2048));
  if (!start) return null;
  const places = tableAt(pdf, Number(start[1]));
  const trailer = pdf.slice(pdf.lastIndexOf('trailer'));
  const root = reference(trailer, 'Root');
  if (!places || root === null) return null;
  const catalogue = objectAt(pdf, places, root);
  const pages = catalogue && reference(catalogue, 'Pages');
  const tree = pages && objectAt(pdf, places, pages);
  const count = tree && /\/Count\s+(\d+)/.exec(tree);
  return count ? Number(count[1]) : null;
}

/** Object number → byte offset. */
function tableAt(pdf: string, offset: number): Map<number, number> | null {
  const places = new Map<number, number>();
  let at = /^xref\s+/.exec(pdf.slice(offset, offset + 20))?.[0].length ?? 0;
  if (at === 0) return null;
  at += offset;
  for (let section = /^(\d+) (\d+)\s+/.exec(pdf.slice(at, at + 40)); section; section = /^(\d+) (\d+)\s+/.exec(pdf.slice(at, at + 40))) {
    at += section[0].length;
    const first = Number(section[1]);
    const count = Number(section[2]);
    for (let index = 0; index < count; index += 1, at += 20) places.set(first + index, Number(pdf.slice(at, at + 10)));
  }
  return places;
}

function reference(text: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(\\d+)\\s+\\d+\\s+R`).exec(text);
  return found ? Number(found[1]) : null;
}

/** The words of an object, if it stands where the table says. */
function objectAt(pdf: string, places: Map<number, number>, number: number): string | null {
  const offset = places.get(number);
  if (offset === undefined) return null;
  const end = pdf.indexOf('endobj', offset);
  const object = pdf.slice(offset, end < 0 ? undefined : end);
  return new RegExp(`^\\s*${number} \\d+ obj`).test(object) ? object : null;
}
