import { descendants, elementsOf, hasWord, isElement, rawText, removeAll, type Element } from '../tree.ts';

/** Tables of contents, heads and feet of pages, and what reviewers remarked. */
const APART = /^mso(?:toc(?:\d|heading)|header|footer|comment(?:text|reference|subject)|com(?:txt|anchor|off)?)$/i;
const APART_STYLE = /mso-element:\s*(?:header|footer|comment(?:-list)?)\b/i;
const MARKER_STYLE = /mso-list:\s*ignore/i;
const REMARK = /^cmnt(?:_ref)?\d+$/;
const LIST = /^msolist/i;
const LIST_STYLE = /mso-list:\s*(?!none)\w/i;
const QUOTE = /^mso(?:intense)?quote(?:cxsp\w+)?$/i;
/** A bullet or a number with the blanks that set it apart, as Word writes it where it leaves its own marks out. */
const MARKER = /^(?:[·•o§▪–-]|\(?[0-9a-z]{1,4}[.)])[\s\u00a0]{2,}$/i;

/**
 * Makes HTML of what Word only writes as styles: list items without their bullets and numbers, quotations; and takes out
 * its tables of contents, its pages' heads and its comments, and those of Google Docs.
 */
export function readWordStyles(root: Element): void {
  removeAll([...descendants(root)].filter(isRemark));
  if (![...descendants(root)].some((found) => hasWord(found, 'class', /^mso/i))) return;
  const apart: Element[] = [];
  for (const found of descendants(root)) {
    const style = found.attributes['style'] ?? '';
    if (hasWord(found, 'class', APART) || APART_STYLE.test(style)) apart.push(found);
    else if (found.name === 'p' && hasWord(found, 'class', LIST)) readItem(found, LIST_STYLE.test(style));
    else if (found.name === 'p' && hasWord(found, 'class', QUOTE)) found.name = 'blockquote';
  }
  removeAll(apart);
}

/** What a reviewer remarked in a document that was shared (Google Docs), and the letter in brackets that calls it. */
function isRemark(found: Element): boolean {
  if (found.name !== 'sup' && found.name !== 'div') return false;
  const first = found.children.find(isElement);
  const place = found.name === 'sup' ? first : first?.name === 'p' ? first.children.find(isElement) : undefined;
  return place?.name === 'a' && REMARK.test(place.attributes['id'] ?? '');
}

function readItem(paragraph: Element, isListed: boolean): void {
  const marker = [...descendants(paragraph)].find((found) => MARKER_STYLE.test(found.attributes['style'] ?? '')) ?? elementsOf(paragraph).slice(0, 1).find((found) => MARKER.test(rawText(found)));
  if (marker) removeAll([marker]);
  if (marker || isListed) paragraph.name = 'li';
}

/** The author in the properties that Word writes into a comment, which no tree keeps. */
export function authorInWord(text: string): string | null {
  return /<o:Author>\s*([^<>]{2,100}?)\s*<\/o:Author>/.exec(text)?.[1] ?? null;
}
