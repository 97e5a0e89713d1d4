import type { ReportFacts } from '../../model/facts.ts';
import { all, descendants, first, hasWord, removeAll, textOf, type Element } from '../tree.ts';
import { selfSaid } from './self-said.ts';

/** Names that pages give to a fact about themselves, the surest first. */
const NAMES = {
  title: ['citation_title', 'dcterms.title', 'dc.title', 'og:title'],
  publisher: ['citation_publisher', 'dcterms.publisher', 'dc.publisher', 'citation_technical_report_institution'],
  date: ['citation_publication_date', 'citation_date', 'dcterms.issued', 'dcterms.date', 'dc.date.issued', 'dc.date', 'article:published_time', 'date'],
  licence: ['dcterms.license', 'dc.rights', 'dcterms.rights'],
};
/** What programs write where nobody gave a title. */
export const NO_TITLE = /^(?:|microsoft word\b.*|(?:word |new )?document\d*|(?:untitled|unbenannt|sans titre|unknown)(?: (?:document|title|page|dokument))?\d*|無題|title|[\w.-]+\.(?:xml|html?|docx?|f?odt|pdf))$/i;
const TITLE = /^(?:report-|book-|doc-|mso)?title$/i;
const AUTHORS = ['citation_author', 'dcterms.creator', 'dc.creator', 'author'];

/** What a page says of itself in its head: title, authors, publisher, date, language. */
export function readHtmlMeta(root: Element): ReportFacts {
  const said = new Map<string, string[]>();
  for (const found of all(root, 'meta')) {
    const { name, property, content } = found.attributes;
    const key = (name ?? property ?? '').toLowerCase();
    if (key !== '' && content?.trim()) said.set(key, [...(said.get(key) ?? []), content.replace(/\s+/g, ' ').trim()]);
  }
  const facts: ReportFacts = {};
  for (const fact of ['title', 'publisher', 'licence', 'date'] as const) {
    const value = NAMES[fact].map((name) => said.get(name)?.[0]).find((found) => found !== undefined);
    const readable = fact === 'date' ? readDate(value) : value;
    if (readable) facts[fact] = readable;
  }
  const authors = AUTHORS.map((name) => said.get(name)).find((found) => found !== undefined);
  if (authors) facts.authors = authors;
  const self = selfSaid(root);
  if (self.authors && !authors) facts.authors = self.authors;
  const date = readDate(self.date);
  if (date) facts.date ??= date;
  const page = first(root, 'html');
  const language = page?.attributes['lang'] ?? page?.attributes['xml:lang'];
  if (language) facts.language = language;
  const title = facts.title ?? onlyHeading(root) ?? titleOf(root);
  if (title) facts.title = title;
  return facts;
}

/** "2022-03-31T10:00:00Z", "2022/03/31", "2022" → an ISO date as far as it is known; null for anything else. */
export function readDate(value: string | undefined): string | null {
  const found = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])/.exec(value ?? '');
  if (!found) return null;
  const parts = [found[1]!, ...found.slice(2).filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))];
  return parts.join('-');
}

/** A page's title often carries the site's name; its one main heading does not, nor what is set as a title above chapters. */
function onlyHeading(root: Element): string | null {
  const titles: Element[] = [];
  const headings: Element[] = [];
  for (const found of descendants(root)) {
    if (found.name === 'h1') headings.push(found);
    else if (hasWord(found, 'class', TITLE)) titles.push(found);
  }
  const candidates = headings.length > 1 ? titles : [...headings, ...titles];
  const [only] = titles.filter(isSetAsTitle).length === 1 ? titles.filter(isSetAsTitle) : candidates.length === 1 ? candidates : [];
  return only ? textOf(only).replace(/\s*[¶#]$/, '') || null : null;
}

/** A paragraph in a style for titles, as word processors set them. */
const isSetAsTitle = ({ name }: Element): boolean => name === 'p';

/** Takes a title and a subtitle that are set as paragraphs of their own out of the text: they are facts. @returns the subtitle */
export function takeTitles(root: Element, title: string | undefined): string | null {
  const found = [...descendants(root)].filter((one) => isSetAsTitle(one) && hasWord(one, 'class', TITLE) && textOf(one) === title);
  const subtitles = [...descendants(root)].filter((one) => isSetAsTitle(one) && hasWord(one, 'class', /^(?:mso)?subtitle$/i));
  if (found.length !== 1) return null;
  removeAll([...found, ...(subtitles.length === 1 ? subtitles : [])]);
  return subtitles.length === 1 ? textOf(subtitles[0]!) || null : null;
}

function titleOf(root: Element): string | null {
  const title = all(root, 'title').find((found) => found.parent?.name === 'head');
  return title && !NO_TITLE.test(textOf(title)) ? textOf(title).replace(/^[-–—|]\s+/, '') : null;
}
