import type { PackItem } from '../../db/model/pack.ts';
import { pageWords } from '../../db/model/cite.ts';
import type { Client } from '../../db/contract/client.ts';
import { count } from '../parts/words.ts';

export interface ItemWords {
  title: string;
  detail: string;
}

/** What an item is called before the library has been asked about it. */
export function kindWords(item: PackItem): ItemWords {
  switch (item.kind) {
    case 'heading': return { title: item.text || 'Empty heading', detail: 'heading' };
    case 'text': return { title: firstLine(item.markdown) || 'Own text', detail: item.markdown.trim() === '' ? 'your text, empty' : `your text, ${count(wordsIn(item.markdown), 'word')}` };
    case 'passage': return { title: 'Passage', detail: '' };
    case 'section': return { title: 'Section', detail: '' };
    case 'chapter': return { title: 'Chapter', detail: 'whole chapter' };
    case 'search': return { title: item.query === '' ? 'Passages by their tags' : `Search “${item.query}”`, detail: `up to ${count(item.limit, 'passage')}` };
    case 'points': return { title: item.title || 'Talking points', detail: item.points.length === 0 ? 'points, empty' : count(item.points.length, 'point') };
    case 'range': return { title: 'Passages', detail: 'a range' };
    case 'figures': return { title: item.title || 'Figures', detail: item.rows.length === 0 ? 'table, empty' : `table, ${count(item.rows.length, 'figure')}` };
    case 'picture': return { title: item.caption || 'Picture', detail: 'picture' };
    case 'divider': return { title: 'Divider', detail: 'line' };
    case 'compare': return { title: 'Countries side by side', detail: 'table' };
    case 'pageBreak': return { title: 'Page break', detail: '' };
  }
}

/** What an item is called in the list: own words by themselves, anything else as it is on paper once that is known. */
export function shownWords(item: PackItem, entry: ItemWords | null | undefined): ItemWords {
  return item.kind === 'heading' || item.kind === 'text' || !entry ? kindWords(item) : entry;
}

const firstLine = (markdown: string): string => (/^\s*(.+)$/m.exec(markdown)?.[1] ?? '').replace(/^[#>*\-\s]+/, '').replace(/[*_`]/g, '').slice(0, 80);
const wordsIn = (markdown: string): number => markdown.split(/\s+/).filter(Boolean).length;

/** Asks the library what an item shows. @returns what is known without it, where it has nothing to add */
export async function itemWords(client: Client, item: PackItem): Promise<ItemWords> {
  const plain = kindWords(item);
  try {
    if (item.kind === 'passage') {
      const { chapter, section, passage } = await client('read.passage', { report: item.report, passage: item.passage });
      return { title: section?.title ?? chapter.title, detail: [section ? chapter.title : null, pageWords(passage.pages)].filter(Boolean).join(', ') };
    }
    if (item.kind === 'chapter' || item.kind === 'section') {
      const { chapters } = await client('library.contents', { report: item.report });
      const chapter = chapters.find((one) => (item.kind === 'chapter' ? one.id === item.chapter : one.sections.some((section) => section.id === item.section)));
      if (!chapter) return plain;
      const section = item.kind === 'section' ? chapter.sections.find((one) => one.id === item.section) : undefined;
      return section ? { title: section.title, detail: `section of ${chapter.title}` } : { title: chapter.title, detail: `whole chapter, ${count(chapter.passages, 'passage')}` };
    }
    return plain;
  } catch {
    return { ...plain, detail: 'not in the library' };
  }
}
