import { isCaptionLabel, isLabelledCaption } from '../../model/captions.ts';
import { headingsIn, isApart, isBlock, type MarkedDocument } from '../marked-document.ts';
import { descendants, elementsOf, hasWord, isElement, textOf, type Element } from '../tree.ts';
import { levelsByNames, takeChapterNumbers } from './heading-names.ts';
import { onlyElement, readLooks, shownAs, USUAL_SIZE, type Look } from './looks.ts';

/** Larger than the text by this share, a line by itself is a heading. */
const LARGER = 1.12;
const LETTERS_AT_MOST = 200;
const BOLD_AT_MOST = 120;
/** A look that so many of the blocks share is no heading's, or, where text stands below each of them, that so many letters have. */
const COMMON = 0.3;
const COMMON_LETTERS = 0.15;
const LEVELS = 4;
const LAST_LEVEL = 6;
/** Beside headings that are marked as such, so many others of one look are headings too. */
const OTHERS = 3;
/** Names and dates below a title are as bold as headings. */
const NO_HEADING = /^(?:by|von|par|por|di)\s|^(?:\d{1,2}\s)?\p{L}{3,9}\.?(?:\s\d{1,2},)?\s(?:19|20)\d\d$/iu;
const NOTES_TITLE = /^(?:(?:end|foot)?notes?|references|anmerkungen|fu(?:ß|ss)noten|bibliography)\b/i;

/** A line or a paragraph of a document; `block` is null for what cannot be a heading. */
interface Piece {
  block: Element | null;
  text: string;
}

/**
 * Gives documents the headings that they do not mark as such: by the names of their styles, else by larger or bold
 * letters. Programs that write pages as they look (LibreOffice's EPUB and XHTML, converters of PDFs) leave nothing else,
 * and many pages mark no more than their title. The paragraphs found become headings in the tree.
 * @param sheets the style sheets that go with them
 */
export function markHeadings(documents: readonly MarkedDocument[], sheets: readonly string[]): void {
  const pieces = documents.flatMap(({ root }) => piecesIn(root));
  const marked = documents.flatMap(({ root }) => markedIn(root));
  const blocks = pieces.flatMap(({ block }) => block ?? []);
  const named = levelsByNames(blocks);
  const under = marked.filter(({ level }) => level === 1).length === 1 && marked[0]!.level === 1 ? 1 : 0;
  const seen = looked(pieces, sheets, marked);
  const isNamed = named.length > 0 && (marked.length === 0 || named.length > 1) && named.length * 2 >= seen.length;
  const found = isNamed ? named.map(({ block, level }) => ({ block, level: level + (named.some((one) => one.level === 1) ? under : 0) })) : seen;
  for (const { block, level } of found) block.name = `h${Math.min(level, LAST_LEVEL)}`;
  takeChapterNumbers(blocks);
}

/** The headings that a document marks, but for those of its notes. */
function markedIn(root: Element): { level: number }[] {
  const byRole = [...descendants(root)].filter((found) => hasWord(found, 'role', /^heading$/)).map((found) => ({ level: Number(found.attributes['aria-level'] ?? 2) || 2 }));
  const byName = headingsIn(root).filter(({ heading }, at) => at === 0 || !NOTES_TITLE.test(textOf(heading)));
  return [...byName.map(({ own }) => ({ level: own })), ...byRole];
}

/** What looks like a heading, below those that are marked: all where none is marked or the title only, else where one look is more frequent than the marks. */
function looked(pieces: readonly Piece[], sheets: readonly string[], marked: readonly { level: number }[]): { block: Element; level: number }[] {
  const found = byLook(pieces, readLooks(sheets), marked.length > 0);
  if (marked.length > 1 && found.length < Math.max(OTHERS, 2 * marked.length)) return [];
  const under = marked.reduce((deepest, { level }) => Math.max(deepest, level), 0);
  return found.map(({ block, level }) => ({ block, level: under + level }));
}

/** Lines, paragraphs and what stands between them, in order. Only paragraphs outside of lists, tables and quotations can be headings. */
function piecesIn(root: Element): Piece[] {
  const pieces: Piece[] = [];
  let loose = '';
  const end = (): void => {
    if (loose.trim() !== '') pieces.push({ block: null, text: loose.replace(/\s+/g, ' ').trim() });
    loose = '';
  };
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isElement(child)) {
        loose += child.text;
        continue;
      }
      if (isApart(child)) continue;
      const inner = elementsOf(child);
      if (!isBlock(child) && !inner.some(isBlock)) {
        loose += textOf(child);
        continue;
      }
      end();
      const isLeaf = (child.name === 'p' || child.name === 'div') && !inner.some(isBlock);
      if (!isLeaf && !/^(?:li|table|blockquote|figure|aside|dd)$/.test(child.name)) walk(child);
      else if (textOf(child) !== '') pieces.push({ block: isLeaf ? child : null, text: textOf(child) });
      end();
    }
  };
  walk(root);
  end();
  return pieces;
}

/** @param repeated a look that is only bold has to come twice, with text below it */
function byLook(pieces: readonly Piece[], looks: ReadonlyMap<string, Look>, repeated: boolean): { block: Element; level: number }[] {
  const found = pieces.map(({ block, text }) => ({ block, text, ...(block ? shownAs(block, looks) : { size: USUAL_SIZE, bold: false }) }));
  const letters = new Map<number, number>();
  for (const { size, text } of found) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const body = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [USUAL_SIZE, 0])[0];
  const candidates = found.flatMap((one, at) => {
    const { block, text, size, bold } = one;
    if (!block || text.length > LETTERS_AT_MOST || !/\p{L}{2}/u.test(text) || /[,;]$/.test(text) || isLink(block) || isCaptionLabel(text) || isLabelledCaption(text)) return [];
    const isLarger = size >= body * LARGER;
    if (!isLarger && !(bold && size >= body && text.length <= BOLD_AT_MOST && !/[.:]$/.test(text) && !NO_HEADING.test(text))) return [];
    return [{ ...one, at, isLarger, block }];
  });
  const inCapitals = candidates.filter(({ text }) => isCapitals(text));
  const styleOf = ({ size, bold, text }: { size: number; bold: boolean; text: string }): string => `${size} ${bold ? 2 : 0} ${inCapitals.length > 1 && isCapitals(text) ? 1 : 0}`;
  const total = found.reduce((sum, { text }) => sum + text.length, 0);
  const styleAt = new Map(candidates.map((one) => [one.at, styleOf(one)]));
  const isHeadings = (style: string, own: readonly (typeof candidates)[number][]): boolean => {
    const standAbove = own.filter(({ at }) => at + 1 < found.length && styleAt.get(at + 1) !== style).length;
    if (repeated && !own[0]!.isLarger && (own.length < 2 || standAbove * 2 < own.length)) return false;
    return own.length < found.length * COMMON || (standAbove * 4 >= own.length * 3 && own.reduce((sum, { text }) => sum + text.length, 0) < total * COMMON_LETTERS);
  };
  const styles = [...Map.groupBy(candidates, styleOf)].filter(([style, own]) => isHeadings(style, own)).map(([style]) => style).sort((a, b) => weightOf(b) - weightOf(a));
  return candidates.flatMap((one) => {
    const at = styles.indexOf(styleOf(one));
    return at < 0 ? [] : [{ block: one.block, level: Math.min(at + 1, LEVELS) }];
  });
}

/** Capitals set chapters apart from sections; a single short word is an acronym. */
const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && (text.includes(' ') || text.length > 8);

function weightOf(style: string): number {
  const [size, bold, capitals] = style.split(' ').map(Number);
  return size! * 10 + bold! + capitals!;
}

/** An entry of a table of contents. */
function isLink(block: Element): boolean {
  const only = onlyElement(block);
  return only !== undefined && (only.name === 'a' ? only.attributes['href'] !== undefined : isLink(only));
}
