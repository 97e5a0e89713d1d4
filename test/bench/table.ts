import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
const HEAD = '# Benchmarks\n\nWritten by `npm run bench`: every part replaces its own section. Times differ from machine to machine; what is compared was measured in one run.\n';

/**
 * Writes one part's section of docs/benchmarks.md and leaves the others as they are.
 * @param part names the section's marks
 * @param markdown its text, with its heading
 */
export function writeSection(part: string, markdown: string): void {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const before = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  const section = `${begin}\n${markdown.trim()}\n${end}`;
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, from < 0 || to < from ? `${before.trimEnd()}\n\n${section}\n` : before.slice(0, from) + section + before.slice(to + end.length));
}

/** A Markdown table; the first row is its head. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `| ${rows[0]!.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`, ...body].join('\n');
}
