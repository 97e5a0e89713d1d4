import { useServices } from '../app/services.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { plainMarkdown } from '../../db/model/plain-markdown.ts';
import { sentencesOf } from '../../db/model/sentences.ts';
import { count } from '../parts/words.ts';
import { keptOf, widened, type PassagesItem } from './item-changes.ts';
import { insertRows } from './rows.ts';
import { rowOf, type PackSession, type Row } from './session.ts';

/** What asks the library before it changes the pack. Each is one step for undo. */
export function useItemActions(session: PackSession) {
  const { client, notices } = useServices();
  const replace = (key: string, item: PackItem): void => session.editRows((all) => all.map((row) => (row.key === key ? { key, item } : row)));
  const behind = (key: string, items: readonly PackItem[]): void => session.editRows((all) => insertRows(all, items.map(rowOf), key, false));
  const passagesOf = async (item: PackItem) => (await client('compose.passages', { item })).passages;
  const guarded = (work: () => Promise<void>): void => void work().catch(notices.failed);

  return {
    replace,
    behind,
    /** Takes in the passage that stands before the item in its report, or behind it. */
    widen: ({ key, item }: Row, before: boolean): void => guarded(async () => {
      if (item.kind !== 'passage' && item.kind !== 'range') return;
      const passages = await passagesOf(item);
      const to = before ? passages[0]?.before : passages.at(-1)?.after;
      if (!to) return notices.done(`There is no passage ${before ? 'before' : 'after'} it in its chapter.`);
      replace(key, widened(item, to, before));
    }),
    /** Puts single passages in the place of an item that shows several. */
    apart: ({ key, item }: Row & { item: PassagesItem }): void => guarded(async () => {
      const kept = keptOf(item);
      const rows = (await passagesOf(item)).filter(({ id }) => kept.get(id)?.length !== 0).map(({ report, id }): Row => {
        const keep = kept.get(id);
        return rowOf({ kind: 'passage', report, passage: id, ...(keep ? { keep: [...keep] } : {}) });
      });
      session.editRows((all) => all.flatMap((row) => (row.key === key ? rows : [row])));
      notices.done(`Taken apart into ${count(rows.length, 'passage')}.`);
    }),
    /** Its first sentence becomes a talking point: of the last ones above it, else of new ones. */
    point: ({ key, item }: Row & { item: PassagesItem }): void => guarded(async () => {
      const passage = (await passagesOf(item))[0];
      if (!passage) return;
      const [first] = sentencesOf(passage.text);
      const point = { text: plainMarkdown(passage.text.slice(first?.start ?? 0, first?.end ?? passage.text.length).trim()), source: { report: passage.report, passage: passage.id } };
      session.editRows((all) => {
        const at = all.findIndex((row) => row.key === key);
        const points = all.slice(0, at).findLast((row) => row.item.kind === 'points');
        if (!points || points.item.kind !== 'points') return insertRows(all, [rowOf({ kind: 'points', title: 'Talking points', points: [point] })], all[at - 1]?.key ?? null, at === 0);
        const grown: PackItem = { ...points.item, points: [...points.item.points, point] };
        return all.map((row) => (row.key === points.key ? { key: row.key, item: grown } : row));
      });
      notices.done('Added its first sentence to the talking points.');
    }),
    /** The figures that its passages state, as a table behind it. */
    figures: ({ key, item }: Row & { item: PassagesItem }): void => guarded(async () => {
      const { rows } = await client('compose.figures', { item });
      if (rows.length === 0) return notices.done('No sums, shares or counts were found in it.');
      behind(key, [{ kind: 'figures', title: 'Figures', rows }]);
      notices.done(`Put ${count(rows.length, 'figure')} into a table.`);
    }),
  };
}
