import type { ReportFacts } from '../model/facts.ts';
import { namesOf } from './bylines.ts';
import { dateAtEnd, dateOfLine } from './dates.ts';

/** So many lines above a text can say what it is. */
export const FRONT_LINES = 30;
/** A longer line is text, in letters. */
export const FRONT_LETTERS = 160;
/** A date by itself or behind a place stands in one of so many lines. */
const DATED = 14;
const COLON = '\\s?[:：]\\s*';
const field = (names: string): RegExp => new RegExp(`^:?(?:${names})${COLON}(\\S.*)$`, 'iu');
const DATE = field('date(?: of (?:issue|meeting))?|issued|published|datum|stand|fecha|data|dato|tanggal|tarikh|ngày|日期|日付|날짜');
const SUBJECT = field('subj(?:ect)?|re|title|betreff|betr\\.?|titel|objet|asunto|oggetto|assunto|onderwerp|perihal|judul|v/v|về việc|trích yếu|件名|題名|主题|標題|标题|제목');
const AUTHOR = field('authors?|(?:written|prepared|drafted|compiled) by|drafter|verfasser(?:in|innen)?|autor(?:in|innen|en|a|es)?|bearbeiter(?:in)?|auteur(?:e|s|es)?|rédigé par|rédact(?:eur|rice)|penulis|disusun oleh|tác giả|người (?:soạn|viết)|著者|執筆者?|文責|作者|撰文|저자|글쓴이');
const FROM = field('from|von|de|dari');
/** The office of who is named, or an address: a body has none. */
const OFFICE = /^([^,(<]{3,60}?)\s*(?:,\s*\p{Lu}|\(|<[^>\s]+@)/u;
/** What is dated otherwise: an earlier paper, a bar to publication. */
const OTHER = /^(?:ref|refs|reference|(?:our|your) (?:ref|reference|letter)|bezug|réf|embargo\w*|sperrfrist|not before|deadline|due|by|until|valid|next|see|rujukan|surat)\b/i;
/** "R 141530Z MAR 24": when a cable was sent. */
const SENT = /^(?:[OPRZ] ){1,2}(\d{2})\d{4}Z ([A-Z]{3}) (\d{2})$/;
const TIME = /[,;]?\s+(?:at |um |à |from |ab |pukul )?\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:[–-]\s?\d{1,2}[:.h]\d{2}|[ap]\.?\s?m\.?|uhr|hours|h))+$/i;
const CLOCK = /[,;]?\s+(?:at |um |à )?\d{1,2}[:.h]\d{2}(?:\s?[–-]\s?\d{1,2}[:.h]\d{2})?$/i;
const ISO = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?$/;
const HELD = /^(?:held|on|of|vom|du|del|ditetapkan|le)\s/i;
/** "PORT VELLAN, 14 March 2024 – The pilots …" */
const DATELINE = /^\(?(\p{Lu}[^.!?–—]{3,60}?)\)?\s*(?:[–—]|-\s|--)\s*\p{Lu}/u;
const SPOKEN = /^(?:(?:keynote|opening|closing|welcome|welcoming) )?(?:speech|remarks|address|statement|lecture|rede|ansprache|discours|allocution|discurso|pidato|bài phát biểu)(?: (?:as )?(?:delivered|given|held))? (?:by|of|von|de|del|oleh|của) (.{5,80})$/iu;
const STYLE = /^(?:(?:h\.?\s?e\.?|the (?:rt\.? )?hon\.?|mr|mrs|ms|dr|prof(?:essor)?|m|mme|frau|herrn?|minister|president|secretary|ambassador|ibu|bapak|ông|bà)\.?\s+)+(?=\p{Lu})/iu;
const SALUTATION = /^(?:dear|excellenc(?:y|ies)|your excellency|sehr geehrter?|madame|monsieur|yth|kính gửi)\b[^.]{0,80}[,:!]?$/iu;
const CLOSING = /^(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully(?: submitted)?|(?:with )?(?:kind|best|warm) regards|mit freundlichen grü(?:ß|ss)en|hochachtungsvoll|hormat (?:kami|saya)|trân trọng)[,.]?$/iu;
/** Behind a letter's closing words so many lines can name who signed it, and so many stand at most. */
const BELOW_CLOSING = 3;
const FOOT = 10;

/**
 * Reads what the lines above a text say of it: fields ("Subject:", "Date:", "Prepared by:"), a date by itself or behind a
 * place, who speaks. The lines stay in the text: nothing is lost where one was misread.
 * @param lines in order, without the title; the last one may be the first of the text itself
 */
export function toldAbove(lines: readonly string[]): ReportFacts {
  const front = lines.slice(0, FRONT_LINES);
  const date = firstOf(front, dateInField) ?? firstOf(front.slice(0, DATED), dateAlone) ?? firstOf(front.slice(0, DATED), dateBehindPlace);
  const title = firstOf(front, (line) => subjectOf(line));
  const authors = firstOf(front, authorsInField) ?? firstOf(front, speakerOf);
  return { ...(title === null ? {} : { title }), ...(date === null ? {} : { date }), ...(authors === null ? {} : { authors }) };
}

/**
 * Who wrote a text, as it says itself: in a field above it, by its title where it is a speech, or as it is signed.
 * @param told what its first lines say
 * @param lines of the whole text, or those `atEnds`, where it may be a letter
 */
export function authorsTold(told: ReportFacts, title: string | undefined, lines: readonly string[] = []): string[] | null {
  return told.authors ?? speakerOf(title ?? '') ?? signerOf(lines);
}

/** What of a text can say who signed it: how it begins, and how it ends. @param pieces of one line at least, each */
export function atEnds<T>(pieces: readonly T[]): readonly T[] {
  return pieces.length <= FRONT_LINES + FOOT + 1 ? pieces : [...pieces.slice(0, FRONT_LINES), ...pieces.slice(-FOOT - 1)];
}

/** @returns who signed a letter: a name below its closing words, where it also begins with a salutation */
export function signerOf(lines: readonly string[]): string[] | null {
  if (!lines.slice(0, FRONT_LINES).some((line) => SALUTATION.test(line))) return null;
  const at = lines.findLastIndex((line) => CLOSING.test(line));
  return at < 0 || at < lines.length - 1 - FOOT ? null : firstOf(lines.slice(at + 1, at + 1 + BELOW_CLOSING), (line) => one(line));
}

/** @returns who gives a speech, by its title or the line below: "Remarks by Ada Larsen, Minister of Harbours" */
export function speakerOf(line: string): string[] | null {
  const said = SPOKEN.exec(line)?.[1];
  return said === undefined ? null : one(said.replace(STYLE, '').replace(/\s*,.*$/, ''));
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

const one = (name: string): string[] | null => {
  const names = namesOf(name);
  return names?.length === 1 ? names : null;
};

function subjectOf(line: string): string | null {
  const subject = line.length > FRONT_LETTERS ? null : SUBJECT.exec(line)?.[1];
  return subject && /\p{L}{2}/u.test(subject) ? subject : null;
}

function authorsInField(line: string): string[] | null {
  const said = AUTHOR.exec(line)?.[1];
  if (said !== undefined) return namesOf(said) ?? one(said.replace(/\s*[,(<].*$/, ''));
  const sender = OFFICE.exec(FROM.exec(line)?.[1] ?? '')?.[1];
  return sender === undefined ? null : one(sender.replace(STYLE, ''));
}

function dateInField(line: string): string | null {
  const sent = SENT.exec(line);
  if (sent) return dateOfLine(`${sent[1]} ${sent[2]} ${Number(sent[3]) < 70 ? '20' : '19'}${sent[3]}`);
  const said = line.length > FRONT_LETTERS ? undefined : DATE.exec(line)?.[1];
  return said === undefined ? null : dateOf(withoutTime(said)) ?? dateAtEnd(withoutTime(said));
}

const dateAlone = (line: string): string | null => dateOf(withoutTime(line));

function dateBehindPlace(line: string): string | null {
  const dateline = DATELINE.exec(line)?.[1];
  if (line.length > FRONT_LETTERS || dateline !== undefined) return dateline === undefined ? null : dateAtEnd(dateline);
  const text = withoutTime(line);
  if (OTHER.test(text) || /[.!?]$/.test(text)) return null;
  return HELD.test(text) ? dateAtEnd(text.slice(-LAST)) : dateAtEnd(text);
}

/** A date is not written longer. */
const LAST = 32;
const withoutTime = (text: string): string => text.replace(TIME, '').replace(CLOCK, '');
const dateOf = (text: string): string | null => (ISO.test(text) ? text : dateOfLine(text));
