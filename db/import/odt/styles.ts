import { HEADING_NAMES } from '../docx/styles.ts';
import { USUAL } from '../kept-looks.ts';
import { all, element, elementsOf, first, type Element } from '../tree.ts';

/** What a paragraph is, as its style says. */
export type Role = 'title' | 'subtitle' | 'title-page' | 'contents' | 'caption' | 'quotation' | 'bullet' | 'number' | { level: number };

/** How letters look; `size` in half points. */
export interface Letters {
  size: number;
  bold: boolean;
  hidden: boolean;
  raised: 'sup' | 'sub' | null;
}

/** Styles inherit from each other; a circle ends here. */
const INHERITED = 20;

/** Names of styles, as LibreOffice, Word, Google Docs and pandoc give them. The nearest of a style's own and those that it is based on counts. */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^title$/i, 'title'], [/^subtitle$/i, 'subtitle'],
  [/^(?:toc|contents) ?(?:heading|\d{1,2})$|^(?:(?:table|illustration|object|user|figure) )?index heading$|^(?:(?:table|illustration|object|user|figure) index) \d{1,2}$/i, 'contents'],
  [/^(?:caption|(?:image|table|figure) ?caption|figure|illustration|table)$/i, 'caption'],
  [/^(?:quotations?|(?:intense )?quote|block ?text)$/i, 'quotation'],
  [/^list bullet(?: [2-5])?$/i, 'bullet'], [/^list number(?: [2-5])?$/i, 'number'],
  [/^bibliography heading$/i, { level: 1 }],
];
/** Such a name says something of its own paragraphs only: many styles are based on it. */
const OWN_ROLES: readonly (readonly [RegExp, Role])[] = [[/^(?:author|date)$/i, 'title-page'], [/^heading$/i, { level: 1 }]];

interface Style {
  name: string;
  /** It was made for a few paragraphs, and nobody gave it a name. */
  automatic: boolean;
  parent: string | undefined;
  /** What its name or its own level says; 'none' where it says that its paragraphs are no headings. */
  role: Role | 'none' | null;
  letters: Element | undefined;
}

export type OdtStyles = ReturnType<typeof readOdtStyles>;

/**
 * Reads the styles of an OpenDocument text.
 * @param common the document that holds the named ones (styles.xml)
 * @param content the document that holds the automatic ones (content.xml); of two with one name, these count
 */
export function readOdtStyles(common: Element | null, content: Element) {
  const sections = [common && first(common, 'styles'), first(content, 'automatic-styles')].flatMap((section) => section ?? []);
  const styles = new Map<string, Style>();
  const lists = new Map<string, Set<number>>();
  let usual = USUAL;
  for (const section of sections) {
    for (const found of elementsOf(section)) {
      const family = found.attributes['style:family'] ?? '';
      if (found.name === 'style:style') styles.set(`${family} ${found.attributes['style:name'] ?? ''}`, styleOf(found, section.name.endsWith('automatic-styles')));
      else if (found.name === 'text:list-style') lists.set(found.attributes['style:name'] ?? '', numberedLevels(found));
      else if (found.name === 'style:default-style' && family === 'paragraph') usual = sizeIn(propertiesOf(found), USUAL) ?? usual;
    }
  }

  const chainOf = (family: string, name: string | undefined): Style[] => {
    const chain: Style[] = [];
    for (let next = name; next && chain.length < INHERITED; next = chain.at(-1)!.parent) chain.push(styles.get(`${family} ${next}`) ?? unwritten(next));
    return chain;
  };
  const roles = new Map<string, Role | null>();
  const shown = new Map<string, Letters>();

  return {
    /** What a paragraph with this style is; null where the style says nothing of it. */
    roleOf(name: string | undefined): Role | null {
      const key = name ?? '';
      if (!roles.has(key)) roles.set(key, roleIn(chainOf('paragraph', name)));
      return roles.get(key)!;
    },
    /** The name of a paragraph's style that somebody knows it by. */
    nameOf: (name: string | undefined): string => chainOf('paragraph', name).find(({ automatic }) => !automatic)?.name ?? '',
    /** How letters of a style look where others stand around them. */
    lettersOf(family: 'paragraph' | 'text', name: string | undefined, around: Letters = { size: usual, bold: false, hidden: false, raised: null }): Letters {
      const key = `${family} ${name ?? ''} ${around.size} ${around.bold} ${around.hidden} ${around.raised}`;
      if (!shown.has(key)) shown.set(key, chainOf(family, name).reduceRight((letters, style) => lettersWith(letters, style.letters), around));
      return shown.get(key)!;
    },
    /** True for a list whose items are numbered at a level (from 1). */
    isNumbered: (list: string | undefined, level: number): boolean => lists.get(list ?? '')?.has(level) ?? false,
    /** The language that paragraphs are in where they say no other. */
    language(): string | null {
      const said = (common ? all(common, 'text-properties') : []).map(({ attributes }) => [attributes['fo:language'], attributes['fo:country']]).find(([language]) => language && !/^(?:none|zxx)$/.test(language));
      return said ? said.filter((part) => part && part !== 'none').join('-') : null;
    },
  };
}

/** A style that the document names and does not hold: its name says something all the same. */
function unwritten(name: string): Style {
  return styleOf(element('style:style', { 'style:name': name }), false);
}

function styleOf(found: Element, automatic: boolean): Style {
  const { 'style:name': given = '', 'style:display-name': shown, 'style:parent-style-name': parent, 'style:default-outline-level': level } = found.attributes;
  const name = shown ?? decoded(given);
  return { name, automatic, parent, role: roleBy(automatic ? '' : name, level), letters: propertiesOf(found) };
}

/** What a style's name says, or else its level. */
function roleBy(name: string, level: string | undefined): Style['role'] {
  const role = ROLES.find(([shape]) => shape.test(name))?.[1];
  if (role) return role;
  if (level === '') return 'none';
  const said = levelOf(level ?? HEADING_NAMES.exec(name)?.[1]);
  return said === null ? null : { level: said };
}

/** A level of headings (from 1), or null for what is none. */
export function levelOf(said: string | undefined): number | null {
  return said !== undefined && /^[1-9]\d?$/.test(said) ? Number(said) : null;
}

/** "Heading_20_1" → "Heading 1" */
function decoded(name: string): string {
  return name.replace(/_([0-9a-f]{2,4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function roleIn(chain: readonly Style[]): Role | null {
  const own = chain.find(({ automatic }) => !automatic);
  for (const style of chain) {
    const role = style.role ?? (style === own ? (OWN_ROLES.find(([shape]) => shape.test(style.name))?.[1] ?? null) : null);
    if (role !== null) return role === 'none' ? null : role;
  }
  return null;
}

const propertiesOf = (style: Element): Element | undefined => elementsOf(style).find(({ name }) => name === 'style:text-properties');

function lettersWith(letters: Letters, properties: Element | undefined): Letters {
  if (!properties) return letters;
  const { 'fo:font-weight': weight, 'text:display': display, 'style:text-position': position } = properties.attributes;
  return {
    size: sizeIn(properties, letters.size) ?? letters.size,
    bold: weight === undefined ? letters.bold : weight === 'bold' || Number(weight) >= 600,
    hidden: display === undefined ? letters.hidden : display === 'none',
    raised: position === undefined ? letters.raised : raisedBy(position),
  };
}

/** @returns half points; a share is one of the letters around */
function sizeIn(properties: Element | undefined, around: number): number | null {
  const said = /^([\d.]{1,8})(pt|%)$/.exec(properties?.attributes['fo:font-size'] ?? '');
  const size = said ? Math.round(Number(said[1]) * (said[2] === '%' ? around / 100 : 2)) : 0;
  return size > 0 ? size : null;
}

/** "super 58%", "-33% 58%": how far letters are raised, and how large they are there. */
function raisedBy(position: string): Letters['raised'] {
  if (/^(?:super|[1-9]\d*)/.test(position)) return 'sup';
  return /^(?:sub|-)/.test(position) ? 'sub' : null;
}

function numberedLevels(list: Element): Set<number> {
  return new Set(elementsOf(list).filter(({ name }) => name === 'text:list-level-style-number').map(({ attributes }) => Number(attributes['text:level'] ?? 1)));
}
