import { markingOf, portionMark } from '../model/marking.ts';
import { tableRows } from '../model/table-cells.ts';
import type { ItemLook, Pack, PackItem, ResolvedPack } from '../model/pack.ts';
import { acronymsOf } from '../model/acronyms.ts';
import type { Copy, LaidItem, LaidPack, LaidPassage } from './laid-out.ts';
import { textsOf } from './item-texts.ts';
import { namesOf } from './names.ts';
import { wordsOf } from './runs.ts';

/** "Copy 2 of 3", with whoever gets it: "Copy 2 of 3, the minister". */
export function copyWords({ number, of, name }: Copy): string {
  return `Copy ${number} of ${of}${name === '' ? '' : `, ${name}`}`;
}

export function copyOf(pack: Pack, number: number | null): Copy | null {
  return number === null || number > pack.copies.length ? null : { number, of: pack.copies.length, name: pack.copies[number - 1]!.trim() };
}

/**
 * What concerns a whole pack, once its items are laid out: the marking of its pages, the portion marks of its items, its
 * acronyms and names.
 */
export function finish({ pack }: ResolvedPack, items: readonly LaidItem[], sources: string[], copy: number | null): LaidPack {
  const marks = items.map((_, at) => partMarking(pack, at));
  const texts = items.flatMap(textsOf);
  const { marking, notice } = markingOf(pack, marks);
  return {
    pack, sources, marking, markingNotice: notice, copy: copyOf(pack, copy),
    items: besideWhatTheyHead(items.map((item, at) => portioned({ ...item, ...placeOf(item, pack.items[at]) }, marks[at] === '' ? null : `(${portionMark(pack, marks[at]!)})`))),
    acronyms: pack.acronyms ? acronymsOf(texts) : [],
    names: pack.names ? namesOf(texts) : [],
  };
}

/** The marking of a pack's item, empty where it has none. */
export function partMarking(pack: Pack, at: number): string {
  const item = pack.items[at];
  return item && 'marking' in item && typeof item.marking === 'string' ? item.marking.trim() : '';
}

/** So many columns of a table stand upright; a passage's lines of more signs are wider than an upright page. */
const WIDEST = { columns: 6, line: 82 };

/** How an item lies on paper: as it was asked, or on its side where it holds a wide table. */
function placeOf(item: LaidItem, asked: PackItem | undefined): Pick<LaidItem, 'landscape' | 'notesAt'> {
  const look: ItemLook = asked && asked.kind !== 'divider' && asked.kind !== 'pageBreak' ? asked : {};
  return { landscape: look.landscape ?? isWide(item), notesAt: look.notes ?? null };
}

/** A heading lies on its side where what it heads does; it would stand alone on its page. */
function besideWhatTheyHead(items: readonly LaidItem[]): LaidItem[] {
  const laid = [...items];
  for (let at = laid.length - 2; at >= 0; at -= 1) {
    const item = laid[at]!;
    if (item.kind === 'heading' && laid[at + 1]!.landscape) laid[at] = { ...item, landscape: true };
  }
  return laid;
}

function isWide(item: LaidItem): boolean {
  if (item.kind === 'text') return item.blocks.some((block) => block.type === 'table' && (block.children[0]?.children.length ?? 0) > WIDEST.columns);
  if (item.kind === 'table') return true;
  return item.kind === 'passages' && item.groups.some((group) => group.passages.some(isWideTable));
}

function isWideTable({ kind, runs }: LaidPassage): boolean {
  const rows = tableRows({ kind, text: wordsOf(runs) });
  if (rows) return rows.some((cells) => cells.length > WIDEST.columns);
  return kind === 'table' && runs.some((run) => 'text' in run && run.text.split('\n').some((line) => line.length > WIDEST.line && / {2,}|\t/.test(line)));
}

/** A portion mark stands before the item's title, or before its first words where it has none. */
function portioned(item: LaidItem, mark: string | null): LaidItem {
  if (mark === null) return item;
  switch (item.kind) {
    case 'heading':
      return { ...item, text: `${mark} ${item.text}` };
    case 'passages':
      return { ...item, title: `${mark} ${item.title}` };
    case 'picture':
      return { ...item, caption: `${mark} ${item.caption}` };
    case 'table':
      return { ...item, table: { ...item.table, title: `${mark} ${item.table.title}` } };
    case 'text': {
      const [first, ...rest] = item.blocks;
      if (item.blocks.length === 0) return item;
      const said = { type: 'text' as const, value: `${mark} ` };
      if (first?.type === 'heading' || first?.type === 'paragraph') return { ...item, blocks: [{ ...first, children: [said, ...first.children] }, ...rest] };
      return { ...item, blocks: [{ type: 'paragraph', children: [said] }, ...item.blocks] };
    }
    default:
      return item;
  }
}
