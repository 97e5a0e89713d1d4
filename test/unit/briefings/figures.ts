/** Numbers that are written out, by language. "Eins" and "one" are left out: they are articles as often as numbers. */
const WORDS: Record<string, string[]> = {
  2: ['two', 'zwei'], 3: ['three', 'drei'], 4: ['four', 'vier'], 5: ['five', 'fünf'], 6: ['six', 'sechs'], 7: ['seven', 'sieben'], 8: ['eight', 'acht'], 9: ['nine', 'neun'],
  10: ['ten', 'zehn'], 11: ['eleven', 'elf'], 12: ['twelve', 'dozen', 'zwölf', 'dutzend'], 20: ['twenty', 'zwanzig'], 30: ['thirty', 'dreißig'], 40: ['forty', 'vierzig'],
  50: ['fifty', 'half', 'fünfzig', 'hälfte'], 60: ['sixty', 'sechzig'], 70: ['seventy', 'siebzig'], 80: ['eighty', 'achtzig'], 90: ['ninety', 'neunzig'], 100: ['hundred', 'hundert'],
};
const VALUES = new Map(Object.entries(WORDS).flatMap(([value, words]) => words.map((word) => [word, value])));
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONATE = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
const DATE = new RegExp(`(?:\\b\\d{1,2} )?\\b(?:${MONTHS.join('|')}) \\d{4}|\\b\\d{1,2} (?:${MONTHS.join('|')})\\b`, 'g');
const AMOUNT = /(?<![\p{L}\d])(?:\d[\d.]*\d|\d)(?:s\b| (?:billion|million|per cent))?/gu;

/** German ways of writing dates and amounts, in the English way. */
function inEnglish(text: string): string {
  const named = MONATE.reduce((out, month, at) => out.replace(new RegExp(`(?:(\\d{1,2})\\. )?\\b${month}\\b`, 'g'), (_, day) => `${day ? `${day} ` : ''}${MONTHS[at]}`), text);
  return named.replace(/(\d)\.(\d{3})\b/g, '$1$2').replace(/(\d),(\d)/g, '$1.$2').replace(/Milliarden?/g, 'billion').replace(/Millionen?/g, 'million').replace(/Prozent/g, 'per cent').replace(/(\d0)er\b/g, '$1s');
}

/** The report's ways of writing dates and amounts, in the plain way. */
function plain(text: string): string {
  return text.replace(/\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b/g, (_, day, month, year) => `${day} ${MONTHS[month - 1]} ${year}`)
    .replace(/\b(Jan|Feb|Sep|Oct|Nov|Dec) (?=\d{4})/g, (_, short) => `${MONTHS.find((month) => month.startsWith(short))} `)
    .replace(/JPY(?=\d)/g, '').replace(/(\d)B\b/g, '$1 billion').replace(/(\d),(\d{3})\b/g, '$1$2');
}

/** A figure of a text: a date, an amount with its unit, or a number that is written out. */
export interface Figure {
  kind: 'date' | 'amount' | 'word';
  text: string;
}

/** Every number, year, amount, percentage and date of a text. */
export function figuresOf(text: string, language: string): Figure[] {
  const given = language === 'de' ? inEnglish(text) : text.replace(/(\d),(\d{3})\b/g, '$1$2');
  const dates = [...given.matchAll(DATE)].map(([date]): Figure => ({ kind: 'date', text: date }));
  const rest = given.replace(DATE, ' ');
  const amounts = [...rest.matchAll(AMOUNT)].map(([amount]): Figure => ({ kind: 'amount', text: amount }));
  const words = (rest.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => VALUES.has(word)).map((word): Figure => ({ kind: 'word', text: word }));
  return [...dates, ...amounts, ...words];
}

/** Whether a figure stands in a source, in digits or written out. */
export function standsIn(figure: Figure, source: string): boolean {
  const text = plain(source);
  if (figure.kind === 'date') return text.includes(figure.text);
  const value = figure.kind === 'word' ? VALUES.get(figure.text)! : figure.text;
  const spellings = [value, figure.text, ...(WORDS[value] ?? [])].map((spelling) => spelling.replaceAll('.', '\\.'));
  return new RegExp(`(?<![\\p{L}\\d.])(?:${spellings.join('|')})(?![\\p{L}\\d]|\\.\\d)`, 'iu').test(text);
}
