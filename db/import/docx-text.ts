import { all, attribute, first, type Element } from './tree.ts';

const HIDDEN = 'AttacheHidden';
const VANISH = /<w:vanish\s*(?:w:val="(?:1|true|on)"\s*)?\/>/;

/** What the converter is told of letters that are hidden. */
export const HIDDEN_STYLE = `r.${HIDDEN} => !`;

/**
 * Marks hidden text, which the converter would show: letters that are hidden themselves, or by their style. What was
 * changed in tracking keeps its earlier looks inside of the later ones; those do not count.
 */
export function markHidden(part: string, styles: Element | null): string {
  const hidden = new Set((styles ? all(styles, 'style') : []).filter((style) => attribute(style, 'type') === 'character' && isHidden(style)).map((style) => attribute(style, 'styleId')));
  return part.replace(/<w:rPr>([\s\S]*?)<\/w:rPr>/g, (whole, inside: string) => {
    const own = inside.replace(/<w:rPrChange\b[\s\S]*/, '');
    const style = /<w:rStyle w:val="([^"]*)"/.exec(own)?.[1];
    return VANISH.test(own) || (style !== undefined && hidden.has(style)) ? `<w:rPr><w:rStyle w:val="${HIDDEN}"/>${inside.replace(/<w:rStyle\b[^>]*\/>/, '')}</w:rPr>` : whole;
  });
}

function isHidden(style: Element): boolean {
  const vanish = first(style, 'vanish');
  return vanish !== null && !/^(?:0|false|off)$/.test(attribute(vanish, 'val') ?? '');
}

/** A place that begins within a link would become a link within a link, which HTML does not have: it begins before it. */
export function freeLinks(document: string): string {
  return document.replace(/(<w:hyperlink\b[^>]*>)((?:<w:bookmark(?:Start|End)\b[^>]*\/>)+)/g, '$2$1');
}

/** What stands around words and is nothing to the converter, which would leave the words out with it. */
const AROUND = /<\/?(?:w:(?:fldSimple|bdo|dir)|m:oMathPara)\b[^>]*>/g;
const RUBY = /<w:ruby>[\s\S]*?<w:rubyBase>([\s\S]*?)<\/w:rubyBase>\s*<\/w:ruby>/g;
const FORMULA = /<m:oMath(?:\s[^>]*)?>([\s\S]*?)<\/m:oMath>/g;
const CHOICE = /<mc:AlternateContent>((?:(?!<\/?mc:(?:AlternateContent|Fallback)\b)[\s\S])*)<\/mc:AlternateContent>/g;
const BOX = /<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g;

/**
 * Keeps words that the converter would leave out: in simple fields (a caption's number, a date), in runs with a
 * direction of their own, below ruby, in formulas (in one line), and in text boxes without a form for older programs.
 */
export function keepWords(part: string): string {
  return part.replace(AROUND, '').replace(RUBY, '$1')
    .replace(FORMULA, (_, inside: string) => `<w:r><w:t xml:space="preserve">${inLine(inside)}</w:t></w:r>`)
    .replace(CHOICE, (whole, inside: string) => (inside.includes('<w:txbxContent>') ? `<w:pict>${inside.match(BOX)!.join('')}</w:pict>` : whole));
}

/** A formula's signs in one line: "a/b", "x^2", "x_i". */
function inLine(formula: string): string {
  const signed = formula.replace(/<\/m:num>/g, '/').replace(/<m:sup>/g, '^').replace(/<m:sub>/g, '_');
  return [...signed.matchAll(/<[^>]*>|[^<]+/g)].map(([piece]) => (piece.startsWith('<') ? '' : piece)).join('');
}
