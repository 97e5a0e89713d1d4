import type { ReportFacts } from '../../model/facts.ts';
import { readDate } from '../html/meta.ts';
import type { Part } from './message-parts.ts';

/** What mail programs in several languages write before the subject of an answer, or of a message that is passed on. */
const PASSED_ON = /^(?:(?:re|fwd?|aw|wg|tr|rv|res|enc|sv|vs|vb|vl|antw|doorst|odp|pd|ynt|ilt|回复|回覆|答复|转发|轉寄|返信|転送)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*)+/i;
/** Heads may be long; what people read in them is not. */
const LETTERS_AT_MOST = 1000;
const DATE_AT_MOST = 100;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** What a message's head says of it as a text: its subject, its sender's name, its date where it was sent. */
export function factsOfMessage({ head, field }: Part): ReportFacts {
  const facts: ReportFacts = {};
  const title = subjectOf(head.subject);
  const author = (head.from?.name ?? '').slice(0, LETTERS_AT_MOST).normalize('NFC').replace(/\s+/g, ' ').replace(/^["'\s]+|["'\s]+$/g, '');
  const date = dateOfField(field('date').slice(0, DATE_AT_MOST));
  if (title !== '') facts.title = title;
  if (author !== '' && !author.includes('@')) facts.authors = [author];
  if (date !== null) facts.date = date;
  return facts;
}

/** A forwarded message's heading lines as one heading: "Dues in spring (Ada Larsen, 3 March 2020)". */
export function headingOfMessage(part: Part): string {
  const { title, authors: [author = part.head.from?.address ?? ''] = [], date } = factsOfMessage(part);
  const beside = [author, date === undefined ? '' : inWords(date)].filter((piece) => piece !== '').join(', ');
  return title === undefined ? beside || 'Message' : beside === '' ? title : `${title} (${beside})`;
}

/** "Fwd: Re: Dues" → "Dues"; a subject that is nothing else stays. */
function subjectOf(subject = ''): string {
  const whole = subject.slice(0, LETTERS_AT_MOST).normalize('NFC').replace(/\s+/g, ' ').trim();
  return whole.replace(PASSED_ON, '') || whole;
}

/** "Tue, 3 Mar 2020 23:30:00 -0500" → "2020-03-03": the day where it was sent. Source: RFC 5322, 3.3 and 4.3. */
function dateOfField(written: string): string | null {
  const [, day, month, year] = /(?:^|[\s,])(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2,3})(?!\d)/.exec(written) ?? swapped(/([A-Za-z]{3})[a-z]*\s+(\d{1,2}),?\s+(?:[\d:]+\s+)?(\d{4})/.exec(written)) ?? [];
  const at = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === month?.toLowerCase());
  if (at < 0 || Number(day) < 1 || Number(day) > 31) return readDate(written);
  const full = Number(year) + (year!.length === 4 ? 0 : year!.length === 3 || Number(year) >= 50 ? 1900 : 2000);
  return `${full}-${String(at + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

const swapped = (found: RegExpExecArray | null): string[] | null => (found ? [found[0], found[2]!, found[1]!, found[3]!] : null);

function inWords(date: string): string {
  const [year, month, day] = date.split('-');
  return [day === undefined ? '' : String(Number(day)), MONTHS[Number(month) - 1] ?? '', year!].filter((piece) => piece !== '').join(' ');
}
