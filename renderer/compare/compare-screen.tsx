import { useEffect } from 'react';
import { useRoute, useServices } from '../app/services.ts';
import { WaitingForSearch } from '../app/waiting-for-search.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { Empty, Problem } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { count } from '../parts/words.ts';
import { CompareTable } from './compare-table.tsx';
import { PrintSheet } from './print-sheet.tsx';
import styles from './compare-screen.module.css';

const EVERY = 'every';
/** The row for what concerns the region as a whole. */
const REGION = 'asean';
/** A count is said aloud once typing rests. */
const SAY_AFTER_MS = 700;
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** "Five countries and the region side by side". */
function headingOf(rows: readonly string[]): string {
  const countries = rows.filter((value) => value !== REGION).length;
  return `${NUMBERS[countries] ?? countries} ${countries === 1 ? 'country' : 'countries'}${countries < rows.length ? ' and the region' : ''} side by side`;
}

/** Countries side by side: what each passage is about, country by country, and what holds Japan back there. */
export function Compare() {
  const { router, changes, commands, notices } = useServices();
  const route = useRoute('compare');
  const version = useStore(changes.library);
  const { value: library } = useCall('library.list', {}, version);
  const { value, error, waiting, retry } = useCall('compare.table', { query: route.query, report: route.report }, version);
  const reports = library?.reports ?? [];
  const rows = value?.rows.filter((row) => row.count > 0 || route.query !== '') ?? [];
  const heading = value ? headingOf(rows.map((row) => row.value)) : 'Countries side by side';
  const said = value && route.query !== '' ? `${count(value.total, 'passage')} match “${route.query}”` : '';
  useEffect(() => {
    if (said === '' || waiting) return undefined;
    const timer = setTimeout(notices.say, SAY_AFTER_MS, said);
    return () => clearTimeout(timer);
  }, [said, waiting, notices]);

  return (
    <main className={styles['compare']} id="main" tabIndex={-1}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h1 className={styles['title']}>{heading}</h1>
          <span className={styles['hint']}>{said || <>each cell opens its passages; <kbd>a</kbd> adds them to the pack</>}</span>
        </div>
        <div className={styles['ways']}>
          {reports.length > 1 && (
            <div className={styles['report']}>
              <Choice
                hidden label="Report" value={route.report ?? EVERY} onChange={(id) => router.go({ ...route, report: id === EVERY ? null : id })}
                options={[{ id: EVERY, label: 'All reports' }, ...reports.map(({ id, title }) => ({ id, label: title }))]}
              />
            </div>
          )}
          <Button look="quiet" aria-expanded={route.apart} onPress={() => router.rewrite({ ...route, apart: !route.apart })}>
            {route.apart ? 'Limitations together' : 'Each limitation apart'}
          </Button>
          <PrintSheet reports={reports} chosen={route.report} />
        </div>
      </div>
      {value?.notice && <p className={styles['notice']}>{value.notice}</p>}
      {error && <Problem error={error} retry={retry} />}
      {!value && !error && <WaitingForSearch what="Counting passages" />}
      {value && !error && rows.length > 0 && <CompareTable table={{ ...value, rows }} open={route.apart} query={route.query} report={route.report} />}
      {value && !error && rows.length === 0 && !waiting && (
        <Empty title="Nothing to compare yet" action={<Button look="go" onPress={() => commands.run('import')}><Icon name="import" />Import reports</Button>}>
          <p>Once a report is in the library, its passages stand here by country, by domain, and by what holds Japan back.</p>
        </Empty>
      )}
    </main>
  );
}
