import { elementsOf, hasWord, removeAll, textOf, type Element } from '../tree.ts';

/** "Heading_20_1" (LibreOffice), "heading2", "Heading-2", "h2", "Überschrift 3", "sect1": styles that became classes. */
const NUMBERED = /^(?:mso)?(?:h|head|heading|überschrift|titre|titolo|título|kop|rubrik|sect|section|section-?(?:head|heading|title))(?:_20_|[-_])?([1-6])$/i;
const PART = /^part-?_?(?:title|head|heading|name)$/i;
const CHAPTER = /^(?:chapter|chap|ch)-?_?(?:title|head|heading|name)$/i;
const CHAPTER_NUMBER = /^(?:chapter|chap|ch)-?_?(?:number|num|no|label)$/i;
const SECTION = /^(?:section-?_?(?:title|head|heading)|sub-?_?head(?:ing)?|sub-?_?title-?head|a-head|(?:oj-)?ti-(?:art|grseq-1))$/i;
const SUBSECTION = /^(?:sub-?_?section-?_?(?:title|head|heading)|sub-?_?sub-?_?head(?:ing)?|b-head)$/i;
const LETTERS_AT_MOST = 250;
const NUMBER_AT_MOST = 20;

type Rank = 'part' | 'chapter' | 'section' | 'subsection' | number;

/**
 * Finds headings by the names of their styles. Where chapters have a style of their own and others are counted from 1 as
 * well, those stand below them.
 */
export function levelsByNames(blocks: readonly Element[]): { block: Element; level: number }[] {
  const found = blocks.flatMap((block) => {
    const rank = rankOf(block);
    return rank === null || textOf(block).length > LETTERS_AT_MOST ? [] : [{ block, rank }];
  });
  const count = (rank: Rank): number => found.filter((one) => one.rank === rank).length;
  const chapter = count('part') > 0 ? 2 : 1;
  const below = count('chapter') === 0 ? 0 : count(1) > 0 ? chapter : chapter - 1;
  const levelOf = (rank: Rank): number => (typeof rank === 'number' ? rank + below : { part: 1, chapter, section: chapter + 1, subsection: chapter + 2 }[rank]);
  return found.map(({ block, rank }) => ({ block, level: levelOf(rank) }));
}

function rankOf({ attributes }: Element): Rank | null {
  for (const word of (attributes['class'] ?? '').split(/\s+/)) {
    const level = NUMBERED.exec(word)?.[1];
    if (level !== undefined) return Number(level);
    if (PART.test(word)) return 'part';
    if (CHAPTER.test(word)) return 'chapter';
    if (SECTION.test(word)) return 'section';
    if (SUBSECTION.test(word)) return 'subsection';
  }
  return null;
}

/** The number of a chapter that stands in a block of its own goes into the title right below it. */
export function takeChapterNumbers(blocks: readonly Element[]): void {
  const numbers = new Set(blocks.filter((block) => hasWord(block, 'class', CHAPTER_NUMBER) && textOf(block).length <= NUMBER_AT_MOST));
  const taken: Element[] = [];
  for (const parent of new Set([...numbers].map((number) => number.parent))) {
    const siblings = parent ? elementsOf(parent) : [];
    siblings.forEach((title, at) => {
      const number = siblings[at - 1];
      if (!number || !numbers.has(number) || !/^h[1-6]$/.test(title.name)) return;
      const words = textOf(number);
      title.children = [{ text: /^(?:\d+|[ivxlc]+)$/i.test(words) ? `${words}. ` : `${words}: ` }, ...title.children];
      taken.push(number);
    });
  }
  removeAll(taken);
}
