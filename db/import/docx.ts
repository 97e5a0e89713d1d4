import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ReportFacts } from '../model/facts.ts';
import type { BlockSource } from '../model/source.ts';
import { createLooks } from './docx-looks.ts';
import { markOutline, paragraphsOf, styleMap } from './docx-styles.ts';
import { freeLinks, HIDDEN_STYLE, keepWords, markHidden } from './docx-text.ts';
import { NO_TITLE, readDate } from './html/meta.ts';
import { createPictureFinder } from './html/pictures.ts';
import { readHtmlText } from './html/read-html.ts';
import { builtToHarm, damaged } from './refusals.ts';
import { all, attribute, first, textOf, TreeTooLarge, type Element } from './tree.ts';
import { readXml, XmlError } from './xml.ts';
import type { Archive } from './zip.ts';

const DOCUMENT = 'word/document.xml';
const WITH_TEXT = [DOCUMENT, 'word/footnotes.xml', 'word/endnotes.xml'];
/** Parts that hold nothing of the text, and may be large. */
const UNREAD = /^(customXml|word\/theme|word\/glossary|word\/embeddings|word\/fonts)\//i;

/**
 * Reads a Word document: headings (by style, in any language, or by outline level), paragraphs, lists, tables, pictures
 * with captions, footnotes and endnotes at their places. Deleted text of tracked changes and comments are left out.
 * @param archive the document, its sizes already checked
 * @throws AttacheError 'file-not-text', 'file-too-large'
 */
export async function readDocx(archive: Archive, name: string): Promise<BlockSource> {
  const { files, xml } = checkedParts(archive, name);
  const part = (path: string): Element | null => xml.get(path) ?? null;
  const titles = paragraphsOf(part(DOCUMENT), part('word/styles.xml'), 'Title');
  const subtitles = paragraphsOf(part(DOCUMENT), part('word/styles.xml'), 'Subtitle');
  const styles = [...styleMap(part('word/styles.xml'), titles.length === 1), HIDDEN_STYLE];
  const looks = createLooks(strFromU8(files[DOCUMENT] ?? new Uint8Array()), part('word/styles.xml'), styles);
  for (const path of WITH_TEXT) if (files[path]) files[path] = strToU8(keepWords(freeLinks(markHidden(strFromU8(files[path]), part('word/styles.xml')))));
  const images: Uint8Array[] = [];
  const body = await toHtml(zipSync(files, { level: 0 }), { styles: [...styles, ...looks.styles], look: looks.keep }, images, name);
  const pictures = createPictureFinder((source) => images[Number(/^picture-(\d+)$/.exec(source)?.[1])] ?? null);
  const source = readHtmlText(`<style>${looks.sheet()}</style>${body}`, name, { findPicture: pictures.find });
  const facts = { ...source.facts, ...factsOf(part('docProps/core.xml'), part('word/styles.xml')) };
  if (titles.length === 1) facts.title = titles[0]!;
  if (titles.length === 1 && subtitles.length === 1) facts.subtitle = subtitles[0]!;
  return { ...numbered(source), facts, warnings: [...source.warnings, ...pictures.warnings()] };
}

/** A Word document has no lines: its paragraphs are counted instead, and after them its notes. */
function numbered(source: BlockSource): BlockSource {
  const blocks = source.blocks.map((block, at) => (block.kind === 'heading' ? { ...block, line: at + 1 } : { ...block, line: at + 1, lastLine: at + 1 }));
  return { ...source, blocks, notes: source.notes.map((note, at) => ({ ...note, line: blocks.length + at + 1 })) };
}

/** All parts that are read, unpacked within the archive's bounds; the XML among them is looked through before anything else sees it. */
function checkedParts(archive: Archive, name: string): { files: Record<string, Uint8Array>; xml: Map<string, Element> } {
  const files: Record<string, Uint8Array> = {};
  const xml = new Map<string, Element>();
  for (const path of archive.names) {
    const isXml = /\.(xml|rels)$/i.test(path);
    if (UNREAD.test(path) || (!isXml && !/\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i.test(path))) continue;
    files[path] = archive.read(path)!;
    if (!isXml) continue;
    const text = strFromU8(files[path]);
    xml.set(path, checkedXml(text, name));
    if (path === DOCUMENT) files[path] = strToU8(markOutline(text));
  }
  return { files, xml };
}

function checkedXml(text: string, name: string): Element {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof TreeTooLarge) throw builtToHarm(name, error);
    throw error instanceof XmlError ? damaged(name, error) : error;
  }
}

/** The converter's own types leave out what changes a document before it is converted. */
const paragraphs = (change: (paragraph: never) => unknown): ((document: unknown) => unknown) => (mammoth as unknown as { transforms: { paragraph: (change: (paragraph: never) => unknown) => (document: unknown) => unknown } }).transforms.paragraph(change);

async function toHtml(docx: Uint8Array, { styles, look }: { styles: string[]; look: ReturnType<typeof createLooks>['keep'] }, images: Uint8Array[], name: string): Promise<string> {
  const convertImage = mammoth.images.imgElement(async (image) => {
    images.push(await image.readAsBuffer());
    return { src: `picture-${images.length - 1}` };
  });
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, { styleMap: styles, includeEmbeddedStyleMap: false, convertImage, externalFileAccess: false, transformDocument: paragraphs(look) })).value;
  } catch (error) {
    throw error instanceof RangeError ? builtToHarm(name, error) : damaged(name, error);
  }
}

/** What the document's properties say, where they say more than what a new document comes with. */
function factsOf(core: Element | null, styles: Element | null): ReportFacts {
  const property = (name: string): string | null => {
    const found = core && first(core, name);
    return found ? textOf(found) || null : null;
  };
  const facts: ReportFacts = {};
  const title = property('title');
  if (title && !NO_TITLE.test(title)) facts.title = title;
  const author = property('creator');
  if (author) facts.authors = author.split(/\s*;\s*/).filter(Boolean);
  const date = readDate(property('modified') ?? property('created') ?? undefined);
  if (date) facts.date = date;
  const language = property('language') ?? (styles ? all(styles, 'lang').map((lang) => attribute(lang, 'val')).find(Boolean) : null);
  if (language) facts.language = language;
  return facts;
}
