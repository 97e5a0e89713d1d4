import { all, descendants, type Element } from '../tree.ts';

/** So many places of one address that are all in the page tell that the address is its own. */
const PLACES = 2;

/**
 * Makes links that name the page itself lead within it: browsers write the whole address into pages that they save.
 * Its own address is one of which every place that a link names is in this very page.
 */
export function ownLinks(root: Element): void {
  const places = new Set<string>();
  for (const { attributes } of descendants(root)) for (const place of [attributes['id'], attributes['name']]) if (place) places.add(place);
  const links = all(root, 'a').flatMap((link) => {
    const [address, place] = (link.attributes['href'] ?? '').split(/#(.*)/s);
    return address && place ? [{ link, address, place: decoded(place) }] : [];
  });
  for (const own of Map.groupBy(links, ({ address }) => address).values()) {
    if (new Set(own.map(({ place }) => place)).size < PLACES || !own.every(({ place }) => places.has(place))) continue;
    for (const { link, place } of own) link.attributes = { ...link.attributes, href: `#${encodeURIComponent(place)}` };
  }
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
