import type { BlockContent, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { cite, pageWords } from '../model/cite.ts';
import type { Located, ResolvedItem } from '../model/pack.ts';
import type { LaidNote } from './laid-out.ts';
import { readOwnText } from './own-text.ts';

type Points = Extract<ResolvedItem, { kind: 'points' }>;
type Figures = Extract<ResolvedItem, { kind: 'figures' }>;
interface Laid { blocks: RootContent[]; notes: LaidNote[] }

const words = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);

function headed(title: string, level: number, rest: RootContent[]): RootContent[] {
  return title.trim() === '' ? rest : [{ type: 'heading', depth: Math.min(6, level) as 2, children: words(title) }, ...rest];
}

/**
 * Talking points as a numbered list; the source of each is a note, one for all points that rest on the same page.
 * @param next gives a note its number
 */
export function layOutPoints({ title, points }: Points, level: number, next: () => number): Laid {
  const notes: LaidNote[] = [];
  const cited = new Map<string, number>();
  const call = (from: Located): PhrasingContent => {
    const content = `${cite(from.source, from.pages)}.`;
    let number = cited.get(content);
    if (number === undefined) {
      number = next();
      cited.set(content, number);
      notes.push({ number, origin: null, content });
    }
    return { type: 'footnoteReference', identifier: String(number) };
  };
  const children = points.filter(({ text }) => text.trim() !== '').map(({ text, from }): ListItem => {
    const own = readOwnText(text, level + 1, next);
    const calls = from ? [call(from)] : [];
    notes.push(...own.notes);
    return { type: 'listItem', spread: false, checked: null, children: withCalls(own.blocks as BlockContent[], calls) };
  });
  const list: RootContent[] = children.length === 0 ? [] : [{ type: 'list', ordered: true, start: 1, spread: false, children }];
  return { blocks: headed(title, level, list), notes: notes.sort((a, b) => a.number - b.number) };
}

/** The call stands behind the last words of the point, or on a line of its own behind a list or a table. */
function withCalls(blocks: BlockContent[], calls: PhrasingContent[]): BlockContent[] {
  const last = blocks.at(-1);
  if (calls.length === 0) return blocks;
  if (last?.type === 'paragraph') return [...blocks.slice(0, -1), { ...last, children: [...last.children, ...calls] }];
  return [...blocks, { type: 'paragraph', children: calls }];
}

const FIGURE_HEAD = ['Figure', 'Year', 'What', 'Source'];

/** Figures as a table: the number, its year, what it counts, and where it stands. */
export function layOutFigures({ title, rows }: Figures, level: number): Laid {
  const cells = (values: string[]): Table['children'][number] => ({ type: 'tableRow', children: values.map((value) => ({ type: 'tableCell', children: words(value) })) });
  const filled = rows.filter(({ value, what }) => value.trim() !== '' || what.trim() !== '');
  const table: Table = { type: 'table', align: [null, null, null, null], children: [cells(FIGURE_HEAD), ...filled.map((row) => cells([row.value, row.year, row.what, placeWords(row)]))] };
  return { blocks: headed(title, level, filled.length === 0 ? [] : [table]), notes: [] };
}

/** "Vietnam, p. 54"; the report is named in full under Sources. */
function placeWords({ from, words: typed }: Figures['rows'][number]): string {
  return from === null ? typed : [from.source.chapterTitle || from.source.reportTitle, pageWords(from.pages) ?? '', typed].filter(Boolean).join(', ');
}
