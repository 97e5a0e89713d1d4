import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { showPages } from '../paper/place.ts';
import { classes } from '../parts/classes.ts';
import { Problem, Waiting } from '../parts/states.tsx';
import type { AttacheError } from '../../db/model/errors.ts';
import { PaperBar, type Shown } from './paper-bar.tsx';
import { furnishFrame, pagesOfItems, type PaperView, type Zoom } from './paper-frame.ts';
import { renewPaper } from './renew-paper.ts';
import type { Preview } from './use-preview.ts';
import styles from './preview.module.css';

interface PaperProps {
  title: string;
  preview: Preview | null;
  error: AttacheError | null;
  retry: () => void;
  /** Is told when a version is shown, and on which pages its items begin. */
  onSet: (html: string, pages: ReadonlyMap<number, number>) => void;
}

/** The pack on paper. The document stands in a frame in which nothing can run, load or lead away; its pages are set from here. */
export function Paper({ title, preview, error, retry, onSet }: PaperProps) {
  return (
    <div className={styles['table']}>
      {error && <div className={styles['said']}><Problem error={error} retry={retry} /></div>}
      {!preview && !error && <div className={styles['said']}><Waiting what="Setting the pack" /></div>}
      {preview && !error && <Frames title={`Preview of “${title}”`} html={preview.html} onSet={onSet} />}
    </div>
  );
}

type Slot = 0 | 1;
const SLOTS: readonly Slot[] = [0, 1];

/**
 * Two frames: one is seen, behind it the other is set with a new version and shown only when it is there, at the place
 * that was read, so that the paper never flashes. Both stay, with their fonts.
 */
function Frames({ title, html, onSet }: { title: string; html: string; onSet: PaperProps['onSet'] }) {
  /** What a frame was loaded with; what it holds may be newer. The second one is loaded when the first one is shown. */
  const [docs, setDocs] = useState<readonly [string, string | null]>([html, null]);
  const [loads, setLoads] = useState<readonly [number, number]>([0, 0]);
  const [seen, setSeen] = useState<Slot>(0);
  const [shown, setShown] = useState<Shown | null>(null);
  const frames = useRef<Record<Slot, HTMLIFrameElement | null>>({ 0: null, 1: null });
  const zoom = useRef<Zoom>('fit');
  const view = useRef<PaperView | null>(null);
  const current = useRef<string | null>(null);
  const look = (): void => {
    const now = view.current;
    setShown(now && now.pages > 0 ? { page: now.page(), pages: now.pages, scale: now.scale() } : null);
  };
  const show = (slot: Slot): void => {
    const before = view.current;
    const [page, edge] = [before?.page() ?? 1, before?.edge() ?? 0];
    before?.leave();
    view.current = furnishFrame(frames.current[slot]!, zoom.current, look);
    if (before) view.current?.goTo(page, edge);
    current.current = html;
    setSeen(slot);
    look();
    onSet(html, pagesOfItems(frames.current[slot]!.contentDocument!));
    const other = frames.current[slot === 0 ? 1 : 0]?.contentDocument;
    if (before) other?.body.replaceChildren();
    else setDocs(([first]) => [first, html]);
  };
  const set = useEffectEvent((live: () => boolean): void => {
    const slot: Slot = current.current === null || seen === 1 ? 0 : 1;
    const paper = frames.current[slot]?.contentDocument;
    if (current.current === html || loads[slot] === 0 || !paper) return;
    if (!renewPaper(paper, html)) return setDocs((all) => (slot === 0 ? [html, all[1]] : [all[0], html]));
    // A document that cannot be set on pages is shown as it is.
    void showPages(paper).catch(() => {}).then(() => live() && show(slot));
  });
  useEffect(() => {
    let live = html !== '' && loads[0] > 0;
    if (live) set(() => live);
    return () => {
      live = false;
    };
  }, [html, loads]);
  useEffect(() => () => view.current?.leave(), []);
  const resize = (next: Zoom): void => {
    zoom.current = next;
    const page = view.current?.page() ?? 1;
    view.current?.zoom(next);
    view.current?.goTo(page);
  };
  return (
    <>
      {SLOTS.map((slot) => {
        const doc = docs[slot];
        if (doc === null) return null;
        const isSeen = slot === seen;
        return (
          <iframe
            key={slot} title={title} srcDoc={doc} sandbox="allow-same-origin" className={classes(styles['frame'], !isSeen && styles['behind'])} aria-hidden={isSeen ? undefined : true} tabIndex={isSeen ? undefined : -1}
            ref={(frame) => {
              frames.current[slot] = frame;
            }}
            onLoad={() => setLoads(([first, second]) => (slot === 0 ? [first + 1, second] : [first, second + 1]))}
          />
        );
      })}
      {shown && <PaperBar shown={shown} onPage={(page) => view.current?.goTo(page)} onZoom={resize} />}
    </>
  );
}
