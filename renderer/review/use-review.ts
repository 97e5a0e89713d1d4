import { useState } from 'react';
import type { Params, Result } from '../../db/contract/methods.ts';
import type { DoubtKind } from '../../db/model/doubt.ts';
import { reviewRoute, type ReviewRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';

export type Opened = Result<'review.open'>;
export type Doubt = Opened['doubts'][number];
export type Correction = Opened['corrections'][number];
export type Change = Params<'review.correct'>['change'];
export type Chapter = Result<'read.chapter'>;
export type Passage = Chapter['passages'][number];
export type KindFilter = DoubtKind | 'all';

export type Review = ReturnType<typeof useReview>;

/**
 * The review of one report: its doubts, the one that is looked at, and what can be done about it.
 * A correction is on the desk before it is called done; while it is made, no other one is begun.
 */
export function useReview(report: string, route: ReviewRoute) {
  const { client, router, changes, notices } = useServices();
  const version = useStore(changes.library);
  const opened = useCall('review.open', { report }, version);
  const [filter, setFilter] = useState<KindFilter>('all');
  const [busy, setBusy] = useState(false);
  /** Where in the list the doubt stood that was looked at last: mended, it is gone, and the next one stands there. */
  const [place, setPlace] = useState(0);

  const all = opened.value?.doubts ?? [];
  const doubts = filter === 'all' ? all : all.filter(({ kind }) => kind === filter);
  const known = doubts.findIndex(({ key }) => key === route.doubt);
  const at = known >= 0 ? known : route.doubt === null && route.passage === null && route.chapter === null && doubts.length > 0 ? 0 : null;
  const doubt = at === null ? null : doubts[at]!;
  const chapterId = route.chapter ?? doubt?.chapter ?? null;
  const chapter = useCall('read.chapter', chapterId === null ? null : { report, chapter: chapterId }, version);
  const passages = chapter.value?.passages ?? [];
  const index = passages.findIndex(({ id }) => id === (route.passage ?? doubt?.passage));
  const passage = passages[index] ?? null;

  const goTo = (to: number): void => {
    const next = doubts[to];
    if (!next) return;
    setPlace(to);
    router.rewrite(reviewRoute({ report, doubt: next.key, chapter: next.chapter, passage: next.passage }));
  };
  const goToPassage = (id: string): void => router.rewrite(reviewRoute({ report, doubt: doubt?.key ?? null, chapter: chapterId, passage: id }));

  /** @returns whether it was done; a failure has been told */
  const act = async (call: () => Promise<Result<'review.correct'>>, told: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      const done = await call();
      const now = router.location.get().route;
      if (done.passage !== null && now.place === 'review' && now.report === report) {
        const { passage: here } = await client('read.passage', { report, passage: done.passage });
        router.rewrite({ ...now, chapter: here.chapter, passage: here.id });
      }
      notices.done(told);
      return true;
    } catch (error) {
      notices.failed(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  /**
   * Goes to the doubt that came back, so that list, text and address show the same one; where none did, to none but one
   * about the passage that is shown.
   */
  const goBackTo = async (known: readonly Doubt[], passage: string | null): Promise<void> => {
    const { doubts: now } = await client('review.open', { report });
    const { route: here } = router.location.get();
    if (here.place !== 'review' || here.report !== report) return;
    const back = now.filter(({ key }) => !known.some((one) => one.key === key));
    const found = back.find((one) => one.passage === passage) ?? back[0];
    if (found) return router.rewrite(reviewRoute({ report, doubt: found.key, chapter: found.chapter, passage: found.passage }));
    if (passage !== null) router.rewrite({ ...here, doubt: now.find((one) => one.passage === passage)?.key ?? null });
  };
  /** Takes the last correction back, or makes it again. */
  const again = async (method: 'review.undo' | 'review.redo', told: string): Promise<void> => {
    let passage: string | null = null;
    const done = await act(async () => {
      const answer = await client(method, { report });
      ({ passage } = answer);
      return answer;
    }, told);
    if (done) await goBackTo(all, passage).catch(notices.failed);
  };
  const correct = (change: Change, told: string): Promise<boolean> => {
    if (at !== null) setPlace(at);
    return act(() => client('review.correct', { report, change }), told);
  };

  return {
    report, opened, filter, setFilter, busy, doubts, at, doubt, chapter, passages, index, passage, goTo, goToPassage, correct,
    next: (): void => goTo(at === null ? Math.min(place, doubts.length - 1) : at + 1),
    previous: (): void => goTo(at === null ? Math.max(place - 1, 0) : at - 1),
    /** Says that what the importer did is right, and goes on to the next doubt. */
    accept: async (): Promise<void> => {
      if (doubt === null || at === null) return;
      const following = doubts[at + 1] ?? doubts[at - 1];
      if (!await correct({ kind: 'accept', doubt: doubt.key }, 'Accepted.')) return;
      setPlace(Math.max(0, Math.min(at, doubts.length - 2)));
      router.rewrite(reviewRoute(following ? { report, doubt: following.key, chapter: following.chapter, passage: following.passage } : { report }));
    },
    undo: (): void => void again('review.undo', 'The correction was taken back.'),
    redo: (): void => void again('review.redo', 'The correction was made again.'),
    step: (by: 1 | -1): void => {
      const to = passages[index < 0 ? 0 : index + by];
      if (to) goToPassage(to.id);
    },
    /** Shows a passage, in whichever chapter it stands. */
    lookUp: (id: string): void => {
      client('read.passage', { report, passage: id }).then(({ passage: here }) => router.rewrite(reviewRoute({ report, chapter: here.chapter, passage: id }))).catch(notices.failed);
    },
    openChapter: (id: string): void => router.rewrite(reviewRoute({ report, chapter: id })),
  };
}
