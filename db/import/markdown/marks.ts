import { openChoice, type FacetChoice } from '../../model/facet.ts';
import type { PassageKind } from '../../model/report.ts';
import type { SourcePassage } from '../../model/source.ts';

/**
 * Marks in braces, behind a passage or on a line below it: `{country: vietnam; domain: security, economy; page: 18}`.
 * A backslash before the brace makes it a brace like any other.
 */
const MARK = /(?<!\\)\{((?:country|domain|limitation|ref|id|confidence|kind|page|section)\s*:[^{}]*|run-in)\}/g;
/** Characters that no text holds (Unicode calls them noncharacters); they stand for a mark's braces while Markdown is read. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];
const HIDDEN = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');
const KINDS: readonly PassageKind[] = ['paragraph', 'list-item', 'quotation', 'pull-quote', 'caption', 'table', 'figure'];

/** What marks say of a passage. `page` is undefined where they say nothing of it, null where the page has no label. */
export interface Marks {
  any: boolean;
  tags: FacetChoice | null;
  ref: string | null;
  id: string | null;
  confidence: string | null;
  kind: PassageKind | null;
  page: string | null | undefined;
  section: number | null;
  runIn: boolean;
  /** What cannot be understood, as it is written: "kind: banana". */
  unread: string[];
}

/** Sets a mark's braces apart from all others, before Markdown takes the backslashes away. */
export function hideBraces(markdown: string): string {
  return markdown.replace(/[\ufdd0-\ufdef]/g, '').replace(MARK, `${OPEN}$1${CLOSE}`);
}

/** Puts the braces back where no mark can stand (in code). */
export function showBraces(text: string): string {
  return text.replaceAll(OPEN, '{').replaceAll(CLOSE, '}');
}

/**
 * Takes the marks out of a passage, with the blanks before them.
 * @param notes in the order of their places
 * @returns the text without them and its notes in their places; all marks together, and those before the first word
 */
export function takeMarks(marked: string, notes: SourcePassage['notes']): { text: string; notes: SourcePassage['notes']; marks: Marks; first: Marks } {
  const marks = noMarks();
  const first = noMarks();
  const moved: SourcePassage['notes'] = [];
  let kept = '';
  let from = 0;
  const keep = (to: number, piece: string): void => {
    for (let note = notes[moved.length]; note && note.offset <= to; note = notes[moved.length]) {
      moved.push({ key: note.key, offset: kept.length + Math.min(Math.max(0, note.offset - from), piece.length) });
    }
    kept += piece;
  };
  for (const { index, 0: whole, 1: content } of marked.matchAll(HIDDEN)) {
    keep(index, marked.slice(from, index).trimEnd());
    from = index + whole.length;
    readMark(content!, marks);
    if (kept.trim() === '') readMark(content!, first);
  }
  keep(marked.length, marked.slice(from));
  const text = kept.trim();
  const before = kept.length - kept.trimStart().length;
  return { text, notes: moved.map(({ key, offset }) => ({ key, offset: Math.max(0, Math.min(offset - before, text.length)) })), marks, first };
}

function noMarks(): Marks {
  return { any: false, tags: null, ref: null, id: null, confidence: null, kind: null, page: undefined, section: null, runIn: false, unread: [] };
}

function readMark(content: string, into: Marks): void {
  into.any = true;
  for (const part of content.split(';')) {
    const [key, value = ''] = part.split(/:(.*)/s).map((piece) => piece.trim());
    switch (key) {
      case 'country':
      case 'domain':
      case 'limitation':
        into.tags ??= openChoice();
        into.tags[key] = value.split(',').map((one) => one.trim()).filter(Boolean);
        break;
      case 'ref':
      case 'id':
      case 'confidence':
        into[key] = value;
        break;
      case 'kind':
        into.kind = KINDS.find((kind) => kind === value) ?? into.kind;
        if (!KINDS.some((kind) => kind === value)) into.unread.push(`kind: ${value}`);
        break;
      case 'page':
        if (value === '') into.unread.push('page:');
        else into.page = value === 'none' ? null : value;
        break;
      case 'section':
        into.section = value === 'none' ? 0 : /^\d{1,4}$/.test(value) ? Number(value) : into.section;
        if (value !== 'none' && !/^\d{1,4}$/.test(value)) into.unread.push(`section: ${value}`);
        break;
      case 'run-in':
        into.runIn = true;
        break;
      default:
    }
  }
}
