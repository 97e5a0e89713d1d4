import type { RefObject } from 'react';
import { pageWords } from '../../db/model/cite.ts';
import { reviewRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Bubble } from '../parts/overlay.tsx';
import { Evidence } from '../parts/tags.tsx';
import { usePassageActions } from '../parts/use-passage-actions.ts';
import type { Chapter, Passage } from './blocks.ts';
import { PassageLinks } from './passage-links.tsx';
import styles from './bubbles.module.css';

interface PassageBubbleProps {
  report: string;
  chapter: string;
  passage: Passage | null;
  sections: Chapter['chapter']['sections'];
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What a passage is about and why, and what can be done with it. */
export function PassageBubble({ report, chapter, passage, sections, anchor, onClose }: PassageBubbleProps) {
  const { packs, router } = useServices();
  const { add, copy } = usePassageActions();
  const section = sections.find((one) => one.id === passage?.section);
  const then = (act: () => void) => (): void => {
    onClose();
    act();
  };
  return (
    <Bubble label="About this passage" anchor={anchor} open={passage !== null} onClose={onClose} placement="bottom end">
      {passage && (
        <div className={styles['about']}>
          <p className={styles['where']}>{[section?.title, pageWords(passage.pages)].filter(Boolean).join(' · ') || 'This passage'}</p>
          <div className={styles['ways']}>
            <Button look="go" onPress={then(() => add(report, passage.id))}>Add to pack</Button>
            <Button onPress={then(() => void copy(report, passage.id))}>Copy with citation</Button>
            {section && <Button look="quiet" onPress={then(() => void packs.add({ kind: 'section', report, section: section.id }))}>Add the whole section</Button>}
            <Button look="quiet" onPress={then(() => router.go(reviewRoute({ report, chapter, passage: passage.id })))}>Mend…</Button>
          </div>
          <h2 className={styles['heading']}>Why these tags</h2>
          <Evidence tags={passage.tags} />
          <PassageLinks report={report} chapter={chapter} passage={passage.id} onGo={onClose} />
        </div>
      )}
    </Bubble>
  );
}
