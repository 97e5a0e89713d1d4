import { isCaptionLabel, isLabelledCaption } from '../model/captions.ts';
import { isApart, isBlock, type MarkedDocument } from './marked-document.ts';
import { descendants, elementsOf, hasWord, isElement, textOf, type Element } from './tree.ts';

/** What a style sheet says of letters, as far as it tells headings: size in points, and weight. */
interface Look {
  size: number | null;
  bold: boolean | null;
}

/** "Heading_20_1" (LibreOffice), "heading2", "Überschrift 3": styles of word processors that became classes. */
const NAMED = /^(?:mso)?(?:heading|überschrift|titre|titolo|título|kop|rubrik)(?:_20_|[-_])?([1-6])$/i;
/** A style sheet is read so far, in letters. */
const SHEET_AT_MOST = 400_000;
const RULE = /([^{}]{1,400})\{([^{}]{0,4000})\}/g;
/** ".name" or "p.name": what programs write. Other selectors tell too little to be worth a style engine. */
const CLASS = /^\s*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*$/i;
const USUAL_SIZE = 12;
/** Larger than the text by this share, a line by itself is a heading. */
const LARGER = 1.12;
const LETTERS_AT_MOST = 200;
/** A look that so many of the blocks share is no heading's. */
const COMMON = 0.3;
const LEVELS = 4;

/**
 * Gives documents that mark no heading at all their headings: by the names of their styles, else by larger or bold
 * letters. Programs that write pages as they look (LibreOffice's EPUB and XHTML, converters of PDFs) leave nothing else.
 * The paragraphs found become headings in the tree.
 * @param sheets the style sheets that go with them
 */
export function markHeadings(documents: readonly MarkedDocument[], sheets: readonly string[]): void {
  const bodies = documents.map(({ root }) => root);
  if (bodies.some((root) => [...descendants(root)].some((found) => /^h[1-6]$/.test(found.name) || hasWord(found, 'role', /^heading$/)))) return;
  const blocks = bodies.flatMap((root) => paragraphsIn(root));
  const named = blocks.flatMap((block) => {
    const level = (block.attributes['class'] ?? '').split(/\s+/).map((word) => NAMED.exec(word)?.[1]).find((found) => found !== undefined);
    return level === undefined ? [] : [{ block, level: Number(level) }];
  });
  for (const { block, level } of named.length > 0 ? named : byLook(blocks, readLooks(sheets))) block.name = `h${level}`;
}

/** Blocks that hold text and no further block, outside of lists, tables and quotations. */
function paragraphsIn(root: Element): Element[] {
  const found: Element[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isApart(next) || /^(?:li|table|blockquote|figure|aside|dd)$/.test(next.name)) continue;
    const inner = elementsOf(next);
    if ((next.name === 'p' || next.name === 'div') && !inner.some(isBlock)) {
      if (textOf(next) !== '') found.push(next);
    } else waiting.push(...inner.reverse());
  }
  return found;
}

function readLooks(sheets: readonly string[]): Map<string, Look> {
  const looks = new Map<string, Look>();
  for (const sheet of sheets) {
    const text = sheet.slice(0, SHEET_AT_MOST).replace(/\/\*[\s\S]*?\*\//g, '');
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

function byLook(blocks: readonly Element[], looks: ReadonlyMap<string, Look>): { block: Element; level: number }[] {
  const found = blocks.map((block) => ({ block, text: textOf(block), ...shownAs(block, looks) }));
  const letters = new Map<number, number>();
  for (const { size, text } of found) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const body = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [USUAL_SIZE, 0])[0];
  const candidates = found.filter(({ block, text, size, bold }) => text.length <= LETTERS_AT_MOST && /\p{L}{2}/u.test(text) && !/[,;]$/.test(text) && !isLink(block) && !isCaptionLabel(text) && !isLabelledCaption(text)
    && (size >= body * LARGER || (bold && size >= body && text.length <= 120 && !/[.:]$/.test(text))));
  const styleOf = ({ size, bold }: { size: number; bold: boolean }): string => `${size} ${bold ? 1 : 0}`;
  const styles = [...new Set(candidates.map(styleOf))].filter((style) => candidates.filter((one) => styleOf(one) === style).length < found.length * COMMON)
    .sort((a, b) => weightOf(b) - weightOf(a));
  return candidates.flatMap((one) => {
    const at = styles.indexOf(styleOf(one));
    return at < 0 ? [] : [{ block: one.block, level: Math.min(at + 1, LEVELS) }];
  });
}

function weightOf(style: string): number {
  const [size, bold] = style.split(' ').map(Number);
  return size! * 10 + bold!;
}

/** How a block's letters look: what it says itself, and what the one element says that all of its words stand in. */
function shownAs(block: Element, looks: ReadonlyMap<string, Look>): { size: number; bold: boolean } {
  let look: Look = { size: null, bold: null };
  for (let at: Element | undefined = block; at;) {
    for (const name of (at.attributes['class'] ?? '').split(/\s+/)) look = merged(look, looks.get(name) ?? { size: null, bold: null });
    look = merged(look, lookOf(at.attributes['style'] ?? ''));
    if (at.name === 'b' || at.name === 'strong') look.bold = true;
    at = onlyElement(at);
  }
  return { size: look.size ?? USUAL_SIZE, bold: look.bold ?? false };
}

function onlyElement(parent: Element): Element | undefined {
  const filled = parent.children.filter((child) => (isElement(child) ? textOf(child) : child.text.trim()) !== '');
  const [only] = filled;
  return filled.length === 1 && only && isElement(only) ? only : undefined;
}

/** An entry of a table of contents. */
function isLink(block: Element): boolean {
  const only = onlyElement(block);
  return only !== undefined && (only.name === 'a' ? only.attributes['href'] !== undefined : isLink(only));
}
