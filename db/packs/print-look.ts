import type { Pack } from '../model/pack.ts';

/** Large print: the text's 11 points become 16, and nothing that is read is smaller (RNIB, Clear Print: 16 points and more). */
const LARGE = 16;
const GROWTH = LARGE / 11;
/** What stands in the margins has less room. */
const LARGE_MARGIN = 12;

/**
 * The style of a pack as it was asked for: large print lets every size of text grow to at least 16 points, gaps a
 * little; without colours everything is black.
 * @param css sizes in points, in `font` and `font-size`
 */
export function lookOf(css: string, pack: Pick<Pack, 'largePrint' | 'blackAndWhite'>, least = LARGE): string {
  const grown = pack.largePrint ? `${enlarged(css, least)}\n${LARGE_MORE}` : css;
  return pack.blackAndWhite ? `${grown}\n${BLACK}` : grown;
}

/** The same for what stands in the margins of pages. */
export function marginLookOf(css: string, pack: Pick<Pack, 'largePrint'>): string {
  return pack.largePrint ? enlarged(css, LARGE_MARGIN) : css;
}

function enlarged(css: string, least: number): string {
  return css.replace(/(font(?:-size)?:[^;}]*?)(\d*\.?\d+)pt/g, (_, before: string, size: string) => `${before}${Math.max(least, Math.round(Number(size) * (Number(size) > 15 ? 1.25 : GROWTH) * 2) / 2)}pt`)
    .replace(/((?:margin|padding)[a-z-]*:[^;}]*)/g, (gap) => gap.replace(/(\d*\.?\d+)pt/g, (_, size: string) => `${Math.round(Number(size) * 13) / 10}pt`));
}

/** Shades of grey come out of a laser printer as dots: the copy's name stands small and black at the edge of the page instead. */
const BLACK = `.dot { color: #000 !important } img { filter: grayscale(1) }
.watermark { inset: 20mm 5mm 20mm auto !important; padding: 0 !important; writing-mode: vertical-rl; rotate: 0deg !important; font-size: 8pt !important; font-weight: 400 !important; color: #000 !important }`;
/** The margin is as narrow as ever; columns of figures are as wide as their heads; a report's full table gives its words less room. */
const LARGE_MORE = ':root { --letter: .54em } .full { --letter: .34em } .remark > p { font-size: 11pt } .listing .count { width: 32mm } .notes li { padding-inline-start: 30pt }';
