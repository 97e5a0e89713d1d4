import { useEffect, useEffectEvent, useMemo, useRef, useState, type MouseEvent, type RefObject } from 'react';
import { authorWords } from '../../db/model/cite.ts';
import { readRoute } from '../app/router.ts';
import { useCommand, useRoute, useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go } from '../parts/link.tsx';
import { Window } from '../parts/overlay.tsx';
import { showInMiddle } from '../parts/show-in-middle.ts';
import { usePassageActions } from '../parts/use-passage-actions.ts';
import { useRoom } from '../parts/use-room.ts';
import { readingTime } from '../parts/words.ts';
import { SimilarList } from '../search/similar-passages.tsx';
import { blocksOf, type Chapter } from './blocks.ts';
import { ChapterText } from './chapter-text.tsx';
import { Languages } from './languages.tsx';
import { NoteBubble } from './note-bubble.tsx';
import { PassageBubble } from './passage-bubble.tsx';
import { SideNotes } from './side-notes.tsx';
import { passageElements, topPassage, useStanding } from './use-standing.ts';
import type { ReadingPlace } from './use-place.ts';
import styles from './chapter-view.module.css';

/** Where in the chapter the reader stands. */
export interface Standing {
  section: string | null;
  page: string | null;
}

interface ChapterViewProps {
  report: string;
  language: string;
  chapter: Chapter;
  place: ReadingPlace;
  scroller: RefObject<HTMLElement | null>;
  onStand: (passage: string, standing: Standing) => void;
}

/** What has been pressed: a call to a note, or the mark beside a passage. */
type Pressed = { kind: 'note'; n: string } | { kind: 'passage'; id: string } | null;

export function ChapterView({ report, language, chapter, place, scroller, onStand }: ChapterViewProps) {
  const { router } = useServices();
  const { note } = useRoute('read');
  const room = useRoom();
  const article = useRef<HTMLElement>(null);
  const anchor = useRef<HTMLElement>(null);
  const [pressed, setPressed] = useState<Pressed>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  /** The other end of what is chosen, where it is several passages. */
  const [reach, setReach] = useState<string | null>(null);
  /** The passage of which others like it are shown. */
  const [likened, setLikened] = useState<string | null>(null);
  const blocks = useMemo(() => blocksOf(chapter), [chapter]);
  const { add, addRange, addSelected, copy } = usePassageActions();
  const passageBy = useMemo(() => new Map(chapter.passages.map((passage) => [passage.id, passage])), [chapter]);

  useStanding(scroller, article, (id) => {
    const passage = passageBy.get(id);
    if (passage) onStand(id, { section: passage.section, page: passage.pages.from });
  });
  const moveTo = useEffectEvent(() => {
    const target = targetOf(article.current, place);
    // Over the first passage stands the chapter's title; whoever comes back to it sees both.
    const begins = place.passage !== null && place.passage === chapter.passages[0]?.id;
    if (target && place.lit) showInMiddle(target);
    else if (target && !begins) target.scrollIntoView({ block: 'start' });
    else scroller.current?.scrollTo({ top: 0 });
    if (place.lit) target?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (place.visit >= 0) moveTo();
  }, [place.visit]);

  const elementOf = (id: string): HTMLElement | null => article.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(id)}"]`) ?? null;
  const top = (): string | null => (scroller.current && topPassage(passageElements(article.current), scroller.current)?.dataset['passage']) ?? null;
  /** The passage that a command means: the chosen one, else the one at the top of the screen, which is then chosen. */
  const meant = (): string | null => (chosen !== null && elementOf(chosen) ? chosen : top());
  const withMeant = (act: (id: string) => void): void => {
    const id = meant();
    if (id === null) return;
    setChosen(id);
    act(id);
  };
  const show = (id: string): void => {
    const element = elementOf(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: 1 | -1): void => {
    const from = chosen === null ? -1 : chapter.passages.findIndex((passage) => passage.id === chosen);
    const next = from < 0 ? meant() : chapter.passages[from + by]?.id;
    if (!next) return;
    setChosen(next);
    setReach(null);
    show(next);
  };
  /** Chooses one passage more, or one less. */
  const extend = (by: 1 | -1): void => withMeant((from) => {
    const next = chapter.passages[chapter.passages.findIndex(({ id }) => id === (reach ?? from)) + by]?.id;
    if (next === undefined) return;
    setReach(next === from ? null : next);
    show(next);
  });
  const addMeant = (): void => {
    if (addSelected(report, article.current, (id) => passageBy.get(id)?.text)) return;
    withMeant((id) => (reach === null ? add(report, id) : addRange(report, ...inOrder(chapter, id, reach))));
  };
  const explain = (id: string): void => {
    anchor.current = elementOf(id)?.querySelector('[data-mark]') ?? null;
    setPressed({ kind: 'passage', id });
  };
  useCommand('next', () => step(1));
  useCommand('previous', () => step(-1));
  useCommand('extend:next', () => extend(1));
  useCommand('extend:previous', () => extend(-1));
  useCommand('add-to-pack', addMeant);
  useCommand('copy-citation', () => withMeant((id) => void copy(report, id, selectionWithin(elementOf(id)))));
  useCommand('tags', () => withMeant(explain));
  useCommand('similar', () => withMeant(setLikened));
  useCommand('open', chosen === null ? null : () => explain(chosen));
  useCommand('chapter:next', chapter.next && (() => router.go(readRoute({ report, chapter: chapter.next!.id }))));
  useCommand('chapter:previous', chapter.previous && (() => router.go(readRoute({ report, chapter: chapter.previous!.id }))));

  const onPress = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note], [data-mark]') : null;
    if (!target) return;
    anchor.current = target;
    const { note: n, mark } = target.dataset;
    if (n !== undefined) setPressed({ kind: 'note', n });
    else if (mark !== undefined) {
      setChosen(mark);
      setReach(null);
      setPressed({ kind: 'passage', id: mark });
    }
  };
  const all = useMemo(() => chosenIds(chapter, chosen, reach), [chapter, chosen, reach]);
  /** Closing gives the focus back to the call that was pressed; a frame later it goes on to the other one. */
  const leave = (n: string): void => {
    setPressed(null);
    requestAnimationFrame(() => requestAnimationFrame(() => toCall(n)));
  };
  const toCall = (n: string): void => article.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(n)}"]`)?.focus();
  const { title, number, authors, words } = chapter.chapter;
  const passage = pressed?.kind === 'passage' ? passageBy.get(pressed.id) : undefined;
  return (
    <div className={styles['sheet']} data-notes={room === 'narrow' ? 'below' : 'beside'}>
      {/* The buttons within tell what they are; the article only listens for all of them at once. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- presses of the buttons within bubble up to here */}
      <article ref={article} className={styles['article']} lang={language} onClick={onPress}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>{title}</h1>
          <div lang="en">
            <p className={styles['by']}>{[authorWords(authors), number === null ? '' : `chapter ${number}`, readingTime(words)].filter(Boolean).join(' · ')}</p>
            <div className={styles['tools']}>
              <AddChapter report={report} chapter={chapter.chapter.id} />
              <Languages report={report} chapter={chapter} language={language} top={top} />
            </div>
          </div>
        </header>
        <ChapterText report={report} blocks={blocks} chosen={all} lit={place.lit ? place.passage : null} />
        <Neighbours report={report} chapter={chapter} />
      </article>
      <SideNotes lit={place.lit ? note : null} notes={chapter.footnotes} article={article} beside={room !== 'narrow'} onNote={toCall} />
      <NoteBubble notes={chapter.footnotes} n={pressed?.kind === 'note' ? pressed.n : null} anchor={anchor} onNote={leave} onClose={() => setPressed(null)} />
      <PassageBubble report={report} chapter={chapter.chapter.id} passage={passage ?? null} sections={chapter.chapter.sections} anchor={anchor} onClose={() => setPressed(null)} />
      <Window title="More like this" open={likened !== null} onClose={() => setLikened(null)}>
        {likened !== null && <SimilarList at={{ report, passage: likened }} />}
      </Window>
    </div>
  );
}

/** Two passages of a chapter in the order of reading. */
function inOrder({ passages }: Chapter, one: string, other: string): [string, string] {
  const [a, b] = [one, other].toSorted((x, y) => passages.findIndex(({ id }) => id === x) - passages.findIndex(({ id }) => id === y));
  return [a!, b!];
}

/** The passages that commands mean: from one end to the other. */
function chosenIds(chapter: Chapter, chosen: string | null, reach: string | null): ReadonlySet<string> {
  if (chosen === null || reach === null) return new Set(chosen === null ? [] : [chosen]);
  const [first, last] = inOrder(chapter, chosen, reach).map((end) => chapter.passages.findIndex(({ id }) => id === end));
  return new Set(chapter.passages.slice(first, last! + 1).map(({ id }) => id));
}

/** What the address points at: the passage, else the section's heading, else a run-in section's first passage. */
function targetOf(article: HTMLElement | null, { passage, section }: ReadingPlace): HTMLElement | null {
  const find = (selector: string): HTMLElement | null => article?.querySelector<HTMLElement>(selector) ?? null;
  if (passage !== null) return find(`[data-passage="${CSS.escape(passage)}"]`);
  return section === null ? null : (find(`[data-section="${CSS.escape(section)}"]`) ?? find(`[data-in="${CSS.escape(section)}"]`));
}

/** The words that the reader has selected within a passage. */
function selectionWithin(element: HTMLElement | null): string | undefined {
  const selection = getSelection();
  const text = selection?.toString().trim();
  return element && text && selection?.anchorNode && element.contains(selection.anchorNode) ? text : undefined;
}

function AddChapter({ report, chapter }: { report: string; chapter: string }) {
  const { packs } = useServices();
  return (
    <Button look="quiet" onPress={() => void packs.add({ kind: 'chapter', report, chapter })}>
      <Icon name="plus" size={14} />
      Add chapter to pack
    </Button>
  );
}

function Neighbours({ report, chapter: { previous, next } }: { report: string; chapter: Chapter }) {
  return (
    <nav className={styles['neighbours']} aria-label="Chapters before and after">
      {previous && <Go to={readRoute({ report, chapter: previous.id })} className={styles['neighbour']}><small>Previous chapter</small>{previous.title}</Go>}
      {next && <Go to={readRoute({ report, chapter: next.id })} className={styles['neighbour']}><small>Next chapter</small>{next.title}</Go>}
    </nav>
  );
}
