import type { BlockSource } from '../../model/source.ts';
import { decodeNamed } from '../decode.ts';
import { readPage } from '../html/read-html.ts';
import { damaged } from '../refusals.ts';
import { all, descendants, element, first, type Element } from '../tree.ts';
import { absolute, createAddresses, isHtml, withAll } from './addresses.ts';
import { readParts, withoutBrackets, type Part } from './message-parts.ts';
import { openShadows } from './shadows.ts';
import { topOf } from './top.ts';

/** More, or larger, style sheets than this (in bytes) say nothing that a few would not. */
const SHEETS_AT_MOST = 10;
const SHEET_AT_MOST = 1_000_000;
/** A picture has no more sizes. */
const SIZES_AT_MOST = 20;

/**
 * Reads a web page that was saved as one file (MHTML): its main page, with the pictures and style sheets that the file
 * holds. Nothing is fetched. Source: RFC 2557, and what Chromium, Internet Explorer and Word write.
 * @throws AttacheError 'file-empty', 'file-not-text', 'file-too-large'
 */
export async function readSavedPage(bytes: Uint8Array, name: string): Promise<BlockSource> {
  const whole = await readParts(topOf(bytes, name), name);
  const parts = withAll(whole);
  const main = mainOf(whole, parts);
  if (!main) throw damaged(name);
  const address = absolute(main.location || whole.field('snapshot-content-location') || whole.location, whole.field('content-base'));
  const addresses = createAddresses(parts, address);
  const { text } = decodeNamed(main.content(), name, main.params.get('charset'));
  let base = address;
  const find = (source: string): Part | null => addresses.find(source, base);
  const source = readPage(openShadows(text), name, {
    open: (from) => find(from)?.content() ?? null,
    prepare(root) {
      base = absolute(first(root, 'base')?.attributes['href'] ?? address, address);
      leadWithin(root, address);
      takeSheets(root, find);
      takeChosenPictures(root, find);
    },
  });
  // What it was called when it was saved is its title where it names none itself.
  if (source.facts.title === undefined && whole.head.subject) source.facts.title = whole.head.subject.trim();
  return { ...source, inside: text.split('\n') };
}

/** The part that the file names as its page, else its first page. */
function mainOf(whole: Part, parts: readonly Part[]): Part | null {
  const start = whole.params.get('start');
  const address = absolute(whole.field('snapshot-content-location'), '');
  const pages = parts.filter(isHtml);
  return pages.find(({ id }) => start !== undefined && id === withoutBrackets(start)) ?? pages.find(({ location }) => address !== '' && absolute(location, '') === address) ?? pages[0] ?? null;
}

/** Browsers write the page's whole address before every place within it. */
function leadWithin(root: Element, address: string): void {
  if (address === '') return;
  for (const link of all(root, 'a')) {
    const [before, place] = (link.attributes['href'] ?? '').split(/#(.*)/s);
    if (place && before !== '' && absolute(before!, address) === address) link.attributes = { ...link.attributes, href: `#${place}` };
  }
}

/** Chromium makes parts of what stood between `<style>` and `</style>`. */
function takeSheets(root: Element, find: (source: string) => Part | null): void {
  let left = SHEETS_AT_MOST;
  for (const link of all(root, 'link')) {
    const sheet = left > 0 && /\bstylesheet\b/i.test(link.attributes['rel'] ?? '') ? find(link.attributes['href'] ?? '') : null;
    if (sheet?.type !== 'text/css' || sheet.content().length > SHEET_AT_MOST) continue;
    left -= 1;
    const style = Object.assign(link, element('style'), { parent: link.parent, line: link.line, lastLine: link.lastLine });
    style.children = [{ text: new TextDecoder().decode(sheet.content()) }];
  }
}

/** Of a picture in many sizes, browsers save the one that they showed. */
function takeChosenPictures(root: Element, find: (source: string) => Part | null): void {
  const chosen = new Map<Element, string | undefined>();
  const chosenOf = (found: Element): string | undefined => {
    if (!chosen.has(found)) chosen.set(found, sizesOf(found).find((source) => find(source) !== null));
    return chosen.get(found);
  };
  for (const found of descendants(root)) {
    if (found.name === 'source' && found.parent?.name === 'picture') {
      const source = chosen.get(found.parent) ?? chosenOf(found);
      if (source !== undefined) chosen.set(found.parent, source);
    } else if (found.name === 'img' && find(found.attributes['src'] ?? '') === null) {
      const source = chosenOf(found) ?? (found.parent ? chosen.get(found.parent) : undefined);
      if (source !== undefined) found.attributes = { ...found.attributes, src: source };
    }
  }
}

function sizesOf({ attributes: { srcset } }: Element): string[] {
  return srcset === undefined ? [] : srcset.split(/,\s+/).slice(0, SIZES_AT_MOST).map((one) => one.trim().split(/\s/, 1)[0]!).filter(Boolean);
}
