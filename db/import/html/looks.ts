import { isElement, textOf, type Element } from '../tree.ts';

/** What a style sheet says of letters, as far as it tells headings: size in points, and weight. */
export interface Look {
  size: number | null;
  bold: boolean | null;
}

/** A style sheet is read so far, in letters. */
const SHEET_AT_MOST = 400_000;
/** What stands by itself before the first rule, and would be read as part of its selector. */
const STATEMENT = /@(?:charset|import|namespace)\b[^;{}]{0,400};/gi;
const RULE = /([^{}]{1,400})\{([^{}]{0,4000})\}/g;
/** ".name" or "p.name": what programs write. Other selectors tell too little to be worth a style engine. */
const CLASS = /^\s*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*$/i;
/** Letters have this size where nothing says another, in points. */
export const USUAL_SIZE = 12;
/** What the sizes of HTML's own element for letters are, in points: the third is the usual one. */
const FONT_SIZES = [7.5, 7.5, 10, USUAL_SIZE, 13.5, 18, 24, 36];

/** What the style sheets say of the letters of each class. */
export function readLooks(sheets: readonly string[]): Map<string, Look> {
  const looks = new Map<string, Look>();
  for (const sheet of sheets) {
    const text = sheet.slice(0, SHEET_AT_MOST).replace(/\/\*[\s\S]*?\*\//g, '').replace(STATEMENT, '');
    for (const [, selectors, body] of text.matchAll(RULE)) {
      const look = lookOf(body!);
      for (const selector of selectors!.split(',')) {
        const name = CLASS.exec(selector)?.[1];
        if (name !== undefined) looks.set(name, merged(looks.get(name), look));
      }
    }
  }
  return looks;
}

function lookOf(declarations: string): Look {
  const size = /(?:^|[;\s])font-size\s*:\s*([\d.]{1,8})\s*(pt|px|r?em|%|in|cm|mm)/i.exec(declarations);
  const weight = /(?:^|[;\s])font-weight\s*:\s*(bold|bolder|normal|\d{3})/i.exec(declarations)?.[1];
  return { size: size ? Number(size[1]) * POINTS[size[2]!.toLowerCase()]! : null, bold: weight === undefined ? null : /^bold/i.test(weight) || Number(weight) >= 600 };
}

const POINTS: Record<string, number> = { pt: 1, px: 0.75, em: USUAL_SIZE, rem: USUAL_SIZE, '%': USUAL_SIZE / 100, in: 72, cm: 28.35, mm: 2.835 };

function merged(under: Look | undefined, over: Look): Look {
  return { size: over.size ?? under?.size ?? null, bold: over.bold ?? under?.bold ?? null };
}

/** How a block's letters look: what it says itself, and what the one element says that all of its words stand in. */
export function shownAs(block: Element, looks: ReadonlyMap<string, Look>): { size: number; bold: boolean } {
  let look: Look = { size: null, bold: null };
  for (let at: Element | undefined = block; at;) {
    for (const name of (at.attributes['class'] ?? '').split(/\s+/)) look = merged(look, looks.get(name) ?? { size: null, bold: null });
    look = merged(look, lookOf(at.attributes['style'] ?? ''));
    if (at.name === 'b' || at.name === 'strong') look.bold = true;
    if (at.name === 'font') look.size = fontSize(at.attributes['size']) ?? look.size;
    at = onlyElement(at);
  }
  return { size: look.size ?? USUAL_SIZE, bold: look.bold ?? false };
}

/** What all of its words stand in, where that is one element. */
export function onlyElement(parent: Element): Element | undefined {
  const filled = parent.children.filter((child) => (isElement(child) ? textOf(child) : child.text.trim()) !== '');
  const [only] = filled;
  return filled.length === 1 && only && isElement(only) ? only : undefined;
}

/** The size that `<font size="+2">` asks for, in points. */
function fontSize(said: string | undefined): number | null {
  if (said === undefined || !/^[+-]?\d$/.test(said)) return null;
  const size = /^[+-]/.test(said) ? 3 + Number(said) : Number(said);
  return FONT_SIZES[Math.max(1, Math.min(7, size))]!;
}
