import { createLookKeeper, lookClass, tellsKind, USUAL, type Run } from '../kept-looks.ts';
import { all, attribute, elementsOf, first, localName, type Element } from '../tree.ts';

/** What the converter gives of a document, as far as it is looked at here. */
interface Part {
  type: string;
  children?: readonly Part[];
  value?: string;
  fontSize?: number | null;
  isBold?: boolean;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
}

const STYLE = 'AttacheLook';
/** Sizes in half points, as Word counts; more no document needs. */
const SIZES_AT_MOST = 60;
/** Styles inherit from each other; a circle ends here. */
const INHERITED = 20;

/**
 * Keeps how large and how bold short paragraphs are, which the converter would drop: where authors set headings by hand,
 * nothing else tells them.
 */
export function createLooks(document: string, styles: Element | null, mapped: readonly string[]) {
  const known = new Set(mapped.flatMap((line) => /style-name='([^']+)'/.exec(line)?.[1]?.toLowerCase() ?? []));
  const sizes = [...new Set([document, ...(styles ? all(styles, 'sz').map((size) => `<w:sz w:val="${attribute(size, 'val') ?? ''}"/>`) : [])].flatMap((text) => [...text.matchAll(/<w:sz w:val="(\d{1,3})"/g)].map(([, size]) => Number(size))).concat(USUAL))].slice(0, SIZES_AT_MOST);
  const looks = sizes.flatMap((size) => [{ size, bold: false }, { size, bold: true }]);
  const ofStyle = readStyles(styles);
  const keeper = createLookKeeper();
  const idOf = (size: number, bold: boolean): string => `${STYLE}${size}${bold ? 'b' : ''}`;

  return {
    styles: looks.map((look) => `p.${idOf(look.size, look.bold)} => p.${lookClass(look)}:fresh`),
    /** A style sheet for the looks that were met. */
    sheet: (): string => keeper.sheet(looks),
    /** Gives a paragraph a style that says how it looks, unless its own says what it is. */
    keep<P extends Part>(paragraph: P): P {
      const { styleName, styleId, numbering } = paragraph;
      if (numbering || (styleName && (tellsKind(styleName) || known.has(styleName.toLowerCase()))) || styleId?.startsWith('Attache')) return paragraph;
      const look = keeper.lookOf(runsIn(paragraph), ofStyle(styleId ?? null));
      return look && sizes.includes(look.size) ? { ...paragraph, styleId: idOf(look.size, look.bold), styleName: null } : paragraph;
    },
  };
}

function runsIn(paragraph: Part): Run[] {
  const found: Run[] = [];
  const lettersOf = (part: Part): number => (part.type === 'text' ? (part.value ?? '').trim().length : (part.children ?? []).reduce((sum, child) => sum + lettersOf(child), 0));
  const walk = (part: Part): void => {
    for (const child of part.children ?? []) {
      const letters = child.type === 'run' ? lettersOf(child) : 0;
      if (letters > 0) found.push({ letters, size: child.fontSize ? child.fontSize * 2 : null, bold: child.isBold === true });
      else if (child.type !== 'run') walk(child);
    }
  };
  walk(paragraph);
  return found;
}

/** The size, in half points, and the weight of a style's letters, as far as it inherits them. */
function readStyles(styles: Element | null): (id: string | null) => { size: number; bold: boolean } {
  const listed = styles ? all(styles, 'style').filter((style) => attribute(style, 'type') === 'paragraph') : [];
  const byId = new Map(listed.map((style) => [attribute(style, 'styleId') ?? '', style]));
  const usual = listed.find((style) => attribute(style, 'default') === '1');
  const defaults = styles && first(styles, 'docDefaults');
  return (id) => {
    let size: number | null = null;
    let bold: boolean | null = null;
    let style = id === null ? usual : byId.get(id);
    for (let n = 0; style && n < INHERITED; n++) {
      const letters = elementsOf(style).find((one) => localName(one) === 'rPr') ?? null;
      size ??= sizeIn(letters);
      bold ??= letters && first(letters, 'b') ? !/^(?:0|false)$/.test(attribute(first(letters, 'b')!, 'val') ?? '') : null;
      const based = elementsOf(style).find((one) => localName(one) === 'basedOn');
      style = based ? byId.get(attribute(based, 'val') ?? '') : undefined;
    }
    return { size: size ?? sizeIn(usual ?? null) ?? sizeIn(defaults) ?? USUAL, bold: bold ?? false };
  };
}

function sizeIn(found: Element | null): number | null {
  const said = found && first(found, 'sz');
  return (said && Number(attribute(said, 'val'))) || null;
}
