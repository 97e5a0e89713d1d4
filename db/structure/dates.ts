const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WRITTEN = `(?:(\\d{1,2})\\s+)?(${MONTHS.join('|')})\\s+(?:(\\d{1,2}),\\s*)?((?:19|20)\\d\\d)$`;
const WHOLE = new RegExp(`^${WRITTEN}`, 'i');
const AT_END = new RegExp(`^(?:.{0,40}?[\\s|,])?${WRITTEN}`, 'i');

/** A line that is a date, as ISO 8601: "March 2022", "31 March 2022", "March 31, 2022". */
export const dateOfLine = (line: string): string | null => isoOf(WHOLE.exec(line));

/** The same where a few words may stand before it: "Report | March 31, 2022". */
export const dateAtEnd = (line: string): string | null => isoOf(AT_END.exec(line));

function isoOf(found: RegExpExecArray | null): string | null {
  if (!found) return null;
  const [, before, month, after, year] = found;
  const day = before ?? after;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(MONTHS.indexOf(month!.toLowerCase()) + 1)}${day === undefined ? '' : `-${two(Number(day))}`}`;
}
