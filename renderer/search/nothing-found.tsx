import { FACETS, openChoice } from '../../db/model/facet.ts';
import type { SearchRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';

/** A search without hits says what can be loosened. */
export function NothingFound({ route }: { route: SearchRoute }) {
  const { router, changes, commands } = useServices();
  const { value } = useCall('library.list', {}, useStore(changes.library));
  if (value?.reports.length === 0) {
    return (
      <Empty title="There is nothing to search yet" action={<Button look="go" onPress={() => commands.run('import')}>Import reports</Button>}>
        <p>Import a report, and every passage and footnote of it can be found here.</p>
      </Empty>
    );
  }
  const narrowed = FACETS.some((facet) => route.choice[facet].length > 0) || route.where !== 'all' || route.report !== null;
  return (
    <Empty
      title="Nothing matches all of this"
      action={narrowed && <Button onPress={() => router.go({ ...route, choice: openChoice(), where: 'all', report: null })}>Search without the filters</Button>}
    >
      <p>{narrowed ? 'Take away a filter, or use fewer words.' : 'Use fewer words, or other ones. Quotes ask for the exact words; without them near spellings count too.'}</p>
    </Empty>
  );
}
