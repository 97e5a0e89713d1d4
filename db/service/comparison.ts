import { labelOf, TAXONOMIES } from '../facets/taxonomies.ts';
import type { Library } from '../store/library.ts';
import type { Searching } from './searching.ts';
import { tellingSentence } from './telling-sentence.ts';

/**
 * The countries side by side, for the screen and for packs: each against the domains, then against what holds back. A
 * cell counts the passages that concern both, and names the one that says most with its telling sentence.
 * @param query narrows every cell; all passages where it is empty
 * @param report one report only, or null for all
 */
export async function comparisonOf({ library, search }: { library: Library; search: Searching }, query: string, report: string | null) {
  const cross = await search.cross(query, report);
  const valuesOf = (facet: string) => TAXONOMIES.find((taxonomy) => taxonomy.facet === facet)?.values ?? [];
  const columns = (['domain', 'limitation'] as const).flatMap((facet) => valuesOf(facet)
    .map(({ value }) => ({ facet, value, label: labelOf(facet, value), count: cross.columns.get(`${facet}/${value}`) ?? 0 })));
  const best = [...cross.rows.values()].flatMap(({ cells }) => [...cells.values()].flatMap((cell) => cell.best ?? []));
  const passages = new Map(library.passagesByPk([...new Set(best)]).map((passage) => [passage.pk, passage]));
  const rows = valuesOf('country').map(({ value }) => {
    const row = cross.rows.get(value);
    return {
      value, label: labelOf('country', value), count: row?.count ?? 0, limited: row?.limited ?? 0,
      cells: columns.map((column) => {
        const cell = row?.cells.get(`${column.facet}/${column.value}`);
        const passage = passages.get(cell?.best ?? -1);
        return {
          facet: column.facet, value: column.value, count: cell?.count ?? 0,
          lead: passage ? { report: passage.report, passage: passage.id, text: tellingSentence(passage, column, value) } : null,
        };
      }),
    };
  });
  return { total: cross.total, notice: cross.notice, columns, rows };
}
