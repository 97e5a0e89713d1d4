import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../db/contract/methods.ts';
import { pageWords } from '../../db/model/cite.ts';
import { useCommand } from '../app/services.ts';
import { Choice } from '../parts/choice.tsx';
import { classes } from '../parts/classes.ts';
import { showInMiddle } from '../parts/show-in-middle.ts';
import { Problem, Waiting } from '../parts/states.tsx';
import { Evidence } from '../parts/tags.tsx';
import { BECOME, PassageTools, type Asking } from './passage-tools.tsx';
import { PassageWords } from './passage-words.tsx';
import { RenameWindow } from './rename-window.tsx';
import { SplitWindow } from './split-window.tsx';
import { TagsWindow } from './tags-window.tsx';
import type { Opened, Passage, Review } from './use-review.ts';
import styles from './review.module.css';

interface DeskProps {
  review: Review;
  opened: Opened;
  chapters: Result<'library.contents'>['chapters'];
}

/** The passages of a chapter as they were imported; the one that is looked at carries what can be done with it. */
export function Desk({ review, opened, chapters }: DeskProps) {
  const { chapter, passage, passages, index, doubt } = review;
  const [asking, setAsking] = useState<Asking>(null);
  const here = useRef<HTMLElement>(null);
  const message = useRef<HTMLElement>(null);
  const id = passage?.id ?? null;
  useEffect(() => {
    if (id !== null && here.current) showInMiddle(here.current, message.current);
  }, [id]);
  const close = (): void => setAsking(null);
  const ask = (what: Asking) => (passage === null ? null : () => setAsking(what));
  useCommand('review:split', ask('split'));
  useCommand('review:tags', ask('tags'));
  useCommand('review:rename', chapter.value ? () => setAsking('rename') : null);

  if (chapter.error) return <div className={styles['alone']}><Problem error={chapter.error} retry={chapter.retry} /></div>;
  const note = doubt?.footnote ? chapter.value?.footnotes.find((one) => one.id === doubt.footnote) : undefined;
  return (
    <div className={styles['desk']} aria-busy={review.busy}>
      <div className={styles['chapter']}>
        <Choice
          label="Chapter" hidden value={chapter.value?.chapter.id ?? ''} onChange={review.openChapter}
          options={chapters.map((one) => ({ id: one.id, label: one.number === null ? one.title : `${one.number} ${one.title}` }))}
        />
      </div>
      {doubt && (
        <section ref={message} className={styles['message']} aria-label="The doubt">
          <p aria-live="polite">{doubt.message}</p>
          {note && <p className={styles['note']}><b>Note {note.n}</b> {note.text}</p>}
          {passage === null && <PassageTools review={review} canUndo={opened.canUndo} onAsk={setAsking} />}
        </section>
      )}
      {!chapter.value && chapter.waiting && <Waiting what="Opening the chapter" />}
      {doubt === null && !chapter.value && <p className={styles['hint']}>Choose a doubt, or a chapter, to see its passages.</p>}
      {passages.map((one, n) => {
        const isHere = n === index;
        const section = chapter.value?.chapter.sections.find(({ id: its }) => its === one.section);
        return (
          <div key={one.id}>
            {section && section.id !== passages[n - 1]?.section && <h2 className={styles['section']}>{section.title}</h2>}
            <article
              ref={isHere ? here : null} className={classes(styles['passage'], isHere && styles['lit'], one.id === doubt?.near && styles['near'])}
              aria-current={isHere ? 'true' : undefined} aria-label={`Passage ${n + 1} of ${passages.length}`}
            >
              <PassageHead passage={one} onChoose={isHere ? null : () => review.goToPassage(one.id)} />
              <PassageWords passage={one} offset={one.id === doubt?.passage ? doubt.offset : null} />
              {isHere && <PassageTools review={review} canUndo={opened.canUndo} onAsk={setAsking} />}
              {isHere && doubt?.kind === 'tag' && <Evidence tags={one.tags.filter(({ facet, value }) => facet === doubt.tag?.facet && value === doubt.tag.value)} />}
            </article>
          </div>
        );
      })}
      {passage && asking === 'split' && <SplitWindow passage={passage} offset={doubt?.passage === passage.id ? doubt.offset : null} review={review} onClose={close} />}
      {passage && asking === 'tags' && <TagsWindow passage={passage} review={review} onClose={close} />}
      {chapter.value && asking === 'rename' && <RenameWindow chapter={chapter.value.chapter} section={passage?.section ?? null} review={review} onClose={close} />}
    </div>
  );
}

function PassageHead({ passage, onChoose }: { passage: Passage; onChoose: (() => void) | null }) {
  const words = [BECOME.find(({ id }) => id === passage.kind)?.label, pageWords(passage.pages)].filter(Boolean).join(' · ');
  if (onChoose === null) return <p className={styles['head']}>{words}</p>;
  return <button type="button" className={styles['head']} onClick={onChoose}>{words}</button>;
}
