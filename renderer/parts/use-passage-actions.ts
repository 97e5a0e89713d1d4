import { tableRows } from '../../db/model/table-cells.ts';
import { useServices } from '../app/services.ts';
import { rangeItem } from '../packs/item-changes.ts';
import { copyText } from './clipboard.ts';
import { selectedPassages } from './selected-passages.ts';

/** A table as spreadsheets and word processors take it: a tab between cells. */
const tabbed = (rows: readonly { text: string }[][]): string => rows.map((cells) => cells.map(({ text }) => text.trim()).join('\t')).join('\n');

/** What can be done with any passage, wherever it stands. */
export function usePassageActions() {
  const { client, packs, notices } = useServices();
  return {
    add: (report: string, passage: string): void => void packs.add({ kind: 'passage', report, passage }),
    /** Adds a row of passages that follow each other. */
    addRange: (report: string, from: string, to: string): void => void packs.add(rangeItem({ report, passage: from }, { report, passage: to }, [])),
    /**
     * Adds what is selected: a passage trimmed to its selected sentences, or a range from the first passage to the last.
     * @param root holds the passages' elements
     * @returns whether anything is selected there
     */
    addSelected(report: string, root: Element | null, textOf: (passage: string) => string | undefined): boolean {
      const selected = root === null ? [] : selectedPassages(root, textOf);
      const [first, last] = [selected[0], selected.at(-1)];
      if (!first || !last) return false;
      const trims = selected.flatMap(({ passage, keep }) => (keep === null ? [] : [{ passage, keep }]));
      void packs.add(rangeItem({ report, passage: first.passage }, { report, passage: last.passage }, trims));
      getSelection()?.removeAllRanges();
      return true;
    },
    /** @param quote the words to be quoted, where the reader has chosen some; else the whole passage */
    async copy(report: string, passage: string, quote?: string): Promise<void> {
      try {
        const { passage: found, citation } = await client('read.passage', { report, passage });
        const rows = quote === undefined ? tableRows(found) : null;
        await copyText(rows ? `${tabbed(rows)}\n(${citation})` : `“${(quote ?? found.text).trim()}” (${citation})`);
        notices.done('Copied with its citation.');
      } catch (error) {
        notices.failed(error);
      }
    },
  };
}
