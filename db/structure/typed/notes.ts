import type { SourceLine, SourceNote, SourcePassage } from '../../model/source.ts';
import { takeCalls } from '../calls.ts';
import { isEnded } from './markers.ts';
import type { TypedLine } from './pages.ts';

const TITLE = /^(?:\d{1,2}\.?\s+|[IVX]+\.\s+)?(?:notes|endnotes|end notes|footnotes|foot notes|references|notes and references|anmerkungen|fußnoten|endnoten|notes de (?:bas de page|fin)|notas|note|noten|ghi chú|chú thích|注|脚注|注釈|เชิงอรรถ|الهوامش)\s*:?$/iu;
const RULE = /^([-=~_*])\1{2,}$/;
/** How the notes of a list are numbered. */
const FORMS = [/^\[(\d{1,4})\][.:]?\s+(?=\S)/, /^\((\d{1,4})\)\s+(?=\S)/, /^(\d{1,4})[.)]\s+(?=\S)/, /^(\d{1,4})\s+(?=\S)/];
const IN_BRACKETS = FORMS[0]!;
const CALL = /\s?\[(\d{1,4}(?:\s?[,;]\s?\d{1,4}){0,9})\]/g;
/** At least this share of a list's numbers is called in the text; else it is a list like any other. */
const CALLED = 0.5;

/** A list of notes in a typed text. */
export interface NoteList {
  /** Where it stands: the group behind which it comes. */
  after: number;
  /** Its title's line, where it has one. */
  title: TypedLine | null;
  notes: { n: number; lines: TypedLine[] }[];
}

/**
 * Takes the lists of notes out of a text: what stands under a title like "Notes", numbered from 1, and, without a title,
 * what begins with numbers in brackets at the end.
 */
export function takeNoteLists(groups: readonly TypedLine[][]): { groups: TypedLine[][]; lists: NoteList[] } {
  const kept: TypedLine[][] = [];
  const lists: NoteList[] = [];
  const tail = endOfText(groups);
  for (let at = 0; at < groups.length;) {
    const list = at === tail || TITLE.test(groups[at]![0]!.text) ? listFrom(groups, at, kept.length) : null;
    if (list) lists.push(list.list);
    else kept.push(groups[at]!);
    at = list ? list.end : at + 1;
  }
  return { groups: kept, lists };
}

/** Where notes in brackets begin behind which there is nothing else; −1 where there are none. */
function endOfText(groups: readonly TypedLine[][]): number {
  const from = groups.findLastIndex(([line]) => IN_BRACKETS.exec(line!.text)?.[1] === '1');
  return from > 0 && listFrom(groups, from, 0)?.end === groups.length ? from : -1;
}

function listFrom(groups: readonly TypedLine[][], at: number, after: number): { list: NoteList; end: number } | null {
  const own = groups[at]!;
  const title = TITLE.test(own[0]!.text) ? own[0]! : null;
  const list: NoteList = { after, title, notes: [] };
  let form: RegExp | null = null;
  let end = at;
  for (; end < groups.length; end++) {
    const lines = end === at && title ? own.slice(1).filter(({ text }, nth) => nth > 0 || !RULE.test(text)) : groups[end]!;
    const [first] = lines;
    if (!first) continue;
    form ??= FORMS.find((one) => one.exec(first.text)?.[1] === '1') ?? null;
    const last = list.notes.at(-1);
    const begins = form !== null && isNext(numberOf(first, form), last?.n ?? 0, form);
    if (!begins && !(last && !isEnded(last.lines.at(-1)!.text) && form !== null)) break;
    for (const line of lines) {
      const n = numberOf(line, form!);
      const open = list.notes.at(-1);
      if (isNext(n, open?.n ?? 0, form!)) list.notes.push({ n: n!, lines: [{ ...line, text: line.text.replace(form!, '') }] });
      else open!.lines.push(line);
    }
  }
  return list.notes.length > 0 ? { list, end } : null;
}

const numberOf = (line: SourceLine, form: RegExp): number | null => {
  const found = form.exec(line.text);
  return found ? Number(found[1]) : null;
};

/** Numbers in brackets may leave some out; others are counted one by one, so that a year at a line's beginning is none. */
const isNext = (n: number | null, last: number, form: RegExp): boolean => n !== null && (form === IN_BRACKETS ? n > last : n === last + 1);

/**
 * Ties a list's notes to the passages before it: to numbers in brackets, or else to figures that are set against a word.
 * @param passages those between the list before and this one
 * @returns the notes; null where the text calls too few of them
 */
export function tieNotes(passages: readonly SourcePassage[], { notes }: NoteList, key: (n: number) => string, textOf: (lines: TypedLine[]) => string): SourceNote[] | null {
  const known = new Set(notes.map(({ n }) => n));
  const called = new Set<number>();
  for (const { text } of passages) for (const [, numbers] of text.matchAll(CALL)) for (const n of numbersIn(numbers!)) if (known.has(n)) called.add(n);
  if (called.size >= known.size * CALLED) {
    for (const passage of passages) takeBrackets(passage, known, key);
  } else if (!tieFigures(passages, [...known], key)) return null;
  return notes.map(({ n, lines }) => ({ key: key(n), n: String(n), text: textOf(lines), line: lines[0]!.n, page: lines[0]!.page }));
}

const numbersIn = (numbers: string): number[] => numbers.split(/\s?[,;]\s?/).map(Number);

function takeBrackets(passage: SourcePassage, known: ReadonlySet<number>, key: (n: number) => string): void {
  let text = '';
  let from = 0;
  for (const { index, 0: whole, 1: numbers } of passage.text.matchAll(CALL)) {
    const all = numbersIn(numbers!);
    if (!all.every((n) => known.has(n))) continue;
    text += passage.text.slice(from, index);
    from = index + whole.length;
    for (const n of all) passage.notes.push({ key: key(n), offset: text.length });
  }
  passage.text = text + passage.text.slice(from);
}

function tieFigures(passages: readonly SourcePassage[], numbers: readonly number[], key: (n: number) => string): boolean {
  // Wherever else notes are called, they are in quotations too.
  const drafts = passages.map(({ kind, text, line }) => ({ kind: kind === 'quotation' ? 'paragraph' as const : kind, text, spans: [{ offset: 0, page: 0, line }], heading: 0 }));
  const { calls, uncalled } = takeCalls(drafts, numbers.map((n) => ({ n, page: 0 })));
  if (uncalled.length > numbers.length * (1 - CALLED)) return false;
  passages.forEach((passage, at) => {
    passage.text = drafts[at]!.text;
    passage.notes.push(...calls[at]!.map(({ n, offset }) => ({ key: key(Number(n)), offset })));
  });
  return true;
}
