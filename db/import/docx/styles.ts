import { all, attribute, elementsOf, first, localName, textOf, type Element } from '../tree.ts';

/** What headings are called where a program writes its own language's name and no outline level. */
export const HEADING_NAMES = /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|başlık|標題|标题|見出し|제목)\s*([1-9])$/iu;
/** Styles inherit from each other; a circle ends here. */
const INHERITED = 20;
/** HTML has six levels of headings. */
const LEVELS = 6;
/** What stands on a title page, and is kept as facts. */
const TITLE_PAGE = ['Title', 'Subtitle', 'Author', 'Date'];
const OWN_LEVEL = 'AttacheOutline';

const named = (name: string, becomes: string): string => `p[style-name='${name.replace(/[\\']/g, '\\$&')}'] => ${becomes}:fresh`;

/**
 * Says what each style of a Word document becomes. Word keeps the names of its own styles in every language; other
 * styles make headings by the outline level that they, or a style that they are based on, set, or else by their name.
 * @param styles the root of word/styles.xml
 * @param hasTitle the document has one title, which is no part of its text
 */
export function styleMap(styles: Element | null, hasTitle: boolean): string[] {
  return [
    ...(hasTitle ? TITLE_PAGE.map((name) => named(name, 'nav')) : [named('Title', 'h1')]), named('toc heading', 'nav'),
    ...['caption', 'Image Caption', 'Table Caption', 'Figure', 'Illustration', 'Table'].map((name) => named(name, 'p.caption')),
    ...Array.from({ length: 9 }, (_, at) => named(`toc ${at + 1}`, 'nav')),
    ...['', ' 2', ' 3', ' 4', ' 5'].flatMap((level) => [named(`List Bullet${level}`, 'ul > li'), named(`List Number${level}`, 'ol > li')]),
    ...['Quote', 'Intense Quote', 'Block Text', 'Quotations'].map((name) => named(name, 'blockquote')),
    ...Array.from({ length: 9 }, (_, at) => `p.${OWN_LEVEL}${at} => h${Math.min(at + 1, LEVELS)}:fresh`),
    ...[...outlineStyles(styles)].map(([name, level]) => named(name, `h${level}`)),
  ];
}

/** Heading levels (1 to 6) by the names of styles. */
function outlineStyles(styles: Element | null): Map<string, number> {
  const byId = new Map((styles ? all(styles, 'style') : []).filter((style) => attribute(style, 'type') === 'paragraph').map((style) => [attribute(style, 'styleId') ?? '', style]));
  const found = new Map<string, number>();
  for (const style of byId.values()) {
    const name = valueOf(style, 'name');
    const level = levelOf(style, byId);
    if (name !== undefined && level !== null && level < 9) found.set(name, Math.min(level + 1, LEVELS));
  }
  return found;
}

function levelOf(from: Element, byId: ReadonlyMap<string, Element>): number | null {
  let style: Element | undefined = from;
  for (let n = 0; style && n < INHERITED; n++) {
    const outline = first(style, 'outlineLvl');
    const said = outline && attribute(outline, 'val');
    if (said && /^\d$/.test(said)) return Number(said);
    const inName = HEADING_NAMES.exec(valueOf(style, 'name') ?? '')?.[1];
    if (inName) return Number(inName) - 1;
    style = byId.get(valueOf(style, 'basedOn') ?? '');
  }
  return null;
}

/** The texts of the paragraphs in one of Word's own styles ("Title"), by its name in styles.xml. */
export function paragraphsOf(document: Element | null, styles: Element | null, name: string): string[] {
  const ids = new Set((styles ? all(styles, 'style') : []).filter((style) => valueOf(style, 'name')?.toLowerCase() === name.toLowerCase()).map((style) => attribute(style, 'styleId')));
  if (!document || ids.size === 0) return [];
  return all(document, 'p').filter((paragraph) => {
    const style = first(paragraph, 'pStyle');
    return style !== null && ids.has(attribute(style, 'val'));
  }).map(textOf).filter((text) => text !== '');
}

/** Gives paragraphs that set an outline level themselves a style that says so: the converter looks at styles only. */
export function markOutline(document: string): string {
  return document.replace(/<w:pPr>((?:(?!<\/w:pPr>)[\s\S])*?)<w:outlineLvl w:val="([0-8])"\s*\/>/g,
    (_, before: string, level: string) => `<w:pPr><w:pStyle w:val="${OWN_LEVEL}${level}"/>${before.replace(/<w:pStyle\b[^>]*\/>/g, '')}`);
}

function valueOf(style: Element, child: string): string | undefined {
  const found = elementsOf(style).find((element) => localName(element) === child);
  return found && attribute(found, 'val');
}
