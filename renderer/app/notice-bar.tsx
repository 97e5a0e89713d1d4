import { useEffect, useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import type { Notice } from './notices.ts';
import { useServices } from './services.ts';
import styles from './notice-bar.module.css';

/** A notice that something was done goes by itself; a failure, or one under the pointer or the focus, stays. */
const STAY_MS = 10_000;

/** One short sentence over the foot of the window, with a way to take things back. */
export function NoticeBar() {
  const { notices } = useServices();
  const notice = useStore(notices.shown);
  const aloud = useStore(notices.aloud);
  return (
    <>
      <section className={styles['place']} aria-label="Messages">
        <div aria-live={notice?.kind === 'error' ? 'assertive' : 'polite'}>{notice && <NoticeLine key={notice.id} notice={notice} />}</div>
      </section>
      <output className="aloud">{aloud}</output>
    </>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { notices } = useServices();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice.kind === 'error') return undefined;
    const timer = setInterval(() => {
      if (!line.current?.matches(':hover, :focus-within')) notices.dismiss();
    }, STAY_MS);
    return () => clearInterval(timer);
  }, [notice, notices]);
  return (
    <div ref={line} className={classes(styles['notice'], notice.kind === 'error' && styles['error'])}>
      <span className={styles['text']}>{notice.text}</span>
      {notice.action && <Button look="quiet" onPress={() => notices.act()}>{notice.action.label}</Button>}
      <Button look="quiet" icon aria-label="Dismiss" onPress={() => notices.dismiss()}><Icon name="close" size={13} /></Button>
    </div>
  );
}
