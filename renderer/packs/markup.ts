import type { IconName } from '../parts/icon.tsx';

export type Markup = 'bold' | 'italic' | 'list' | 'note';

/** What the buttons above own text do, and their keys with Ctrl or ⌘. */
export const MARKUP: readonly { how: Markup; label: string; key: string | null; icon: IconName | null }[] = [
  { how: 'bold', label: 'Bold', key: 'b', icon: 'bold' }, { how: 'italic', label: 'Italic', key: 'i', icon: 'italic' },
  { how: 'list', label: 'List', key: null, icon: 'list' }, { how: 'note', label: 'Own note', key: null, icon: null },
];

interface Marked {
  text: string;
  /** What is selected in it. */
  from: number;
  to: number;
}

const SIGNS = { bold: '**', italic: '*' };

/** Marks what is selected in a Markdown text; what is marked already loses its marks. */
export function marked(text: string, from: number, to: number, how: Markup): Marked {
  if (how === 'list') return listed(text, from, to);
  if (how === 'note') return noted(text, to);
  const sign = SIGNS[how];
  const [before, chosen, behind] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  if (before.endsWith(sign) && behind.startsWith(sign) && !(how === 'italic' && before.endsWith('**'))) {
    return { text: before.slice(0, -sign.length) + chosen + behind.slice(sign.length), from: from - sign.length, to: to - sign.length };
  }
  return { text: before + sign + chosen + sign + behind, from: from + sign.length, to: to + sign.length };
}

/** Every line that is touched becomes a point of a list; where all are, they cease to be. */
function listed(text: string, from: number, to: number): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => line.startsWith('- '));
  const made = lines.map((line) => (all ? line.slice(2) : line.startsWith('- ') ? line : `- ${line}`)).join('\n');
  return { text: text.slice(0, start) + made + text.slice(end), from: start, to: start + made.length };
}

/** A call where the cursor stands, and its note at the end, to be written. */
function noted(text: string, at: number): Marked {
  const used = [...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
  const number = Math.max(0, ...used) + 1;
  const made = `${text.slice(0, at)}[^${number}]${text.slice(at).trimEnd()}\n\n[^${number}]: `;
  return { text: made, from: made.length, to: made.length };
}
