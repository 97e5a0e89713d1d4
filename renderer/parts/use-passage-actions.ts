import { useServices } from '../app/services.ts';
import { copyText } from './clipboard.ts';

/** What can be done with any passage, wherever it stands. */
export function usePassageActions() {
  const { client, packs, notices } = useServices();
  return {
    add: (report: string, passage: string): void => void packs.add({ kind: 'passage', report, passage }),
    /** @param quote the words to be quoted, where the reader has chosen some; else the whole passage */
    async copy(report: string, passage: string, quote?: string): Promise<void> {
      try {
        const { passage: found, citation } = await client('read.passage', { report, passage });
        await copyText(`“${(quote ?? found.text).trim()}” (${citation})`);
        notices.done('Copied with its citation.');
      } catch (error) {
        notices.failed(error);
      }
    },
  };
}
