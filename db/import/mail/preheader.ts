import { descendants, hasWord, isElement, removeAll, type Element, type Node } from '../tree.ts';

/** What a newsletter hides is a sentence or two for the list of messages, filled up with signs that nobody sees. */
const LETTERS_AT_MOST = 500;
const SIGNS_AT_MOST = 10_000;
/** Two of these together say that nobody is to see it. */
const HIDING = [/mso-hide:\s*all/i, /max-height:\s*0/i, /(?:^|[;\s])(?:height|width):\s*0/i, /opacity:\s*0(?:\.0+)?\s*(?:;|$)/i, /font-size:\s*[01]px/i, /line-height:\s*[01](?:px)?\s*(?:;|$)/i, /visibility:\s*hidden/i, /overflow:\s*hidden/i];
const WITNESSES = 2;
const NAME = /^(?:pre-?header|preview-?text|mcnPreviewText)$/i;

/** Takes out what a newsletter shows in the list of messages only, and hides in its own text. */
export function dropPreview(root: Element): void {
  removeAll([...descendants(root)].filter((found) => isHidden(found) && holdsLittle(found)));
}

function isHidden(found: Element): boolean {
  const style = found.attributes['style'];
  if (style === undefined) return false;
  const witnesses = HIDING.filter((sign) => sign.test(style)).length;
  return witnesses >= WITNESSES || (witnesses > 0 && hasWord(found, 'class', NAME));
}

/** Looked at no further than it needs: what is hidden may stand in what is hidden, many times over. */
function holdsLittle(found: Element): boolean {
  let letters = 0;
  let signs = 0;
  const waiting: Node[] = [found];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isElement(next)) {
      if (next.name === 'img' || next.children.length > SIGNS_AT_MOST) return false;
      waiting.push(...next.children);
      signs += 1;
    } else {
      signs += next.text.length;
      if (signs <= SIGNS_AT_MOST) letters += next.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    }
    if (signs > SIGNS_AT_MOST || letters > LETTERS_AT_MOST) return false;
  }
  return true;
}
