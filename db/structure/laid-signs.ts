import type { LaidBlock } from './laid-blocks.ts';
import { sameSize } from './laid-layout.ts';
import type { Row, Setting } from './laid-page.ts';
import { raised } from './raised.ts';

/** "*", "†", "‡", "§", "¶", "‖", doubled too; TeX has an operator for the star. */
const SIGN = '(?:[*∗]{1,3}|[†‡§¶]{1,2}|‖|\\|\\|)';
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
  let n = last;
  for (const row of rows) {
    const sign = AT_START.exec(row.text);
    if (!sign || !replaceCall(text, sign[1]!, raised(n + 1))) continue;
    n += 1;
    row.text = `${raised(n)} ${row.text.slice(sign[0].length)}`;
  }
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
