import { squash } from '../../model/fold.ts';
import type { BlockSource, Progress, SourceBlock } from '../../model/source.ts';
import { placeCaptions } from '../captions.ts';
import { decodeMarked } from '../decode.ts';
import { headingLevels, readContents } from './contents.ts';
import { readPackage, type EpubPackage } from './package.ts';
import { createBlockReader } from '../html/blocks.ts';
import { markHeadings } from '../html/headings.ts';
import { findNotes } from '../html/notes.ts';
import { createPictureFinder } from '../html/pictures.ts';
import { readXhtmlTree } from '../html/tree.ts';
import { resolvePlace, type MarkedDocument } from '../marked-document.ts';
import { builtToHarm, damaged } from '../refusals.ts';
import { first, TreeTooLarge } from '../tree.ts';
import type { Archive } from '../zip.ts';

/** More, or larger, style sheets than this (in bytes) say nothing that a few would not. */
const SHEETS_AT_MOST = 10;
const SHEET_AT_MOST = 1_000_000;

/** A document of the book; one that is not linear holds only what others lead to. */
interface SpineDocument extends MarkedDocument {
  linear: boolean;
}

/**
 * Reads an EPUB, 2 or 3: its documents in reading order, chapters as its contents name them, notes wherever they stand,
 * page labels of the printed edition, pictures.
 * @param archive the book, its sizes already checked
 * @throws AttacheError 'file-not-text' (damaged, or locked), 'file-too-large'
 */
export function readEpub(archive: Archive, name: string, tell: (progress: Progress) => void): BlockSource {
  try {
    const book = readPackage(archive, name);
    return readBook(archive, book, readDocuments(archive, book, name, tell), name);
  } catch (error) {
    throw error instanceof TreeTooLarge ? builtToHarm(name, error) : error;
  }
}

function readDocuments(archive: Archive, book: EpubPackage, name: string, tell: (progress: Progress) => void): SpineDocument[] {
  return book.spine.flatMap(({ path, linear }, at) => {
    tell({ phase: 'reading', done: at, total: book.spine.length });
    const bytes = archive.read(path);
    if (!bytes) throw damaged(name);
    // An empty page is no damage in a book.
    if (bytes.every((byte) => byte <= 0x20)) return [];
    return [{ path, linear, root: readXhtmlTree(decodeMarked(bytes, name).text) }];
  });
}

function readBook(archive: Archive, book: EpubPackage, documents: readonly SpineDocument[], name: string): BlockSource {
  markHeadings(documents.filter(({ path, linear }) => linear && path !== book.nav && !book.guides.has(path)), sheetsOf(archive));
  const contents = readContents(archive, book, documents, name);
  const levels = headingLevels(documents, contents);
  const notes = findNotes(documents);
  let current = '';
  const pictures = createPictureFinder((source) => {
    const path = resolvePlace(source, current);
    return path === null ? null : archive.read(path);
  });
  const reader = createBlockReader({ notes, findPicture: pictures.find, pageAt: (found) => contents.pages.get(found) ?? null, levelOf: (heading, level) => levels.get(heading) ?? level });
  for (const { path, root, linear } of documents) {
    if (!linear || path === book.nav || book.guides.has(path)) continue;
    current = path;
    for (const { title, level, heading } of contents.entries.get(path) ?? []) if (!heading) reader.heading(title, level);
    reader.read(first(root, 'body') ?? root);
  }
  return {
    kind: 'blocks', facts: book.facts, works: { retells: null, translates: null }, blocks: placeCaptions(withoutRepeats(reader.blocks)), notes: notes.notes,
    pictures: reader.pictures, warnings: pictures.warnings(),
  };
}

function sheetsOf(archive: Archive): string[] {
  return archive.names.filter((path) => /\.css$/i.test(path) && archive.size(path) <= SHEET_AT_MOST).slice(0, SHEETS_AT_MOST).map((path) => new TextDecoder().decode(archive.read(path)!));
}

/** Where a title comes from the contents because the text marks no heading, the text still shows it: once is enough. */
function withoutRepeats(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.filter((block, at) => {
    const before = blocks[at - 1];
    return block.kind !== 'paragraph' || before?.kind !== 'heading' || block.notes.length > 0 || squash(block.text) !== squash(before.text);
  });
}
