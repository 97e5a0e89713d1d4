import { contentsTitle } from './html-cover.ts';
import { textsOf } from './item-texts.ts';
import type { LaidPack } from './laid-out.ts';

/** A name of the index, and the titles under which it stands. */
export interface NamedPlaces {
  name: string;
  places: string[];
}

/**
 * The index of names where nobody knows the pages, in Word and Markdown: each name with the titles under which it
 * stands, in the order of the pack; what has no title goes by the heading before it.
 */
export function namesByItem({ names, items, pack }: LaidPack): NamedPlaces[] {
  let heading = pack.title;
  const texts = items.map((item) => {
    const title = contentsTitle(item);
    if (item.kind === 'heading') heading = item.text;
    return { title: title ?? heading, text: textsOf(item).join('\n') };
  });
  return names.map((name) => ({ name, places: [...new Set(texts.filter(({ text }) => holds(text, name)).map(({ title }) => title))] })).filter(({ places }) => places.length > 0);
}

/** So many titles are named, then only counted. */
const MOST = 5;

/** "Security; Economy; and 2 more". */
export function placeWords(places: readonly string[]): string {
  return places.length <= MOST ? places.join('; ') : `${places.slice(0, MOST).join('; ')}; and ${places.length - MOST} more`;
}

/** Does a name stand in a text, as whole words? */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2))) return true;
  }
  return false;
}
