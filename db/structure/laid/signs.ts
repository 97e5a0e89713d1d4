import { raised } from '../raised.ts';
import type { LaidBlock } from './blocks.ts';
import { sameSize } from './layout.ts';
import type { Row, Setting } from './page.ts';

/** "*", "†", "‡", "§", "¶", "‖", repeated too; TeX has an operator for the star. */
const SIGN = '(?:[*∗]{1,5}|[†‡§¶]{1,5}|‖|\\|\\|)';
const AT_START = new RegExp(`^(${SIGN})\\s?(?=[\\p{L}“"‘(])`, 'u');
const CALL = new RegExp(`(?<=[\\p{L}.,;:!?”"’)])(${SIGN})(?=\\s|$)`, 'gu');
const NUMBERED = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[?\d{1,3}[.)\]]?\s)/;

/**
 * Gives the footnotes that signs call a number each, and writes it raised before the note and where its call stands in
 * the text of the page: from there on they are notes as all others. A sign behind a title or a name is none of these.
 * @param foot the small blocks at the foot of a column
 * @param columns of the page, without the foot
 * @param last the number of the note before
 */
export function numberSigns(foot: readonly LaidBlock[], columns: readonly LaidBlock[][], { body }: Setting, last: number): void {
  const rows = foot.flatMap((block) => block.rows);
  if (rows.some(({ text }) => NUMBERED.test(text))) return;
  const text = columns.flatMap((blocks) => blocks.flatMap((block) => (block.kind === 'body' && !block.stack ? block.rows : []))).filter((row) => sameSize(row.size, body) && !row.bold);
  const signs = rows.flatMap((row) => {
    const found = AT_START.exec(row.text);
    return found ? [{ row, whole: found[0], sign: found[1]! }] : [];
  });
  let n = last;
  const number = ({ row, whole }: (typeof signs)[number]): void => {
    n += 1;
    row.text = `${raised(n)} ${row.text.slice(whole.length)}`;
  };
  for (const sign of signs) if (replaceCall(text, sign.sign, raised(n + 1))) number(sign);
  if (n === last && raiseFigures(text, signs.map((_, at) => last + 1 + at))) for (const sign of signs) number(sign);
}

/**
 * Some programs set signs before the notes and figures behind the words: these are due, stand there in their order, and
 * are as many.
 * @returns false where one is missing
 */
function raiseFigures(rows: readonly Row[], numbers: readonly number[]): boolean {
  const places: { row: Row; from: number; n: number }[] = [];
  let at = 0;
  for (const n of numbers) {
    const call = new RegExp(`(?<=[\\p{L}.,;:!?”"’)])${n}(?=\\s|$)`, 'u');
    const found = rows.findIndex((row, place) => place >= at && call.test(row.text));
    if (found < 0) return false;
    places.push({ row: rows[found]!, from: call.exec(rows[found]!.text)!.index, n });
    at = found;
  }
  for (const { row, from, n } of places.toReversed()) row.text = row.text.slice(0, from) + raised(n) + row.text.slice(from + String(n).length);
  return true;
}

function replaceCall(rows: readonly Row[], sign: string, by: string): boolean {
  for (const row of rows) {
    const call = [...row.text.matchAll(CALL)].find((match) => plain(match[1]!) === plain(sign));
    if (!call) continue;
    row.text = row.text.slice(0, call.index) + by + row.text.slice(call.index + call[0].length);
    return true;
  }
  return false;
}

const plain = (sign: string): string => sign.replaceAll('∗', '*').replace('||', '‖');
