/** How months are called where reports are dated, without accents: English, French, German, Spanish, Italian, Portuguese, Dutch, Indonesian, Malay, Thai; then as they are cut short. */
const MONTHS: readonly string[][] = [
  ['january', 'janvier', 'januar', 'janner', 'enero', 'gennaio', 'janeiro', 'januari', 'มกราคม', 'jan'],
  ['february', 'fevrier', 'februar', 'febrero', 'febbraio', 'fevereiro', 'februari', 'กุมภาพันธ์', 'feb', 'febr', 'fevr'],
  ['march', 'mars', 'marz', 'marzo', 'marco', 'maart', 'maret', 'mac', 'มีนาคม', 'mar'],
  ['april', 'avril', 'abril', 'aprile', 'เมษายน', 'apr', 'avr'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'พฤษภาคม'],
  ['june', 'juin', 'juni', 'junio', 'giugno', 'junho', 'jun', 'มิถุนายน'],
  ['july', 'juillet', 'juli', 'julio', 'luglio', 'julho', 'julai', 'กรกฎาคม', 'jul', 'juil'],
  ['august', 'aout', 'agosto', 'augustus', 'agustus', 'ogos', 'สิงหาคม', 'aug', 'ago', 'agt'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'setembro', 'กันยายน', 'sept', 'sep', 'set'],
  ['october', 'octobre', 'oktober', 'octubre', 'ottobre', 'outubro', 'ตุลาคม', 'oct', 'okt', 'out'],
  ['november', 'novembre', 'noviembre', 'novembro', 'nopember', 'พฤศจิกายน', 'nov', 'nop'],
  ['december', 'decembre', 'dezember', 'diciembre', 'dicembre', 'dezembro', 'desember', 'disember', 'ธันวาคม', 'dec', 'dez', 'des'],
];
const NUMBER_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [plain(name), at + 1] as const)));
const NAME = [...NUMBER_OF.keys()].toSorted((a, b) => b.length - a.length).join('|');
const YEAR = '(?:19|20)\\d\\d';
/** The last of several days: "14–15 March 2022", "14. und 15. März 2022". */
const FROM_DAY = '(?:\\d{1,2}\\.?\\s?(?:[–—-]|and|und|et|dan|y|e)\\s?(?=\\d))?';
/** "March 2022", "31 March 2022", "Mar. 31, 2022", "le 1er mars 2022", "31. März 2022", "31 de marzo de 2022", "มีนาคม 2565". */
const WORDS = `(?:(?:le|el|am|den|il|tanggal|ngay)\\s+)?${FROM_DAY}(?:(?<before>\\d{1,2})(?:\\.|er|º|°|ste|st|nd|rd|th)?\\s+(?:(?:de|of)\\s+)?)?(?<name>${NAME})\\.?,?\\s+(?:(?<after>\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(?:(?:del?|of)\\s+)?(?<year>${YEAR}|25[4-9]\\d)`;
/** "31.3.2022": days first wherever dots are set. */
const DOTTED = `(?<dayDotted>\\d{1,2})\\.\\s?(?<monthDotted>\\d{1,2})\\.\\s?(?<yearDotted>${YEAR})`;
/** "2022年3月31日", "2022년 3월". */
const EASTERN = `(?<yearEastern>${YEAR})\\s?[年년]\\s?(?<monthEastern>\\d{1,2})\\s?[月월](?:\\s?(?<dayEastern>\\d{1,2})\\s?[日일])?`;
/** "令和4年3月31日": the years of a Japanese era, of which the first is written "元". */
const JAPANESE = `(?<era>令和|平成|昭和)(?<yearJapanese>\\d{1,2}|元)年(?<monthJapanese>\\d{1,2})月(?:(?<dayJapanese>\\d{1,2})日)?`;
/** "ngày 31 tháng 3 năm 2022". */
const VIETNAMESE = `(?:(?:ngay\\s+)?(?<dayVietnamese>\\d{1,2})\\s+)?thang\\s+(?<monthVietnamese>\\d{1,2})(?:\\s+nam|,)?\\s+(?<yearVietnamese>${YEAR})`;
const WRITTEN = `(?:${WORDS}|${DOTTED}|${EASTERN}|${JAPANESE}|${VIETNAMESE})$`;
/** A weekday may stand before it. */
const WHOLE = new RegExp(`^(?:\\p{L}{3,9},?\\s+(?=\\p{L}{0,3}\\s?\\d|(?:${NAME})\\b))?${WRITTEN}`, 'iu');
const AT_END = new RegExp(`^(?:.{0,40}?[\\s|,])??${WRITTEN}`, 'iu');
/** No date is written longer, with what may stand before it. */
const LONGEST = 80;
/** Between the Buddhist era and ours. */
const BUDDHIST = 543;
/** The year before the first of an era. */
const BEFORE_ERA: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** A line that is a date, as ISO 8601: "March 2022", "31 March 2022", "March 31, 2022", "31 mars 2022", "2022年3月". */
export const dateOfLine = (line: string): string | null => isoOf(WHOLE, line);

/** The same where a few words may stand before it: "Report | March 31, 2022", "Jakarta, 17 Agustus 2022". */
export const dateAtEnd = (line: string): string | null => isoOf(AT_END, line);

/** Without accents; what Hangul's letters consist of stays together. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

function isoOf(pattern: RegExp, line: string): string | null {
  const said = line.length > LONGEST || !/\d{4}|[和成]/.test(line) ? undefined : pattern.exec(plain(line))?.groups;
  if (!said) return null;
  const era = BEFORE_ERA[said['era'] ?? ''];
  const written = era !== undefined ? era + (Number(said['yearJapanese']) || 1) : Number(said['year'] ?? said['yearDotted'] ?? said['yearEastern'] ?? said['yearVietnamese']);
  const month = said['name'] === undefined ? Number(said['monthDotted'] ?? said['monthEastern'] ?? said['monthJapanese'] ?? said['monthVietnamese']) : NUMBER_OF.get(said['name'])!;
  const day = said['before'] ?? said['after'] ?? said['dayDotted'] ?? said['dayEastern'] ?? said['dayJapanese'] ?? said['dayVietnamese'];
  if (month < 1 || month > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${written >= 2500 ? written - BUDDHIST : written}-${two(month)}${day === undefined ? '' : `-${two(Number(day))}`}`;
}
