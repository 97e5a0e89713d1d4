import type { ReportFacts } from '../../model/facts.ts';
import { all, descendants, hasWord, rawText, textOf, type Element } from '../tree.ts';

/** What a page describes in data for search engines, as far as it is a text that somebody wrote. */
const TEXT = /^(?:\w*Article|Report|BlogPosting|WebPage|ScholarlyArticle|CreativeWork|Legislation)$/;
const LETTERS_AT_MOST = 200_000;
const NAME_AT_MOST = 100;

/**
 * What a page says of its authors and its date outside of its head: in data for search engines, or where its parts are
 * called so (a journal's list of authors, with their affiliations beside their names).
 */
export function selfSaid(root: Element): Pick<ReportFacts, 'authors'> & { date?: string } {
  const things = all(root, 'script').filter((one) => /ld\+json/i.test(one.attributes['type'] ?? '')).flatMap((one) => thingsIn(rawText(one)));
  const texts = things.filter((thing) => [thing['@type']].flat().some((type) => typeof type === 'string' && TEXT.test(type)));
  const authors = texts.map((thing) => [thing['author']].flat().flatMap(personIn)).find((names) => names.length > 0) ?? listedAuthors(root);
  const date = texts.map((thing) => thing['datePublished']).find((value) => typeof value === 'string');
  return { ...(authors.length > 0 ? { authors } : {}), ...(date === undefined ? {} : { date: date as string }) };
}

function thingsIn(json: string): Record<string, unknown>[] {
  if (json.length > LETTERS_AT_MOST) return [];
  try {
    return [JSON.parse(json) as unknown].flat().flatMap((thing) => (isThing(thing) ? [thing, ...[thing['@graph']].flat().filter(isThing)] : []));
  } catch {
    // Written for others; a page without it is a page all the same.
    return [];
  }
}

const isThing = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function personIn(author: unknown): string[] {
  if (!isThing(author) || author['@type'] !== 'Person' || typeof author['name'] !== 'string') return [];
  const name = author['name'].replace(/\s+/g, ' ').trim();
  return name === '' || name.length > NAME_AT_MOST ? [] : [name];
}

/** The names in the first list that is called one of authors. */
function listedAuthors(root: Element): string[] {
  for (const list of descendants(root)) {
    if ((list.name !== 'ul' && list.name !== 'ol') || !hasWord(list, 'class', /^authors$/i)) continue;
    const names = [...descendants(list)].filter((one) => hasWord(one, 'class', /^name$/i)).map(textOf).filter((name) => name !== '' && name.length <= NAME_AT_MOST);
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}
