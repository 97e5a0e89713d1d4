import { useCallback, useMemo } from 'react';
import { FACETS, openChoice, type FacetName } from '../../db/model/facet.ts';
import type { SearchRoute, Where } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { FacetList } from './facet-list.tsx';
import { SavedSearches } from './saved-searches.tsx';
import type { SearchAnswer } from './use-search.ts';
import styles from './filters.module.css';

const EVERYWHERE = 'every';

/** Where body text and footnotes are both chosen, or neither, the words may stand anywhere. */
function toggledWhere(where: Where, value: string): Where {
  if (where === 'all') return value as Where;
  return 'all';
}

/** The ways to narrow a search, with live counts. */
export function Filters({ route, answer }: { route: SearchRoute; answer: SearchAnswer | null }) {
  const { router, taxonomies, changes } = useServices();
  const { value: library } = useCall('library.list', {}, useStore(changes.library));
  const toggle = useCallback((facet: string, value: string): void => {
    const now = router.location.get().route;
    if (now.place !== 'search') return;
    if (facet === 'where') return router.go({ ...now, where: toggledWhere(now.where, value), selected: null });
    const chosen = now.choice[facet as FacetName];
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    router.go({ ...now, choice: { ...now.choice, [facet]: next }, selected: null });
  }, [router]);

  const reports = useMemo(() => [{ id: EVERYWHERE, label: 'All reports' }, ...(library?.reports ?? []).map(({ id, title }) => ({ id, label: title }))], [library]);
  const narrowed = FACETS.some((facet) => route.choice[facet].length > 0) || route.where !== 'all' || route.report !== null;
  const counts = (facet: FacetName) => answer?.facets[facet] ?? taxonomies.find((t) => t.facet === facet)?.values.map(({ value, label }) => ({ value, label, count: 0 })) ?? [];
  const where = [
    { value: 'text', label: 'Body text', count: answer?.where.text ?? 0 },
    { value: 'footnotes', label: 'Footnotes', count: answer?.where.footnotes ?? 0 },
  ];
  return (
    <div className={styles['filters']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Narrow</h2>
        <Button look="quiet" isDisabled={!narrowed} onPress={() => router.go({ ...route, choice: openChoice(), where: 'all', report: null, selected: null })}>Clear all</Button>
      </div>
      {reports.length > 2 && (
        <Choice
          label="Report" value={route.report ?? EVERYWHERE} onChange={(id) => router.go({ ...route, report: id === EVERYWHERE ? null : id, selected: null })}
          options={reports}
        />
      )}
      {FACETS.map((facet) => (
        <FacetList key={facet} facet={facet} label={taxonomies.find((t) => t.facet === facet)?.label ?? facet} values={counts(facet)} chosen={route.choice[facet]} onToggle={toggle} />
      ))}
      {route.query !== '' && <FacetList facet="where" label="Where" values={where} chosen={route.where === 'all' ? [] : [route.where]} onToggle={toggle} />}
      <SavedSearches />
    </div>
  );
}
