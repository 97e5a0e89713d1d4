import { useRef, useState } from 'react';
import { placePages } from '../paper/place.ts';
import { classes } from '../parts/classes.ts';
import { Problem, Waiting } from '../parts/states.tsx';
import type { AttacheError } from '../../db/model/errors.ts';
import { PaperBar, type Shown } from './paper-bar.tsx';
import { furnishFrame, type PaperView, type Zoom } from './paper-frame.ts';
import type { Preview } from './use-preview.ts';
import styles from './preview.module.css';

interface PaperProps {
  title: string;
  preview: Preview | null;
  error: AttacheError | null;
  retry: () => void;
}

/** The pack on paper. The document stands in a frame in which nothing can run, load or lead away; its pages are set from here. */
export function Paper({ title, preview, error, retry }: PaperProps) {
  return (
    <div className={styles['table']}>
      {error && <div className={styles['said']}><Problem error={error} retry={retry} /></div>}
      {!preview && !error && <div className={styles['said']}><Waiting what="Setting the pack" /></div>}
      {preview && !error && <Frames title={`Preview of “${title}”`} html={preview.html} />}
    </div>
  );
}

interface Slots {
  /** Two documents: the one that is seen, and the one that is being set behind it. */
  docs: readonly [string | null, string | null];
  seen: 0 | 1;
}

/** Shows a new version only when it is there, at the page that was read, so that the paper never flashes. */
function Frames({ title, html }: { title: string; html: string }) {
  const [slots, setSlots] = useState<Slots>({ docs: [html, null], seen: 0 });
  const [given, setGiven] = useState(html);
  const [shown, setShown] = useState<Shown | null>(null);
  const zoom = useRef<Zoom>('fit');
  const view = useRef<PaperView | null>(null);
  if (given !== html) {
    setGiven(html);
    setSlots(({ docs, seen }) => ({ docs: seen === 0 ? [docs[0], html] : [html, docs[1]], seen }));
  }
  const look = (): void => {
    const seen = view.current;
    setShown(seen && seen.pages > 0 ? { page: seen.page(), pages: seen.pages, scale: seen.scale() } : null);
  };
  const loaded = (slot: 0 | 1, next: PaperView | null): void => {
    const page = view.current?.page() ?? 1;
    view.current = next;
    if (page > 1) next?.goTo(page);
    setSlots((now) => (now.docs[slot] === html && slot !== now.seen ? { docs: slot === 0 ? [html, null] : [null, html], seen: slot } : now));
    look();
  };
  const resize = (next: Zoom): void => {
    zoom.current = next;
    const page = view.current?.page() ?? 1;
    view.current?.zoom(next);
    view.current?.goTo(page);
  };
  return (
    <>
      {([0, 1] as const).map((slot) => {
        const doc = slots.docs[slot];
        if (doc === null) return null;
        const seen = slot === slots.seen;
        return (
          <iframe
            key={slot} title={title} srcDoc={doc} sandbox="allow-same-origin" className={classes(styles['frame'], !seen && styles['behind'])} aria-hidden={seen ? undefined : true} tabIndex={seen ? undefined : -1}
            onLoad={({ currentTarget }) => void setPages(currentTarget).then(() => loaded(slot, furnishFrame(currentTarget, zoom.current, look)))}
          />
        );
      })}
      {shown && <PaperBar shown={shown} onPage={(page) => view.current?.goTo(page)} onZoom={resize} />}
    </>
  );
}

/** Sets the document on the pages that it will be printed on; one that cannot be set is shown as it is. */
async function setPages(frame: HTMLIFrameElement): Promise<void> {
  if (frame.contentDocument) await placePages(frame.contentDocument).catch(() => {});
}
