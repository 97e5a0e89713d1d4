import { useCallback, useMemo, useRef } from 'react';
import { useRoute, useServices } from '../app/services.ts';
import { readRoute } from '../app/router.ts';
import { useShowing } from '../app/use-showing.ts';
import { Button } from '../parts/button.tsx';
import { Panes } from '../parts/panes.tsx';
import { Empty, Problem, Waiting } from '../parts/states.tsx';
import { createStore, useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { ChapterView, type Standing } from './chapter-view.tsx';
import { Contents } from './contents.tsx';
import { useReadingPlace, type ReadingPlace } from './use-place.ts';
import styles from './read-screen.module.css';

/** How long the eye rests on a passage before it counts as the place where reading stopped. */
const REST_MS = 700;

/** A report to be read, with its contents beside it. */
export function Read() {
  const route = useRoute('read');
  const { place, error, retry } = useReadingPlace();
  const { commands } = useServices();
  if (error) return <Panes keep="right"><div className={styles['alone']}><Problem error={error} retry={retry} /></div></Panes>;
  if (!place) return <Panes keep="right"><div className={styles['alone']}><Waiting what="Opening the report" /></div></Panes>;
  if (place.report === null || place.chapter === null) {
    return (
      <Panes keep="right">
        <div className={styles['alone']}>
          <Empty level={1} title="Nothing to read yet" action={<Button look="go" onPress={() => commands.run('import')}>Import reports</Button>}>
            <p>Import a report, and it opens here: chapters, printed page numbers, and every footnote beside its passage.</p>
          </Empty>
        </div>
      </Panes>
    );
  }
  return <OpenReport key={place.report} place={place} report={place.report} chapter={route.chapter ?? place.chapter} />;
}

function OpenReport({ place, report, chapter }: { place: ReadingPlace; report: string; chapter: string }) {
  const { client, router, changes, whereabouts } = useServices();
  const version = useStore(changes.library);
  const contents = useCall('library.contents', { report }, version);
  const text = useCall('read.chapter', { report, chapter }, version);
  useShowing(contents.value?.report.title ?? '');
  const standing = useMemo(() => createStore<Standing>({ section: null, page: null }), []);
  const scroller = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const lastPage = contents.value?.chapters.findLast((one) => one.pages.to !== null)?.pages.to ?? null;
  const number = text.value?.chapter.number ?? null;
  const onStand = useCallback((passage: string, now: Standing): void => {
    standing.set((before) => (before.section === now.section && before.page === now.page ? before : now));
    whereabouts.set([number === null ? null : `Chapter ${number}`, now.page && `p. ${now.page}${lastPage === null ? '' : ` of ${lastPage}`}`].filter(Boolean).join(' · '));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // A place that cannot be kept is no reason to disturb a reader.
      client('desk.place', { report, passage }).catch(() => {});
      const { route } = router.location.get();
      if (route.place === 'read' && route.report === report && route.chapter === chapter && route.passage !== passage && !route.lit) router.rewrite(readRoute({ report, chapter: route.chapter, passage }));
    }, REST_MS);
  }, [client, router, report, chapter, number, lastPage, standing, whereabouts]);

  const rail = { label: 'Contents', icon: 'list' as const, content: <Contents report={report} chapter={chapter} contents={contents.value} standing={standing} /> };
  const shown = text.value && text.value.chapter.id === chapter ? text.value : null;
  return (
    <Panes left={rail} keep="right" tools={contents.value?.report.title} scroller={scroller} flush>
      {text.error && <div className={styles['alone']}><Problem error={text.error} retry={text.retry} /></div>}
      {!shown && !text.error && <div className={styles['alone']}><Waiting what="Opening the chapter" /></div>}
      {shown && !text.error && (
        <ChapterView
          key={`${report}/${chapter}`} report={report} language={contents.value?.report.language ?? 'en'} chapter={shown} place={place} scroller={scroller} onStand={onStand}
        />
      )}
    </Panes>
  );
}
