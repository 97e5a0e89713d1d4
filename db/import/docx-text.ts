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
