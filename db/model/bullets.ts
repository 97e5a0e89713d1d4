/** Signs that are nothing but a bullet, with the blanks behind them. */
export const BULLET = /^[•▪◦‣●○■□➢✓]\s+/;

/** A box to tick before an entry, drawn or typed; with more of them on the line, they are a choice within a sentence. */
export const BOX = /^(?:[☐☑☒]|\[[ xX✓]\])\s+(?=\S)(?!.*[☐☑☒])/u;

/** How boxes are written: whether one is ticked is part of the text. */
export const drawnBox = (ticked: boolean): string => (ticked ? '☑' : '☐');

const DRAWN: Readonly<Record<string, string>> = { '\u{1F5F9}': '☑', '\u{1F5F7}': '☒', '\u{1F5F5}': '☒', '\u{1F78E}': '☐', '\u{1F78F}': '☐', '\u{1F790}': '☐', '\uf0fe': '☑', '\uf0fd': '☒', '\uf06f': '☐' };

/** Boxes of symbol fonts, which stand at a line's beginning or among blanks, as signs that every font has. */
export function plainBoxes(text: string): string {
  return text.replace(/(?<=^|\s)(?:[\u{1F5F9}\u{1F5F7}\u{1F5F5}\u{1F78E}-\u{1F790}]|[\uf0fe\uf0fd\uf06f])(?=\s|$)/gu, (sign) => DRAWN[sign]!);
}
