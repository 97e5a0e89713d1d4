import { sentencesOf } from '../../db/model/sentences.ts';

/** A passage of which something is selected. */
export interface SelectedPassage {
  passage: string;
  /** Its selected sentences, word for word; null where all of it is selected. */
  keep: string[] | null;
}

/** What stands in a passage's element and is none of its words. */
const APART = 'button, sup, small, figure, .aloud, [aria-hidden="true"]';

/**
 * The passages in which the reader has selected words, in order. A sentence that is touched counts as selected, so that
 * nothing is quoted in halves.
 * @param root holds elements with `data-passage`, whose words stand in them as text
 * @param textOf the text of a passage
 */
export function selectedPassages(root: Element, textOf: (passage: string) => string | undefined): SelectedPassage[] {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const elements = root.matches('[data-passage]') ? [root] : [...root.querySelectorAll('[data-passage]')];
  return elements.flatMap((element) => {
    const passage = (element as HTMLElement).dataset['passage']!;
    const text = textOf(passage);
    if (text === undefined || !range.intersectsNode(element)) return [];
    const [from, to] = spanWithin(element, range);
    const sentences = sentencesOf(text);
    const touched = sentences.filter(({ start, end }) => text.slice(Math.max(start, from), Math.min(end, to)).trim() !== '' && start < to && end > from);
    if (touched.length === 0) return [];
    return [{ passage, keep: touched.length === sentences.length ? null : touched.map(({ start, end }) => text.slice(start, end).trim()) }];
  });
}

/** From where to where a passage's own words are selected. */
function spanWithin(element: Element, range: Range): [number, number] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let read = 0;
  let from: number | null = null;
  let to = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (range.intersectsNode(node)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (end > start) {
        from ??= read + start;
        to = read + end;
      }
    }
    read += node.length;
  }
  return [from ?? 0, to];
}
