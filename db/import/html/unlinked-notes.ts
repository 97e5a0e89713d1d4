import { isBlock, type MarkedDocument } from '../marked-document.ts';
import { elementsOf, isElement, textOf, type Element, type Node } from '../tree.ts';
import { shortText, textsIn, withoutLabel, type FoundNotes } from './note-text.ts';

/** A note as it is listed, and a list of them that begins at 1. */
interface Row { n: number; label: string; place: Element }
interface List { title: Element | null; rows: Row[] }

const TITLE = /^(?:(?:end|foot)?notes?(?: (?:and|&) references| to (?:the )?text)?|references|anmerkungen|(?:end|fu(?:ß|ss))noten|einzelnachweise|notes(?: de (?:bas de page|fin))?|références|notas(?: (?:al pie|de rodapé|finales))?|referencias|referências|note(?: a piè di pagina)?|riferimenti|noten|voetnoten|eindnoten)\s*:?$/iu;
const ROW_LABEL = /^(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})(?:[.):]| (?=\D)))/;
/** What stands before a raised number that is a power: "m", "km", a single letter or figure, "10". */
const POWER = /(?:^|[^\p{L}\d])(?:[kcdm]?m|ft|mi|yd|\p{L}|\d|10)$/u;
/** Numbers of calls go up; where one is further above the one before it, it is no call, or too many between were not found. */
const STEP_AT_MOST = 3;

/**
 * Finds notes that nothing links to: raised numbers in the text, and behind it a list with the same numbers, under a
 * title that says what they are or with its own numbers raised. A list of which not even half is called is no list of notes.
 * @param documents in reading order, without notes that are linked
 * @param order of all elements in them
 */
export function findUnlinkedNotes(documents: readonly MarkedDocument[], order: ReadonlyMap<Element, number>): FoundNotes {
  const found: FoundNotes = { calls: new Map(), places: new Set(), notes: [] };
  const all = [...documents.map(({ root }) => root), ...order.keys()];
  const raised = all.flatMap(raisedNumbersIn).sort((a, b) => order.get(a)! - order.get(b)!);
  if (raised.length === 0) return found;
  const before = beforeEach(all);
  const lists = all.flatMap((parent) => listsIn(parent, before)).sort((a, b) => order.get(a.rows[0]!.place)! - order.get(b.rows[0]!.place)!);
  let from = -1;
  for (const { title, rows } of lists) {
    const begin = order.get(rows[0]!.place)!;
    const calls = inOrder(raised.filter((one) => order.get(one)! > from && order.get(one)! < begin), rows.length);
    if (2 * new Set(calls.values()).size < rows.length) continue;
    from = order.get(lastWithin(rows.at(-1)!.place))!;
    const keys = new Map(rows.map((row) => [row.n, keep(found, row)]));
    for (const [one, n] of calls) found.calls.set(one, keys.get(n)!);
    if (title) found.places.add(title);
  }
  return found;
}

/** The last element that stands in another one, however deep; itself where there is none. */
function lastWithin(found: Element): Element {
  let last = found;
  for (let below = elementsOf(last).at(-1); below; below = elementsOf(last).at(-1)) last = below;
  return last;
}

function keep(found: FoundNotes, { n, label, place }: Row): string {
  const key = `note-${found.notes.length + 1}`;
  const whole = textsIn(place, new Set([place]), new Set()).get(place)!;
  const text = label !== '' && startsRaised(place) ? whole.replace(/^\d+[.:)]?\s*/, '') : withoutLabel(whole, label);
  found.notes.push({ key, n: String(n), text, line: place.line, page: null });
  found.places.add(place);
  return key;
}

/** For every block, what stands right before it below the same element; rules are passed over. */
function beforeEach(all: readonly Element[]): Map<Element, Element> {
  const before = new Map<Element, Element>();
  for (const parent of all) {
    let last: Element | null = null;
    for (const child of parent.children) {
      if (!isElement(child) || child.name === 'hr') continue;
      if (last && isBlock(child)) before.set(child, last);
      last = child;
    }
  }
  return before;
}

/** Lists of notes among what stands right below an element. */
function listsIn(parent: Element, before: ReadonlyMap<Element, Element>): List[] {
  const children = elementsOf(parent);
  const lists: List[] = [];
  for (let at = 0; at < children.length; at++) {
    const rows: Row[] = [];
    for (let row = rowAt(children, at); row?.n === rows.length + 1; row = rowAt(children, at + rows.length)) rows.push(row);
    if (rows.length === 0) continue;
    const title = titleOf(rows[0]!.place, before);
    if (title || (rows[0]!.label !== '' && startsRaised(rows[0]!.place))) lists.push({ title, rows });
    at += rows.length - 1;
  }
  return lists;
}

function rowAt(children: readonly Element[], at: number): Row | null {
  const place = children[at];
  if (!place || !isBlock(place)) return null;
  if (place.name === 'li') return place.parent?.name === 'ol' ? { n: Number(place.parent.attributes['start'] ?? 1) + at, label: '', place } : null;
  if (place.name !== 'p' && place.name !== 'div') return null;
  if (elementsOf(place).some(isBlock)) return null;
  const label = ROW_LABEL.exec(textOf(place)) ?? (startsRaised(place) ? /^(\d{1,4})/.exec(textOf(place)) : null);
  return label ? { n: Number(label.slice(1).find(Boolean)), label: label[0], place } : null;
}

/** What says that notes follow: it stands before them, or before the box that they are in. */
function titleOf(first: Element, before: ReadonlyMap<Element, Element>): Element | null {
  let place: Element | null = first;
  while (place && !before.has(place)) place = place.parent;
  const title = place && before.get(place)!;
  return title && /^(?:h[1-6]|p|div)$/.test(title.name) && TITLE.test(shortText(title)) ? title : null;
}

/** The calls among raised numbers, with what they call: they go up, from 1 to the last note. */
function inOrder(raised: readonly Element[], most: number): Map<Element, number> {
  const calls = new Map<Element, number>();
  let last = 0;
  for (const one of raised) {
    const n = Number(/\d+/.exec(shortText(one))![0]);
    if (n < 1 || n > most || n > last + STEP_AT_MOST) continue;
    calls.set(one, n);
    last = Math.max(last, n);
  }
  return calls;
}

/** The raised numbers right below an element that may be calls. */
function raisedNumbersIn({ children }: Element): Element[] {
  return children.filter((child, at): child is Element => isElement(child) && isRaised(child) && /^[[(]?\d{1,4}[\])]?$/.test(shortText(child)) && !POWER.test(endOf(children[at - 1])));
}

const isRaised = ({ name, attributes }: Element): boolean => name === 'sup' || /vertical-align:\s*super/i.test(attributes['style'] ?? '');

function startsRaised(place: Element): boolean {
  const first = place.children.find((child) => isElement(child) || child.text.trim() !== '');
  return first !== undefined && isElement(first) && (isRaised(first) ? /^\d{1,4}$/.test(shortText(first)) : !isBlock(first) && startsRaised(first));
}

/** The last letters of what stands before a raised number. */
const endOf = (before: Node | undefined): string => (before === undefined ? '' : (isElement(before) ? textOf(before) : before.text).slice(-12));
