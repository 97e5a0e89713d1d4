import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OutlineEntry } from '../../model/layout.ts';

/** More entries, or deeper ones, are no table of contents for a reader. */
const ENTRIES_AT_MOST = 3000;
const DEEPEST = 6;

type Node = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number];

/** Reads the file's own table of contents, in its order; empty where it has none or it is broken. */
export async function readOutline(document: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const walk = async (nodes: readonly Node[], level: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= ENTRIES_AT_MOST) return;
      const title = node.title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      if (title !== '') entries.push({ title, level, page: await pageOf(document, node.dest) });
      if (level < DEEPEST) await walk(node.items as Node[], level + 1);
    }
  };
  await walk((await document.getOutline().catch(() => null)) ?? [], 1);
  return entries;
}

async function pageOf(document: PDFDocumentProxy, dest: Node['dest']): Promise<number | null> {
  try {
    const target = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const page: unknown = target?.[0];
    if (typeof page === 'number') return page;
    return typeof page === 'object' && page !== null ? await document.getPageIndex(page as { num: number; gen: number }) : null;
  } catch {
    return null;
  }
}
