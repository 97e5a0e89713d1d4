import { useEffect } from 'react';
import { useCommand, useRoute, useServices } from '../app/services.ts';
import { reviewRoute } from '../app/router.ts';
import { useShowing } from '../app/use-showing.ts';
import { Button } from '../parts/button.tsx';
import { Panes } from '../parts/panes.tsx';
import { Empty, Problem, Waiting } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { useRoom } from '../parts/use-room.ts';
import { count } from '../parts/words.ts';
import { Desk } from './desk.tsx';
import { DoubtList } from './doubt-list.tsx';
import { SourcePane } from './source-pane.tsx';
import { useReview } from './use-review.ts';
import styles from './review.module.css';

/** What the importer was unsure of in a report, beside its source, to be accepted or mended. */
export function Review() {
  const route = useRoute('review');
  const { changes, commands } = useServices();
  const { value, error, retry } = useCall('library.list', route.report === null ? {} : null, useStore(changes.library));
  const report = route.report ?? value?.reports.find(({ builtIn }) => !builtIn)?.id ?? null;
  if (error) return <Alone><Problem error={error} retry={retry} /></Alone>;
  if (report !== null) return <OpenReview key={report} report={report} />;
  if (!value) return <Alone><Waiting what="Reading the library" /></Alone>;
  return (
    <Alone>
      <Empty level={1} title="Nothing to review yet" action={<Button look="go" onPress={() => commands.run('import')}>Import reports</Button>}>
        <p>Once a report is imported, everything that Attaché was unsure of is listed here beside its source, so that you can accept or mend it.</p>
      </Empty>
    </Alone>
  );
}

function Alone({ children }: { children: React.ReactNode }) {
  return <Panes keep="left"><div className={styles['alone']}>{children}</div></Panes>;
}

function OpenReview({ report }: { report: string }) {
  const { whereabouts, router } = useServices();
  const room = useRoom();
  const review = useReview(report, useRoute('review'));
  const { opened, doubts, at, doubt, passage, chapter } = review;
  const contents = useCall('library.contents', { report });
  useShowing(contents.value?.report.title ?? '');
  const neighbour = (side: 'previous' | 'next') => chapter.value?.[side] ?? null;
  useEffect(() => {
    whereabouts.set(doubts.length === 0 ? '' : at === null ? count(doubts.length, 'doubt') : `Doubt ${at + 1} of ${doubts.length}`);
  }, [whereabouts, doubts.length, at]);
  useCommand('review:next', doubts.length > 0 ? review.next : null);
  useCommand('review:previous', doubts.length > 0 ? review.previous : null);
  useCommand('review:accept', doubt === null ? null : () => void review.accept());
  useCommand('review:undo', opened.value?.canUndo ? review.undo : null);
  useCommand('review:redo', opened.value?.canRedo ? review.redo : null);
  useCommand('next', () => review.step(1));
  useCommand('previous', () => review.step(-1));
  useCommand('chapter:next', neighbour('next') && (() => review.openChapter(neighbour('next')!.id)));
  useCommand('chapter:previous', neighbour('previous') && (() => review.openChapter(neighbour('previous')!.id)));

  if (opened.error && !opened.value) return <Alone><Problem error={opened.error} retry={opened.retry} /></Alone>;
  if (!opened.value) return <Alone><Waiting what="Opening the review" /></Alone>;
  const title = contents.value?.report.title ?? '';
  if (opened.value.why !== null) {
    return (
      <Alone>
        <Empty level={1} title={title} action={<Button onPress={() => router.go(reviewRoute({}))}>Review a report of yours</Button>}><p>{opened.value.why}</p></Empty>
      </Alone>
    );
  }
  // A doubt about a footnote has its own lines; of a passage that was chosen by hand, those of the passage are meant.
  const lines = doubt !== null && (passage === null || passage.id === doubt.passage) ? (doubt.lines ?? passage?.lines ?? null) : (passage?.lines ?? null);
  return (
    <Panes
      keep="left" broad flush tools={doubt?.message ?? title}
      left={{ label: 'Doubts', icon: 'list', content: <DoubtList review={review} opened={opened.value} title={title} /> }}
      right={{ label: 'Source', icon: 'page', content: <SourcePane report={report} kind={opened.value.source} lines={lines} />, bare: true }}
    >
      {/* The list of doubts brings the heading, where it is not shut away in a drawer. */}
      {room === 'narrow' && <h1 className="aloud">Review</h1>}
      <Desk review={review} opened={opened.value} chapters={contents.value?.chapters ?? []} />
    </Panes>
  );
}
