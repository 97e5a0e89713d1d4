import { placesOfNames } from '../model/name-places.ts';
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
  const found = placesOfNames(names, texts.map(({ text }) => text));
  return names.flatMap((name) => {
    const places = found.get(name);
    return places ? [{ name, places: [...new Set(places.map((at) => texts[at]!.title))] }] : [];
  });
}

/** So many titles are named, then only counted. */
const MOST = 5;

/** "Security; Economy; and 2 more". */
export function placeWords(places: readonly string[]): string {
  return places.length <= MOST ? places.join('; ') : `${places.slice(0, MOST).join('; ')}; and ${places.length - MOST} more`;
}
