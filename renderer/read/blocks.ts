import type { Result } from '../../db/contract/methods.ts';

export type Chapter = Result<'read.chapter'>;
export type Passage = Chapter['passages'][number];

/** A passage as it is set on the screen. */
export interface SetPassage {
  passage: Passage;
  /** How many of its first letters are a heading within the paragraph. */
  lead: number;
  /** The printed page that begins with it, or null. */
  page: string | null;
  /** The printed page that begins somewhere within it, or null. */
  turns: string | null;
}

export type Block =
  | { kind: 'heading'; id: string; title: string; level: number }
  | { kind: 'passage'; set: SetPassage }
  | { kind: 'list'; id: string; items: SetPassage[] };

/**
 * Sets a chapter for reading: headings where their sections begin, list items gathered into lists, printed page labels
 * where the page changes. Heading levels never skip one, whatever the report does.
 */
export function blocksOf({ chapter, passages }: Pick<Chapter, 'chapter' | 'passages'>): Block[] {
  const blocks: Block[] = [];
  const places = new Map(chapter.sections.map((section, at) => [section.id, at]));
  let next = 0;
  let level = 1;
  let page: string | null = null;
  let lastSection: string | null = null;

  const headTo = (end: number): void => {
    for (; next < end; next++) {
      const section = chapter.sections[next]!;
      if (section.runIn) continue;
      level = Math.min(section.level + 1, level + 1, 6);
      blocks.push({ kind: 'heading', id: section.id, title: section.title, level });
    }
  };
  for (const passage of passages) {
    const at = passage.section === null ? -1 : (places.get(passage.section) ?? -1);
    headTo(at + 1);
    const section = chapter.sections[at];
    const opens = passage.section !== lastSection;
    lastSection = passage.section;
    const { from, to } = passage.pages;
    const set: SetPassage = {
      passage,
      lead: section?.runIn && opens && passage.text.startsWith(section.title) ? leadLength(passage.text, section.title) : 0,
      page: from !== null && from !== page ? from : null,
      turns: from !== null && to !== null && to !== from ? to : null,
    };
    page = to ?? from ?? page;
    const before = blocks.at(-1);
    if (passage.kind !== 'list-item') blocks.push({ kind: 'passage', set });
    else if (before?.kind === 'list') before.items.push(set);
    else blocks.push({ kind: 'list', id: passage.id, items: [set] });
  }
  headTo(chapter.sections.length);
  return blocks;
}

/** The heading's letters, and the stop or colon that ends it. */
function leadLength(text: string, title: string): number {
  return title.length + (/^[.:–—]/.test(text.slice(title.length).trimStart()) ? text.slice(title.length).search(/[.:–—]/) + 1 : 0);
}
