import { fold } from '../model/fold.ts';

const SEND_ON = /^(?:ibid|ibidem|loc\. cit|see (?:also )?(?:foot|end)?note \d+)\b/i;
const TITLE = /[“"„«]([^”"»“]{12,}?)[,.?!]?[”"»“]/gu;
/** A year as works have it: behind a comma or in brackets, not "in 2014, …". */
const YEAR_OF_WORK = /[,(]\s?(?:[\p{L}.]+ )?(?:1[89]|20)\d\d[).,:;]/u;

/** @returns true for a note that says nothing but where to look */
export function isOnlyReference(text: string): boolean {
  return SEND_ON.test(text);
}

/** @returns true for a note that names a work, and is not only a remark */
export function namesWork(text: string): boolean {
  return !isOnlyReference(text) && (quotedTitles(text).length > 0 || /https?:\/\/|\binterview/i.test(text) || YEAR_OF_WORK.test(text));
}

/** The titles that a note has in quotation marks, folded. */
export function quotedTitles(text: string): string[] {
  return [...text.matchAll(TITLE)].map((match) => fold(match[1]!).replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** The pages over which a work runs ("17/2 (2019): 312-27"), as far as the note says. */
export function pagesOfWorks(text: string): { from: number; to: number }[] {
  return [...text.replace(/https?:\/\/\S+/g, '').matchAll(/(?<![\d/-])(\d{1,4})\s?[-–]\s?(\d{1,4})(?=[.,;)]|$)/g)].flatMap((match) => {
    const from = Number(match[1]);
    // "312-27" means 312 to 327.
    const to = match[2]!.length < match[1]!.length ? Number(match[1]!.slice(0, -match[2]!.length) + match[2]) : Number(match[2]);
    return to >= from && to < 1900 ? [{ from, to }] : [];
  });
}
