import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { BlockSource } from '../../model/source.ts';
import { createLooks } from './looks.ts';
import { markOutline, paragraphsOf, styleMap } from './styles.ts';
import { freeLinks, HIDDEN_STYLE, keepWords, markHidden, markRaised } from './text.ts';
import { createPictureFinder } from '../html/pictures.ts';
import { readHtmlText } from '../html/read-html.ts';
import { builtToHarm, damaged } from '../refusals.ts';
import { all, attribute, first, textOf, type Element } from '../tree.ts';
import { checkedXml, writtenDocument, type WrittenFacts } from '../written-document.ts';
import type { Archive } from '../zip.ts';

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
  for (const path of WITH_TEXT) if (files[path]) files[path] = strToU8(keepWords(freeLinks(markRaised(markHidden(strFromU8(files[path]), part('word/styles.xml'))))));
  const images: Uint8Array[] = [];
  const body = await toHtml(zipSync(files, { level: 0 }), { styles: [...styles, ...looks.styles], look: looks.keep }, images, name);
  const pictures = createPictureFinder((source) => images[Number(/^picture-(\d+)$/.exec(source)?.[1])] ?? null);
  const source = readHtmlText(`<style>${looks.sheet()}</style>${body}`, name, { findPicture: pictures.find });
  return writtenDocument(source, { ...propertiesOf(part('docProps/core.xml'), part('word/styles.xml')), titles, subtitles }, pictures.warnings());
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

function propertiesOf(core: Element | null, styles: Element | null): Omit<WrittenFacts, 'titles' | 'subtitles'> {
  const property = (name: string): string | null => {
    const found = core && first(core, name);
    return found ? textOf(found) || null : null;
  };
  return {
    title: property('title'), authors: property('creator'), date: property('modified') ?? property('created'),
    language: property('language') ?? (styles ? (all(styles, 'lang').map((lang) => attribute(lang, 'val')).find(Boolean) ?? null) : null),
  };
}
