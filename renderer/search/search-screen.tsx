import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useCommand, useLabels, useRoute, useServices } from '../app/services.ts';
import { readRoute } from '../app/router.ts';
import { useShowing } from '../app/use-showing.ts';
import { WaitingForSearch } from '../app/waiting-for-search.tsx';
import { usePassageActions } from '../parts/use-passage-actions.ts';
import { Panes } from '../parts/panes.tsx';
import { Problem } from '../parts/states.tsx';
import { useRoom } from '../parts/use-room.ts';
import { quoted } from '../parts/words.ts';
import { Filters } from './filters.tsx';
import { HitList, type HitListHandle } from './hit-list.tsx';
import { PassagePane } from './passage-pane.tsx';
import { ResultHead } from './result-head.tsx';
import { NothingFound } from './nothing-found.tsx';
import { searchSentence } from './sentence.ts';
import { useRemember } from './use-remember.ts';
import { hitName, useSearch, type Hit } from './use-search.ts';
import styles from './search-screen.module.css';

/** A count is said aloud once typing rests. */
const SAY_AFTER_MS = 700;

/** Find passages by words and facets, judge them, and take them along. */
export function Search() {
  const { router, notices } = useServices();
  const route = useRoute('search');
  const label = useLabels();
  const { answer, hits, more, answered, waiting, error, retry } = useSearch(route);
  useShowing(route.query.trim() === '' ? '' : quoted(route.query.trim()));
  const list = useRef<HitListHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { add, addSelected, copy } = usePassageActions();
  const remember = useRemember(route.query);

  const at = hits.findIndex((hit) => hitName(hit) === route.selected);
  const selected = hits[at] ?? null;
  const shown = selected ?? hits[0] ?? null;
  const sentence = answer ? searchSentence(answer.total, route.query, route.choice, route.where, label) : '';

  useEffect(() => {
    if (waiting || sentence === '') return undefined;
    const timer = setTimeout(notices.say, SAY_AFTER_MS, sentence);
    return () => clearTimeout(timer);
  }, [waiting, sentence, notices]);
  // A new answer is read from its top, unless Back has brought a selection with it.
  const placeList = useEffectEvent(() => {
    if (at >= 0) list.current?.reveal(at);
    else scroller.current?.scrollTo({ top: 0 });
  });
  useEffect(() => {
    if (answered !== '') placeList();
  }, [answered]);

  const select = (index: number): void => {
    const hit = hits[index];
    if (!hit) return;
    remember();
    router.rewrite({ ...route, selected: hitName(hit) });
    list.current?.reveal(index);
  };
  useCommand('next', () => select(selected ? Math.min(at + 1, hits.length - 1) : 0));
  useCommand('previous', hits.length > 0 ? () => select(Math.max(at - 1, 0)) : null);
  const turnTo = (act: (hit: Hit) => void) => shown && (() => {
    remember();
    act(shown);
  });
  useCommand('open', turnTo((hit) => router.go(readRoute({ report: hit.report, chapter: hit.chapter, passage: hit.id, lit: true, note: hit.footnote }))));
  useCommand('add-to-pack', turnTo((hit) => {
    const pane = document.querySelector(`[data-shown] [data-passage="${CSS.escape(hit.id)}"]`);
    if (!addSelected(hit.report, pane, () => hit.text)) add(hit.report, hit.id);
  }));
  const [similarTo, setSimilarTo] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const similar = shown !== null && similarTo === hitName(shown);
  const turnSimilar = (): void => setSimilarTo(shown && !similar ? hitName(shown) : null);
  const besideList = useRoom() === 'wide';
  useCommand('similar', shown && (() => {
    if (besideList) return turnSimilar();
    setSimilarTo(hitName(shown));
    setAsked(asked + 1);
  }));
  useCommand('copy-citation', turnTo((hit) => void copy(hit.report, hit.id)));

  const filters = useMemo(() => ({ label: 'Filters', icon: 'sliders' as const, stays: true, content: <Filters route={route} answer={answer} /> }), [route, answer]);
  const passage = { label: 'Passage', icon: 'page' as const, asked, content: <PassagePane hit={shown} similar={similar} onSimilar={turnSimilar} /> };
  return (
    <Panes left={filters} right={passage} keep="left" filled>
      <div className={styles['found']}>
        <div className={styles['head']}>
          {error && <Problem error={error} retry={retry} />}
          {!answer && !error && waiting && <WaitingForSearch what="Searching" />}
          {answer && !error && <ResultHead sentence={sentence} route={route} answer={answer} />}
        </div>
        <div className={styles['scroller']} ref={scroller}>
          <div className={styles['column']}>
            {answer && !error && answer.total === 0 && !waiting && <NothingFound route={route} />}
            {answer && !error && hits.length > 0 && (
              <HitList ref={list} hits={hits} total={answer.total} selected={shown ? hitName(shown) : null} onSelect={select} onNearEnd={more} scroller={scroller} />
            )}
          </div>
        </div>
      </div>
    </Panes>
  );
}
