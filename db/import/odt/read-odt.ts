import type { BlockSource } from '../../model/source.ts';
import { createPictureFinder } from '../html/pictures.ts';
import { readHtmlRoot } from '../html/read-html.ts';
import { readOdtTree } from './blocks.ts';
import type { OdtParts } from './frames.ts';
import { readOdtStyles } from './styles.ts';
import { damaged, locked, noText, withinBounds } from '../refusals.ts';
import { all, elementsOf, first, textOf, type Element } from '../tree.ts';
import { checkedXml, writtenDocument, type WrittenFacts } from '../written-document.ts';
import type { Archive } from '../zip.ts';

/** The parts of an OpenDocument text; in a flat one, all are the same. */
interface OdtDocument {
  content: Element;
  styles: Element | null;
  meta: Element | null;
  parts: OdtParts;
}

/**
 * Reads an OpenDocument text: headings, paragraphs, lists, tables, quotations, pictures with captions, formulas,
 * footnotes and endnotes at their places. Deleted text of tracked changes, comments, hidden text, tables of contents and
 * indexes are left out.
 * Source of the elements: OASIS OpenDocument 1.3, part 3.
 * @param archive the document, its sizes already checked
 * @throws AttacheError 'file-not-text', 'file-too-large'
 */
export function readOdt(archive: Archive, name: string): BlockSource {
  const manifest = archive.read('META-INF/manifest.xml');
  if (manifest && first(checkedXml(manifest, name), 'encryption-data')) throw locked(name);
  const part = (path: string): Element | null => {
    const bytes = archive.read(path);
    return bytes && checkedXml(bytes, name);
  };
  const content = part('content.xml');
  if (!content) throw damaged(name);
  const open = once((path) => archive.read(path));
  const document = once((path) => part(`${path}/content.xml`));
  return readDocument({ content, styles: part('styles.xml'), meta: part('meta.xml'), parts: { open, document } }, name);
}

/** Reads what lies at an address ("./Pictures/a.png", "Object 1/") once, however often it is shown. */
function once<T>(read: (path: string) => T): (address: string) => T {
  const known = new Map<string, T>();
  return (address) => {
    const path = address.replace(/^\.\/|\/$/g, '');
    if (!known.has(path)) known.set(path, read(path));
    return known.get(path)!;
  };
}

/**
 * Reads an OpenDocument text that is one file of XML.
 * @throws AttacheError 'file-not-text', 'file-too-large'
 */
export function readFlatOdt(text: string, name: string): BlockSource {
  const root = checkedXml(text, name);
  return readDocument({ content: root, styles: root, meta: root, parts: { open: () => null, document: () => null } }, name);
}

function readDocument({ content, styles: common, meta, parts }: OdtDocument, name: string): BlockSource {
  const body = first(content, 'body');
  const text = body && elementsOf(body).find((found) => found.name === 'office:text');
  if (!text) throw elementsOf(body ?? content).some((found) => found.name.startsWith('office:')) ? noText(name) : damaged(name);
  const styles = readOdtStyles(common, content);
  const pictures = createPictureFinder(parts.open);
  const { source, titles, subtitles } = withinBounds(name, () => {
    const { root, ...said } = readOdtTree(text, styles, parts);
    return { source: readHtmlRoot(root, pictures.find), ...said };
  });
  return writtenDocument(source, { ...propertiesOf(meta, styles.language()), titles, subtitles }, pictures.warnings());
}

function propertiesOf(meta: Element | null, language: string | null): Omit<WrittenFacts, 'titles' | 'subtitles'> {
  const section = meta && first(meta, 'meta');
  const property = (name: string): string | null => {
    const found = section && all(section, name)[0];
    return found ? textOf(found) || null : null;
  };
  return { title: property('title'), authors: property('initial-creator') ?? property('creator'), date: property('date') ?? property('creation-date'), language: property('language') ?? language };
}
