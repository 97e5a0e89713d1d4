import { AttacheError } from '../../model/errors.ts';
import type { ReportFacts } from '../../model/facts.ts';
import { NO_TITLE, readDate } from '../html/meta.ts';
import { resolvePlace } from '../marked-document.ts';
import { damaged } from '../refusals.ts';
import { all, attribute, first, textOf, type Element } from '../tree.ts';
import { readXml, XmlError } from '../xml.ts';
import type { Archive } from '../zip.ts';

/** What an EPUB says of itself: its documents in reading order, and where its contents stand. */
export interface EpubPackage {
  facts: ReportFacts;
  spine: { path: string; linear: boolean }[];
  /** The contents of EPUB 3, and those of EPUB 2. */
  nav: string | null;
  ncx: string | null;
  /** Documents that only help to find one's way: the contents as a page, the cover. */
  guides: ReadonlySet<string>;
}

const TEXT_TYPES = new Set(['application/xhtml+xml', 'text/html', 'application/html+xml']);
/** Ways to hide fonts only; the text stays readable (EPUB OCF 3.3, section 4.3.2, and Adobe's own). */
const FONT_HIDING = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/;
const DOCUMENTS_AT_MOST = 5000;
/** A whole licence stands where its name should, in letters. */
const FACT_AT_MOST = 300;

/**
 * Reads the container and the package document.
 * @throws AttacheError 'file-not-text' where the book is damaged, or locked by its shop
 */
export function readPackage(archive: Archive, name: string): EpubPackage {
  const container = readPart(archive, 'META-INF/container.xml', name);
  const path = all(container, 'rootfile').map((rootfile) => rootfile.attributes['full-path']).find((found) => found !== undefined && archive.has(found));
  if (path === undefined) throw damaged(name);
  const root = readPart(archive, path, name);
  const items = new Map(all(root, 'item').map((item) => [item.attributes['id'] ?? '', { path: resolvePlace(item.attributes['href'] ?? '', path), type: item.attributes['media-type'] ?? '', properties: item.attributes['properties'] ?? '' }]));
  const linear = new Map<string, boolean>();
  for (const ref of all(root, 'itemref')) {
    const item = items.get(ref.attributes['idref'] ?? '');
    // Some books list a document once for every place in it.
    const document = item?.path?.split('#')[0];
    if (item && document && TEXT_TYPES.has(item.type) && !linear.has(document)) linear.set(document, ref.attributes['linear'] !== 'no');
  }
  const spine = [...linear].map(([document, isLinear]) => ({ path: document, linear: isLinear }));
  if (spine.length === 0 || spine.length > DOCUMENTS_AT_MOST) throw damaged(name);
  refuseLocked(archive, new Set(spine.map((part) => part.path)), name);
  const listed = [...items.values()];
  return {
    facts: factsOf(root), spine,
    nav: listed.find((item) => item.properties.split(/\s+/).includes('nav'))?.path ?? null,
    ncx: listed.find((item) => item.type === 'application/x-dtbncx+xml')?.path ?? null,
    guides: new Set(all(root, 'reference').filter((found) => /^(toc|cover|title-?page)$/i.test(found.attributes['type'] ?? '')).flatMap((found) => resolvePlace(found.attributes['href'] ?? '', path)?.split('#')[0] ?? [])),
  };
}

/** One of the archive's own XML files. @throws AttacheError where it is missing or is no XML */
export function readPart(archive: Archive, path: string, name: string): Element {
  const bytes = archive.read(path);
  if (!bytes) throw damaged(name);
  try {
    return readXml(new TextDecoder(bytes[0] === 0xfe || bytes[0] === 0xff ? 'utf-16' : 'utf-8').decode(bytes));
  } catch (error) {
    throw error instanceof XmlError ? damaged(name, error) : error;
  }
}

function refuseLocked(archive: Archive, spine: ReadonlySet<string>, name: string): void {
  if (!archive.has('META-INF/encryption.xml')) return;
  const locked = all(readPart(archive, 'META-INF/encryption.xml', name), 'EncryptedData').some((data) => {
    const method = first(data, 'EncryptionMethod');
    const isFont = method !== null && FONT_HIDING.test(attribute(method, 'Algorithm') ?? '');
    return !isFont && all(data, 'CipherReference').some((reference) => spine.has(resolvePlace(reference.attributes['URI'] ?? '', '') ?? ''));
  });
  if (locked) {
    throw new AttacheError('file-not-text', `“${name}” is locked by the shop or library that it comes from (DRM), and only their own program can open it. Nothing was imported. Ask the publisher for an unlocked copy or a PDF.`);
  }
}

function factsOf(root: Element): ReportFacts {
  const metadata = first(root, 'metadata');
  const values = (name: string): Element[] => (metadata ? all(metadata, name) : []).filter((found) => textOf(found) !== '');
  const one = (name: string): string | undefined => values(name).map(textOf)[0];
  const facts: ReportFacts = {};
  for (const [fact, name] of [['title', 'title'], ['publisher', 'publisher'], ['language', 'language'], ['licence', 'rights']] as const) {
    const value = one(name);
    if (value !== undefined) facts[fact] = value.length > FACT_AT_MOST ? `${value.slice(0, FACT_AT_MOST)}…` : value;
  }
  if (facts.title !== undefined && NO_TITLE.test(facts.title)) delete facts.title;
  if (facts.language) facts.language = facts.language.replaceAll('_', '-');
  const authors = values('creator').filter((creator) => ['aut', 'edt', undefined].includes(attribute(creator, 'role'))).map(textOf).filter((author) => !/^unknown(?: author)?$/i.test(author));
  if (authors.length > 0) facts.authors = authors;
  const dates = values('date');
  const date = readDate(textOf(dates.find((found) => attribute(found, 'event') === 'publication') ?? dates[0] ?? root));
  if (date && dates.length > 0) facts.date = date;
  return facts;
}
