import type { Measured, MeasuredNote } from './measure.ts';
import { columnWidths, Nest, surroundingsOf } from './nest.ts';
import type { NotePart, PagePlan } from './pieces.ts';
import { cutsOf, noteCutsOf, splitAt, type Cuts } from './split.ts';

/** A page that is built, and where its text goes. */
export interface BuiltPage {
  page: HTMLElement;
  body: HTMLElement;
}

/** What a cut piece or note is made of, one element a page. */
type Shares = Map<number, HTMLElement[]>;

/**
 * Builds the pages of a plan: the document's elements are moved into them, within copies of what they stood in.
 * @param into takes the pages; the column that was measured stands in it, and is left empty
 */
export function buildPages(into: HTMLElement, plan: readonly PagePlan[], pieces: readonly Measured[], notes: ReadonlyMap<number, MeasuredNote>): BuiltPage[] {
  const make = into.ownerDocument;
  const around = pieces.map(({ element }) => surroundingsOf(element, into));
  const tables = new Set(pieces.flatMap(({ table }) => (table ? [table] : [])));
  const nest = new Nest(new Map([...tables].map((table) => [table, columnWidths(table)])));
  const shares = cutAll(plan.flatMap(({ parts }) => parts.map(({ piece, to }) => ({ of: piece, to }))), (of) => pieces[of]!.element, (of, line) => cutsOf(pieces[of]!, line));
  const noteShares = cutAll(plan.flatMap((page) => page.notes.map(({ note, to }) => ({ of: note, to }))), (of) => notes.get(of)!.element, (of, line) => noteCutsOf(notes.get(of)!, line));
  return plan.map(({ wide, parts, notes: feet }) => {
    const { page, body } = emptyPage(make, wide);
    nest.turn(body);
    for (const { piece } of parts) nest.add(shares.get(piece)!.shift()!, around[piece]!);
    if (feet.length > 0) page.append(footOf(make, feet, noteShares));
    into.append(page);
    return { page, body };
  });
}

/** A page without text, that stands nowhere yet. */
export function emptyPage(make: Document, turned: boolean): BuiltPage {
  const page = Object.assign(make.createElement('section'), { className: turned ? 'page turned' : 'page' });
  const body = page.appendChild(Object.assign(make.createElement('div'), { className: 'page-body' }));
  return { page, body };
}

/** Finds all cuts first and makes them afterwards, from the last to the first, so that no place is lost. */
function cutAll(parts: readonly { of: number; to: number | null }[], elementOf: (of: number) => HTMLElement, find: (of: number, line: number) => Cuts): Shares {
  const found = parts.map(({ of, to }) => ({ of, cuts: to === null ? null : find(of, to) }));
  const shares: Shares = new Map();
  for (const { of, cuts } of found.toReversed()) {
    const list = shares.get(of) ?? [elementOf(of)];
    if (cuts) list.splice(1, 0, splitAt(elementOf(of), cuts));
    shares.set(of, list);
  }
  return shares;
}

function footOf(make: Document, feet: readonly NotePart[], shares: Shares): HTMLElement {
  const foot = make.createElement('section');
  foot.className = 'notes page-notes';
  foot.setAttribute('role', 'doc-endnotes');
  foot.setAttribute('aria-label', 'Notes on this page');
  const list = foot.appendChild(make.createElement('ol'));
  list.append(...feet.map(({ note }) => shares.get(note)!.shift()!));
  return foot;
}
