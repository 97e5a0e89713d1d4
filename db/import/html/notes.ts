import { isBlock, linkTarget, placesIn, type MarkedDocument } from '../marked-document.ts';
import { descendants, elementsOf, hasWord, isElement, type Element } from '../tree.ts';
import { BACK_CLASS, detailsOf, LABEL, labelOf, textsIn, withoutLabel, type FoundNotes } from './note-text.ts';
import { findSidenotes } from './sidenotes.ts';
import { findUnlinkedNotes } from './unlinked-notes.ts';

interface Call {
  link: Element;
  target: Element;
  /** The block that the target stands in, and the note with it. */
  place: Element;
  label: string;
}

const CALL_CLASS = /^(foot|end)?-?note-?_?(ref|reference|call|link|anchor)s?$/i;
const NOTE_TYPE = /^(footnote|endnote|rearnote|note)$/;
const NOTE_ROLE = /^doc-(footnote|endnote)$/;
const NOTES_TYPE = /^(footnotes|endnotes|rearnotes|notes)$/;
const NOTE_CLASS = /^(mso)?(foot|end)-?_?notes?(-?text)?$/i;
const NOTE_ID = /^_?_?(sd)?(fn|ftn|edn|footnote|endnote|note)s?[-_:.]?\d/i;
const NO_NOTE = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'body', 'html', 'main', 'article', '#document', 'table', 'figure', 'ul', 'ol', 'dl']);
/** A block longer than this is no note that something calls by a number. */
const LENGTH_AT_MOST = 20_000;
/** What stands in a line; longer ones are looked at less closely. */
const SIBLINGS_AT_MOST = 2000;

/**
 * Finds footnotes and endnotes by what marks them: ARIA's `doc-noteref` and `doc-footnote`, EPUB's `noteref` and
 * `footnote`, and else a raised or bracketed number that leads to a block further on which leads back, or is called a note.
 * Notes beside the text stand where they are called. Where there are none of these, raised numbers and a list with the same ones are looked for.
 * @param documents in reading order; notes may stand in another file than their call
 */
export function findNotes(documents: readonly MarkedDocument[]): FoundNotes {
  const places = placesIn(documents);
  const order = new Map<Element, number>();
  for (const { root } of documents) for (const found of descendants(root)) order.set(found, order.size);
  const calls: Call[] = [];
  const leadsTo = (link: Element, path: string): Element | undefined => places.get(linkTarget(link, path) ?? '');
  const backs = linksBack(documents, leadsTo);
  for (const { path, root } of documents) {
    for (const link of descendants(root)) {
      if (link.name !== 'a') continue;
      const target = leadsTo(link, path);
      const call = target && judge(link, target, order, backs);
      if (call) calls.push(call);
    }
  }
  const sides = findSidenotes(documents);
  const linked = gather(calls.filter(({ link, target }) => !sides.places.has(link) && !sides.calls.has(target)), documents, order);
  const found = both(linked, sides);
  return found.calls.size > 0 ? found : both(found, findUnlinkedNotes(documents, order));
}

function both(one: FoundNotes, other: FoundNotes): FoundNotes {
  return { calls: new Map([...one.calls, ...other.calls]), places: new Set([...one.places, ...other.places]), notes: [...one.notes, ...other.notes] };
}

/** For every block, the blocks and anchors that links inside it lead to. */
function linksBack(documents: readonly MarkedDocument[], leadsTo: (link: Element, path: string) => Element | undefined): Map<Element, Set<Element>> {
  const backs = new Map<Element, Set<Element>>();
  for (const { path, root } of documents) {
    for (const link of descendants(root)) {
      const target = link.name === 'a' ? leadsTo(link, path) : undefined;
      if (!target) continue;
      const block = blockOf(link);
      const known = backs.get(block);
      if (known) known.add(target);
      else backs.set(block, new Set([target]));
    }
  }
  return backs;
}

function judge(link: Element, target: Element, order: ReadonlyMap<Element, number>, backs: ReadonlyMap<Element, ReadonlySet<Element>>): Call | null {
  const label = labelOf(link);
  const marked = hasWord(link, 'epub:type', /^noteref$/) || hasWord(link, 'role', /^doc-noteref$/) || hasWord(link, 'class', CALL_CLASS);
  if (hasWord(link, 'role', /^doc-backlink$/) || hasWord(link, 'class', BACK_CLASS) || (!marked && !LABEL.test(label))) return null;
  const place = noteBlockOf(target);
  if (NO_NOTE.has(place.name) || isWithin(link, place)) return null;
  const after = order.get(place)! > order.get(link)!;
  const leadsBack = [place, target, ...elementsBelow(place)].some((block) => backs.get(block) && nearby(link).some((near) => backs.get(block)!.has(near)));
  const certain = marked && isMarkedNote(target);
  if (!certain && !(after && (marked || leadsBack || isRaised(link) || isMarkedNote(target)))) return null;
  return { link, target, place, label };
}

/** The link, what it stands in closely, and what stands in it or as an empty place before it: a note leads back to any of these. */
function nearby(link: Element): Element[] {
  const siblings = link.parent?.children ?? [];
  const before = siblings.length < SIBLINGS_AT_MOST ? siblings[siblings.indexOf(link) - 1] : undefined;
  const around: Element[] = [link, ...elementsOf(link), ...(before && isElement(before) && before.children.length === 0 ? [before] : [])];
  for (let up = link.parent; up && !isBlock(up); up = up.parent) around.push(up, ...elementsOf(up).slice(0, 5));
  return around;
}

function elementsBelow(place: Element): Element[] {
  const below: Element[] = [];
  for (const found of descendants(place)) {
    if (below.length >= 200) break;
    below.push(found);
  }
  return below;
}

function isRaised(link: Element): boolean {
  for (let up: Element | null = link; up && !isBlock(up); up = up.parent) {
    if (up.name === 'sup' || hasWord(up, 'class', /super|footnote/i) || /vertical-align:\s*(super|top)/i.test(up.attributes['style'] ?? '')) return true;
  }
  return link.children.some((child) => isElement(child) && (child.name === 'sup' || hasWord(child, 'class', /super|footnote/i)));
}

function isMarkedNote(target: Element): boolean {
  for (let up: Element | null = target, n = 0; up && n < 6; up = up.parent, n++) {
    if (hasWord(up, 'epub:type', NOTE_TYPE) || hasWord(up, 'role', NOTE_ROLE) || hasWord(up, 'class', NOTE_CLASS) || NOTE_ID.test(up.attributes['id'] ?? '')) return true;
    if (hasWord(up, 'epub:type', NOTES_TYPE) || hasWord(up, 'role', /^doc-endnotes$/)) return true;
  }
  return NOTE_ID.test(target.attributes['name'] ?? '');
}

function blockOf(found: Element): Element {
  let block = found;
  while (!isBlock(block) && block.parent) block = block.parent;
  return block;
}

/** A note's block: its list item or row where it stands in one, else its paragraph. */
function noteBlockOf(target: Element): Element {
  const block = blockOf(target);
  const { parent } = block;
  if (parent && (block.name === 'td' || block.name === 'th')) return parent;
  const isFirst = parent?.children.find(isElement) === block;
  if (parent && block.name === 'p' && isFirst && (parent.name === 'li' || parent.name === 'aside' || isNoteItself(parent))) return parent;
  return block;
}

function isNoteItself(found: Element): boolean {
  return hasWord(found, 'epub:type', NOTE_TYPE) || hasWord(found, 'role', NOTE_ROLE) || (found.name === 'div' && (hasWord(found, 'class', NOTE_CLASS) || NOTE_ID.test(found.attributes['id'] ?? '')));
}

function isWithin(found: Element, place: Element): boolean {
  for (let up: Element | null = found; up; up = up.parent) if (up === place) return true;
  return false;
}

function gather(calls: readonly Call[], documents: readonly MarkedDocument[], order: ReadonlyMap<Element, number>): FoundNotes {
  const found: FoundNotes = { calls: new Map(), places: new Set(), notes: [] };
  const targetsOf = Map.groupBy(calls, (call) => call.place);
  const callLinks = new Set(calls.map((call) => call.link));
  const keys = new Map<Element, string>();
  const texts = new Map<Element, Map<Element, string>>();
  const called = new Set(calls.map((call) => call.target));
  for (const call of calls.toSorted((a, b) => order.get(a.target)! - order.get(b.target)!)) {
    // A number inside a note that leads to another note stays text; a note that is itself called first is one.
    if ([...ancestorsOf(call.link)].some((up) => targetsOf.has(up))) continue;
    const { target, place, label } = call;
    if (!keys.has(target)) {
      if (!texts.has(place)) texts.set(place, textsIn(place, new Set(targetsOf.get(place)!.map((other) => other.target)), callLinks));
      const text = withoutLabel(texts.get(place)!.get(target) ?? '', label);
      if (text === '' || text.length > LENGTH_AT_MOST) continue;
      const key = `note-${keys.size + 1}`;
      keys.set(target, key);
      found.places.add(place);
      if (place.name === 'dt') for (const dd of detailsOf(place)) found.places.add(dd);
      if (place.name === 'dd') for (const dt of termsOf(place)) found.places.add(dt);
      found.notes.push({ key, n: /\d+/.exec(label)?.[0] ?? null, text, line: place.line, page: null });
    }
    found.calls.set(call.link, keys.get(target)!);
  }
  for (const { root } of documents) for (const place of descendants(root)) if (isNotePlace(place, called)) found.places.add(place);
  return found;
}

/** The numbers that stand before a note in a list of terms. */
function termsOf(details: Element): Element[] {
  const siblings = details.parent ? elementsOf(details.parent) : [];
  const before = siblings[siblings.indexOf(details) - 1];
  return before?.name === 'dt' && LABEL.test(labelOf(before)) ? [before] : [];
}

function* ancestorsOf(found: Element): Generator<Element> {
  for (let up = found.parent; up; up = up.parent) yield up;
}

/** Marked as a note, though nothing calls it in a way that was found: still no text of the report. */
function isNotePlace(place: Element, called: ReadonlySet<Element>): boolean {
  if (called.has(place)) return false;
  return place.name === 'aside' && (hasWord(place, 'epub:type', NOTE_TYPE) || hasWord(place, 'role', NOTE_ROLE));
}
