/** The months' names, without accents, in the languages that reports come in; the first ones are the longest written. */
const MONTHS: readonly string[][] = [
  ['january', 'januar', 'janvier', 'enero', 'janeiro', 'gennaio', 'januari', 'janner', 'jan'],
  ['february', 'februar', 'fevrier', 'febrero', 'fevereiro', 'febbraio', 'februari', 'feb', 'febr', 'fevr'],
  ['march', 'marz', 'mars', 'marzo', 'marco', 'maart', 'maret', 'mac', 'mar'],
  ['april', 'avril', 'abril', 'aprile', 'apr', 'avr'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mei'],
  ['june', 'juni', 'juin', 'junio', 'junho', 'giugno', 'jun'],
  ['july', 'juli', 'juillet', 'julio', 'julho', 'luglio', 'julai', 'jul', 'juil'],
  ['august', 'aout', 'agosto', 'augustus', 'agustus', 'ogos', 'augusti', 'aug', 'ago', 'agt'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'setembro', 'settembre', 'sep', 'sept', 'set'],
  ['october', 'oktober', 'octobre', 'octubre', 'outubro', 'ottobre', 'oct', 'okt', 'out'],
  ['november', 'novembre', 'noviembre', 'novembro', 'nov', 'nop'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dezembro', 'dicembre', 'desember', 'disember', 'dec', 'dez', 'des'],
];
const ENGLISH = MONTHS.map(([first]) => first!);
const NUMBERS = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const YEAR = '((?:19|20)\\d\\d)';
/** "3 May 2019", "le 1er mai 2019", "31. März 2022", "31 de marzo de 2022", "12 Januari 2021", "Mei 2021"; a weekday may stand before it. */
const WRITTEN = new RegExp(`^(?:\\p{L}{3,9},?\\s+(?=\\p{L}{0,3}\\s?\\d))?(?:(?:le|am|el|den|il|tanggal)\\s+)?(?:(\\d{1,2})(?:\\.|er|º|°|ste|st|nd|rd|th)?\\s+(?:de\\s+|of\\s+)?)?(\\p{L}{3,10})\\.?,?\\s+(?:(?:de|del|of)\\s+)?${YEAR}$`, 'iu');
/** "March 31, 2022", "Mar. 31, 2022" */
const DAY_SECOND = new RegExp(`^(?:\\p{L}{3,9},\\s+)?(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}$`, 'iu');
/** "2021年3月12日", "2021년 3월 12일" */
const EAST = new RegExp(`^${YEAR}\\s?[年년]\\s?(\\d{1,2})\\s?[月월](?:\\s?(\\d{1,2})\\s?[日일])?$`, 'u');
/** "ngày 12 tháng 3 năm 2021" */
const VIETNAMESE = new RegExp(`^(?:(?:ngày\\s+)?(\\d{1,2})\\s+)?tháng\\s+(\\d{1,2})(?:\\s+năm|,)?\\s+${YEAR}$`, 'iu');
const AT_END = new RegExp(`^(?:.{0,40}?[\\s|,])?((?:\\d{1,2}\\s+)?(?:${ENGLISH.join('|')})\\s+(?:\\d{1,2},\\s*)?(?:19|20)\\d\\d)$`, 'i');
const LONGEST = 40;

/** A line that is a date, as ISO 8601: "March 2022", "31 March 2022", "March 31, 2022", "le 31 mars 2022", "31 Maret 2022". */
export function dateOfLine(line: string): string | null {
  if (line.length > LONGEST || !/\d{4}/.test(line)) return null;
  const [, day, month, year] = WRITTEN.exec(line) ?? [];
  if (year !== undefined) return isoOf(year, monthOf(month!), day);
  const [, before, after, yearBehind] = DAY_SECOND.exec(line) ?? [];
  if (yearBehind !== undefined) return isoOf(yearBehind, monthOf(before!), after);
  const [, eastYear, eastMonth, eastDay] = EAST.exec(line) ?? [];
  if (eastYear !== undefined) return isoOf(eastYear, Number(eastMonth), eastDay);
  const [, vietDay, vietMonth, vietYear] = VIETNAMESE.exec(line) ?? [];
  return vietYear === undefined ? null : isoOf(vietYear, Number(vietMonth), vietDay);
}

/** The same in English where a few words may stand before it: "Report | March 31, 2022". */
export function dateAtEnd(line: string): string | null {
  const found = AT_END.exec(line)?.[1];
  return found === undefined ? null : dateOfLine(found);
}

const monthOf = (name: string): number | undefined => NUMBERS.get(name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));

function isoOf(year: string, month: number | undefined, day: string | undefined): string | null {
  if (month === undefined || month < 1 || month > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return null;
  return `${year}-${String(month).padStart(2, '0')}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`;
}
