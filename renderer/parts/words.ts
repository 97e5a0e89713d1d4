/** "1 passage", "12 passages", "1,204 passages". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** A name in quotation marks; those within it become single ones: “Loans: ‘metro’”. */
export function quoted(name: string): string {
  return `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`;
}

/** "Vietnam", "Vietnam or Thailand", "Vietnam, Thailand or Cambodia". */
export function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Words a minute at which an unhurried reader of English prose reads. Source: Brysbaert 2019, mean 238. */
const PACE = 238;

/** "11 minutes"; less than one counts as one. */
export function readingTime(words: number): string {
  return count(Math.max(1, Math.round(words / PACE)), 'minute');
}

/** A label inside a sentence: "security", but "US alliance dependence". */
export function inSentence(label: string): string {
  return /^(\p{Lu}{2}|China|Japan|Tokyo|Beijing|Washington)/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** "3 December 2026", "December 2026", "2026", as far as an ISO date is known; what is no date stays as it is. */
export function dateWords(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', ...(month ? { month: 'long' } : {}), ...(day ? { day: 'numeric' } : {}) };
  return new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))).toLocaleDateString('en-GB', options);
}

/** "just now", "12 minutes ago", "yesterday", then the day. */
export function agoWords(iso: string, now = Date.now()): string {
  const minutes = Math.round((now - Date.parse(iso)) / 60_000);
  if (!Number.isFinite(minutes)) return '';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${count(minutes, 'minute')} ago`;
  if (minutes < 24 * 60) return `${count(Math.round(minutes / 60), 'hour')} ago`;
  return minutes < 48 * 60 ? 'yesterday' : `on ${dateWords(iso)}`;
}
