import { isApart, isBlock } from '../marked-document.ts';
import { isElement, type Element } from '../tree.ts';

/** How much an element holds of what is read, in letters. */
export interface Measure {
  letters: number;
  /** Of them, those in links and buttons. */
  linked: number;
  /** Of the others, those in paragraphs as long as sentences are. */
  prose: number;
  links: number;
  /** Elements below it; of them, rows of tables, items of lists, and what asks readers for something. */
  elements: number;
  rows: number;
  items: number;
  asking: number;
  /** Letters of its last lines, which belong to the paragraph that the element stands in. */
  open: number;
}

/** So many letters of a block, outside of links, are text that somebody wrote to be read. */
const SENTENCES = 100;
const ASKING = /^(?:form|input|textarea|select|button|iframe)$/;
/** Letters of scripts that write a word in one or two of them. */
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Measures an element. @param tell is told the measure of every element below, each after those inside it */
export function measure(found: Element, tell: (below: Element, measured: Measure) => void = () => {}, inLink = isLink(found)): Measure {
  const sum: Measure = { letters: 0, linked: 0, prose: 0, links: 0, elements: 0, rows: 0, items: 0, asking: ASKING.test(found.name) ? 1 : 0, open: 0 };
  for (const child of found.children) {
    if (!isElement(child)) {
      const letters = lettersOf(child.text);
      sum.letters += letters;
      if (inLink) sum.linked += letters;
      else sum.open += letters;
    } else if (child.name !== 'button' && isApart(child)) {
      if (ASKING.test(child.name)) sum.asking += 1;
    } else {
      const below = measure(child, tell, inLink || isLink(child));
      tell(child, below);
      sum.letters += below.letters;
      sum.linked += below.linked;
      sum.prose += below.prose;
      sum.links += below.links + (isLink(child) ? 1 : 0);
      sum.elements += below.elements + 1;
      sum.rows += below.rows + (child.name === 'tr' ? 1 : 0);
      sum.items += below.items + (child.name === 'li' ? 1 : 0);
      sum.asking += below.asking;
      sum.open += below.open;
    }
  }
  if (isBlock(found)) {
    if (sum.open >= SENTENCES) sum.prose += sum.open;
    sum.open = 0;
  }
  return sum;
}

const isLink = ({ name }: Element): boolean => name === 'a' || name === 'button';

function lettersOf(text: string): number {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return trimmed.length + (trimmed.match(WIDE)?.length ?? 0);
}
