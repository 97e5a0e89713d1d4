import { useCall } from '../parts/use-call.ts';
import { useStore } from '../parts/store.ts';
import { count } from '../parts/words.ts';
import { classes } from '../parts/classes.ts';
import { useServices } from './services.ts';
import styles from './status-bar.module.css';

/** The foot of the window: proof that nothing leaves the machine, what the library holds, where the reader is. */
export function StatusBar() {
  const { about, changes, tookMs, indexing, whereabouts } = useServices();
  const { refusedRequests, libraryName } = useStore(about);
  const { value } = useCall('library.list', {}, useStore(changes.library));
  const took = useStore(tookMs);
  const where = useStore(whereabouts);
  const indexed = useStore(indexing);
  return (
    <footer className={styles['bar']}>
      <span className={classes(styles['offline'], refusedRequests > 0 && styles['refused'])}>
        {refusedRequests === 0 ? 'Offline: 0 requests since start' : `Offline: ${count(refusedRequests, 'request')} refused since start`}
      </span>
      <span className={styles['holding']} title={libraryName}>{indexed === null ? value && holding(value.reports) : `Making the search index anew from the text: ${indexed} %. Reading works meanwhile.`}</span>
      <span className={styles['where']}>{where}</span>
      {took !== null && <span className={styles['took']}>{took < 10 ? took.toFixed(1) : Math.round(took)} ms</span>}
    </footer>
  );
}

/** What the library holds, in a few words. */
function holding(reports: readonly { title: string; counts: { passages: number; footnotes: number } }[]): string {
  if (reports.length === 0) return 'No reports yet';
  const sum = (of: 'passages' | 'footnotes') => reports.reduce((total, report) => total + report.counts[of], 0);
  const name = reports.length === 1 ? reports[0]!.title : count(reports.length, 'report');
  return `${name} · ${count(sum('passages'), 'passage')} · ${count(sum('footnotes'), 'note')}`;
}
