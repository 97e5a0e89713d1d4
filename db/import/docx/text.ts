import { all, attribute, first, type Element } from '../tree.ts';

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
  return changeLooks(part, (own, inside) => {
    const style = /<w:rStyle w:val="([^"]*)"/.exec(own)?.[1];
    return VANISH.test(own) || (style !== undefined && hidden.has(style)) ? `<w:rStyle w:val="${HIDDEN}"/>${inside.replace(/<w:rStyle\b[^>]*\/>/, '')}` : null;
  });
}

/**
 * Changes the looks of letters.
 * @param change gets those that count, and all with what they were before a tracked change; null where they stay
 */
function changeLooks(part: string, change: (own: string, inside: string) => string | null): string {
  return part.replace(/<w:rPr>([\s\S]*?)<\/w:rPr>/g, (whole, inside: string) => {
    const changed = change(inside.replace(/<w:rPrChange\b[\s\S]*/, ''), inside);
    return changed === null ? whole : `<w:rPr>${changed}</w:rPr>`;
  });
}

function isHidden(style: Element): boolean {
  const vanish = first(style, 'vanish');
  return vanish !== null && !/^(?:0|false|off)$/.test(attribute(vanish, 'val') ?? '');
}

/** Letters are raised or lowered by at least this, in half points; less only sets right how a sign stands. */
const RAISED_BY = 4;

/** Letters that are raised or lowered by hand, as some programs write it, are raised or lowered figures: "40¹", never "401". */
export function markRaised(part: string): string {
  return changeLooks(part, (own, inside) => {
    const by = Number(/<w:position w:val="(-?\d{1,4})"\/>/.exec(own)?.[1] ?? 0);
    return Math.abs(by) < RAISED_BY || inside.includes('<w:vertAlign') ? null : `<w:vertAlign w:val="${by > 0 ? 'superscript' : 'subscript'}"/>${inside}`;
  });
}

/** A place that begins within a link would become a link within a link, which HTML does not have: it begins before it. */
export function freeLinks(document: string): string {
  return document.replace(/(<w:hyperlink\b[^<>]*>)((?:<w:bookmark(?:Start|End)\b[^<>]*\/>)+)/g, '$2$1');
}

/** What stands around words and is nothing to the converter, which would leave the words out with it. */
const AROUND = /<\/?(?:w:(?:fldSimple|bdo|dir)|m:oMathPara)\b[^<>]*>/g;

/**
 * Keeps words that the converter would leave out: in simple fields (a caption's number, a date), in runs with a
 * direction of their own, below ruby, in formulas (in one line), and in text boxes without a form for older programs.
 */
export function keepWords(part: string): string {
  const plain = replaceElements(part.replace(AROUND, ''), 'w:ruby', (inside, whole) => elementsIn(inside, 'w:rubyBase')[0]?.inside ?? whole);
  const signed = replaceElements(plain, 'm:oMath', (inside) => `<w:r><w:t xml:space="preserve">${inLine(inside)}</w:t></w:r>`);
  return replaceElements(signed, 'mc:AlternateContent', (inside, whole) => {
    const boxes = inside.includes('<mc:Fallback') ? [] : elementsIn(inside, 'w:txbxContent');
    return boxes.length === 0 ? whole : `<w:pict>${boxes.map((box) => box.whole).join('')}</w:pict>`;
  });
}

interface Found {
  start: number;
  inside: string;
  whole: string;
}

/** The elements of a name that hold no other of it, in one pass: what is opened and never closed is none. */
function elementsIn(part: string, name: string): Found[] {
  const found: Found[] = [];
  let open: { start: number; from: number } | null = null;
  for (const { index, 0: tag, 1: closes } of part.matchAll(new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'g'))) {
    if (closes === '') open = { start: index, from: index + tag.length };
    else if (open) {
      found.push({ start: open.start, inside: part.slice(open.from, index), whole: part.slice(open.start, index + tag.length) });
      open = null;
    }
  }
  return found;
}

function replaceElements(part: string, name: string, make: (inside: string, whole: string) => string): string {
  let replaced = '';
  let from = 0;
  for (const { start, inside, whole } of elementsIn(part, name)) {
    replaced += part.slice(from, start) + make(inside, whole);
    from = start + whole.length;
  }
  return replaced + part.slice(from);
}

/** A formula's signs in one line: "a/b", "x^2", "x_i". */
function inLine(formula: string): string {
  const signed = formula.replace(/<\/m:num>/g, '/').replace(/<m:sup>/g, '^').replace(/<m:sub>/g, '_');
  return [...signed.matchAll(/<[^<>]*>|[^<]+/g)].map(([piece]) => (piece.startsWith('<') ? '' : piece)).join('');
}
