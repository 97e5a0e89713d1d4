import { afterLabel, isCaptionLabel } from '../../model/captions.ts';
import { plainBoxes } from '../../model/bullets.ts';
import { barBehind } from '../../model/table-cells.ts';
import { isBlock } from '../marked-document.ts';
import { elementsOf, textOf, type Element } from '../tree.ts';

const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', '−': '⁻' };
const LOWERED: Readonly<Record<string, string>> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' };

/** "Table 12" and its like are not longer: behind one that ends its line, its title follows. */
const LABEL_AT_MOST = 40;

/** What was read of a passage. */
export interface TakenRun {
  text: string;
  notes: { key: string; offset: number }[];
  images: Element[];
}

/**
 * The passage that is being read: text as it comes, blanks made one, with the places of its calls. The text is kept in
 * pieces and its end in mind, so that a line of megabytes takes no longer than its length.
 * @param calls the links that call a note; what they show is not kept
 */
export function createRun(calls: ReadonlyMap<Element, string>) {
  let pieces: string[] = [];
  let length = 0;
  let notes: TakenRun['notes'] = [];
  let images: Element[] = [];
  let signs: Readonly<Record<string, string>> | null = null;
  let silent = 0;
  let lineEnded = false;

  const endsBlank = (): boolean => length === 0 || /\s$/.test(pieces.at(-1)!.slice(-1));
  const put = (piece: string): void => {
    if (piece === '') return;
    pieces.push(piece);
    length += piece.length;
    lineEnded = false;
  };
  const add = (piece: string): void => {
    const clean = plainBoxes(piece).replace(/[\u00ad\u200b\u2060\ufeff\ufdd0-\ufdef]/g, '').replace(/\s+/g, ' ');
    put(clean.startsWith(' ') && endsBlank() ? clean.slice(1) : clean);
  };
  const dropBlank = (): void => {
    if (length === 0 || !pieces.at(-1)!.endsWith(' ')) return;
    pieces[pieces.length - 1] = pieces.at(-1)!.slice(0, -1);
    if (pieces.at(-1) === '') pieces.pop();
    length -= 1;
  };

  /** What stands for the end of a line: a blank, or what joins a label with its title. */
  const behindLine = (): string => {
    const label = length < LABEL_AT_MOST ? pieces.join('').trim() : '';
    return isCaptionLabel(label) ? afterLabel(label) : ' ';
  };

  return {
    addText(piece: string): void {
      if (silent > 0) return;
      const map = signs;
      const characters = map && piece.length < 12 ? [...piece.trim()] : [];
      const inSigns = map && characters.length > 0 && characters.every((one) => map[one] !== undefined);
      add(inSigns ? characters.map((one) => map[one]).join('') : piece);
    },
    /** Goes into an element of the line. @returns what ends it */
    enter(found: Element): () => void {
      const outer = signs;
      const key = calls.get(found);
      const formula = found.name === 'math' ? found.attributes['alttext'] : undefined;
      const isSilent = key !== undefined || formula !== undefined || found.name === 'svg' || found.name === 'rp' || found.name === 'rt' || holdsOnlyCall(found, calls);
      if (key !== undefined) notes.push({ key, offset: Math.max(0, length - (endsBlank() ? 1 : 0)) });
      if (formula !== undefined) add(formula);
      if (found.name === 'sup') signs = RAISED;
      else if (found.name === 'sub') signs = LOWERED;
      else if (found.name === 'img' || found.name === 'image') images.push(found);
      else if (found.name === 'br') add(behindLine());
      else if (isBlock(found)) add(' ');
      lineEnded = found.name === 'br';
      if (isSilent) silent += 1;
      return () => {
        signs = outer;
        if (isSilent) silent -= 1;
        if (isBlock(found)) add(' ');
      };
    },
    /** Ends a row of a table. */
    breakLine(): void {
      dropBlank();
      put('\n');
    },
    /** Ends a cell of a table; another one follows in its row. */
    separate(): void {
      dropBlank();
      put(barBehind(pieces.at(-1) ?? ''));
    },
    isEmpty: (): boolean => length === 0 && notes.length === 0,
    endsInBreak: (): boolean => lineEnded,
    /** What has come together; it begins anew. */
    take(): TakenRun {
      const whole = pieces.join('');
      const text = whole.trim();
      const before = whole.length - whole.trimStart().length;
      const taken = { text, notes: notes.map(({ key, offset }) => ({ key, offset: Math.max(0, Math.min(offset - before, text.length)) })), images };
      [pieces, length, notes, images, lineEnded] = [[], 0, [], [], false];
      return taken;
    },
  };
}

/** True for "[" and "]" around a call, in an element of their own. */
function holdsOnlyCall(found: Element, calls: ReadonlyMap<Element, string>): boolean {
  if (found.name !== 'sup' && found.name !== 'span') return false;
  const [only, ...more] = elementsOf(found);
  return only !== undefined && more.length === 0 && calls.has(only) && /^\W*$/.test(textOf(found).replace(textOf(only), ''));
}
