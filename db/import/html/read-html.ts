import type { ReportFacts } from '../../model/facts.ts';
import type { BlockSource } from '../../model/source.ts';
import { decodeMarked } from '../decode.ts';
import { placeCaptions } from '../captions.ts';
import { all, descendants, first, hasWord, rawText, type Element } from '../tree.ts';
import { withinBounds } from '../refusals.ts';
import { drawBoxes } from './boxes.ts';
import { createBlockReader } from './blocks.ts';
import { dropFurniture } from './furniture.ts';
import { markHeadings } from './headings.ts';
import { measure } from './measure.ts';
import { readHtmlMeta, takeTitles } from './meta.ts';
import { findNotes } from './notes.ts';
import { ownLinks } from './own-links.ts';
import { openPanels } from './panels.ts';
import { createPictureFinder, type PictureFinder } from './pictures.ts';
import { readHtmlTree } from './tree.ts';
import { authorInWord, readWordStyles } from './word.ts';

/** Where a page marks its main part, that part is read if it holds at least this much of the text. */
const MAIN_AT_LEAST = 0.4;

/** What a page is read with where it is one part of a file. */
export interface PageParts {
  /** The bytes behind an address, or null where the file does not hold them. */
  open: (source: string) => Uint8Array | null;
  /** Is given the tree before anything else is done to it. */
  prepare?: (root: Element) => void;
  /** What it says of itself; nothing is asked of its head then, and no title is taken out of its text. */
  factsOf?: (root: Element) => ReportFacts;
}

/**
 * Reads a saved web page: structure, notes, tables and pictures that lie inside the file. Nothing is fetched and
 * nothing of it is run; only text is kept.
 * @param name the file's name, for the sentence when it cannot be read
 * @throws AttacheError 'file-empty', 'file-not-text', 'file-too-large'
 */
export function readHtml(bytes: Uint8Array, name: string): BlockSource {
  return readPage(decodeMarked(bytes, name).text, name, { open: () => null });
}

/**
 * Reads a web page that lies in memory.
 * @throws AttacheError 'file-too-large'
 */
export function readPage(text: string, name: string, { open, prepare, factsOf }: PageParts): BlockSource {
  const pictures = createPictureFinder(open);
  const made = (root: Element): void => {
    prepare?.(root);
    ownLinks(root);
    readWordStyles(root);
    openPanels(root);
    dropFurniture(root);
  };
  const source = readHtmlText(text, name, { findPicture: pictures.find, prepare: made, factsOf });
  const author = source.facts.authors || factsOf ? null : authorInWord(text);
  return { ...source, facts: author === null ? source.facts : { ...source.facts, authors: [author] }, warnings: [...source.warnings, ...pictures.warnings()] };
}

/**
 * Reads HTML that lies in memory, as Word documents also become it.
 * @throws AttacheError 'file-too-large'
 */
export function readHtmlText(text: string, name: string, { findPicture, prepare, factsOf }: Omit<PageParts, 'open'> & { findPicture: PictureFinder }): BlockSource {
  return withinBounds(name, () => {
    const root = readHtmlTree(text);
    drawBoxes(root);
    prepare?.(root);
    return readHtmlRoot(root, findPicture, factsOf);
  });
}

/**
 * Reads a tree of HTML's elements, as OpenDocument texts become it.
 * @throws TreeTooLarge
 */
export function readHtmlRoot(root: Element, findPicture: PictureFinder, factsOf: PageParts['factsOf'] = readHtmlMeta): BlockSource {
  const facts = factsOf(root);
  const subtitle = takeTitles(root, facts.title);
  if (subtitle !== null) facts.subtitle = subtitle;
  markHeadings([{ path: '', root: mainPart(root) }], all(root, 'style').map(rawText));
  const notes = findNotes([{ path: '', root }]);
  const reader = createBlockReader({ notes, findPicture, pageAt: () => null, levelOf: (_heading, level) => level });
  reader.read(mainPart(root));
  return { kind: 'blocks', facts, works: { retells: null, translates: null }, blocks: placeCaptions(reader.blocks), notes: notes.notes, pictures: reader.pictures, warnings: [] };
}

function mainPart(root: Element): Element {
  const body = first(root, 'body') ?? root;
  const mains = [...descendants(body)].filter((found) => found.name === 'main' || hasWord(found, 'role', /^main$/));
  const [main] = mains;
  return main && mains.length === 1 && measure(main).letters >= measure(body).letters * MAIN_AT_LEAST ? main : body;
}
