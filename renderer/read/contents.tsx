import type { Result } from '../../db/contract/methods.ts';
import { readRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Choice } from '../parts/choice.tsx';
import { classes } from '../parts/classes.ts';
import { Go } from '../parts/link.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { useStore, type Store } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { readingTime } from '../parts/words.ts';
import type { Standing } from './chapter-view.tsx';
import styles from './contents.module.css';

interface ContentsProps {
  report: string;
  chapter: string;
  contents: Result<'library.contents'> | null;
  standing: Store<Standing>;
}

type Entry = Result<'library.contents'>['chapters'][number];

/** The report's chapters with their printed pages and reading times; the chapter that is open shows its sections. */
export function Contents({ report, chapter, contents, standing }: ContentsProps) {
  const { router, changes } = useServices();
  const { value: library } = useCall('library.list', {}, useStore(changes.library));
  const { section } = useStore(standing);
  const reports = library?.reports ?? [];
  return (
    <>
      {reports.length > 1 && (
        <div className={styles['report']}>
          <Choice hidden label="Report" value={report} onChange={(id) => id !== report && router.go(readRoute({ report: id }))} options={reports.map(({ id, title }) => ({ id, label: title }))} />
        </div>
      )}
      <PaneGroup title="Contents">
        <nav aria-label="Contents">
          <ul>{contents?.chapters.map((entry) => <ChapterEntry key={entry.id} report={report} entry={entry} here={entry.id === chapter} section={section} />)}</ul>
        </nav>
      </PaneGroup>
    </>
  );
}

function ChapterEntry({ report, entry, here, section }: { report: string; entry: Entry; here: boolean; section: string | null }) {
  return (
    <li>
      <Go to={readRoute({ report, chapter: entry.id })} className={classes(styles['chapter'], here && styles['here'])}>
        <span className={styles['number']}>{entry.number ?? ''}</span>
        <span className={styles['title']}>
          {entry.title}
          <small className={styles['time']}>{readingTime(entry.words)}</small>
        </span>
        {entry.pages.from !== null && <span className={styles['page']}><span className="aloud">page </span>{entry.pages.from}</span>}
      </Go>
      {here && entry.sections.length > 0 && (
        <ul className={styles['sections']}>
          {entry.sections.map(({ id, title, level, runIn }) => (
            <li key={id}>
              <Go to={readRoute({ report, chapter: entry.id, section: id })} className={classes(styles['section'], (level > 1 || runIn) && styles['deep'], id === section && styles['now'])}>
                {title}
              </Go>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
