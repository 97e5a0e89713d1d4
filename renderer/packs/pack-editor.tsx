import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import { useShowing } from '../app/use-showing.ts';
import { Button } from '../parts/button.tsx';
import { Panes } from '../parts/panes.tsx';
import { Problem, Waiting } from '../parts/states.tsx';
import { useSelected } from '../parts/store.ts';
import { ItemsRail } from './items-rail.tsx';
import { OnPaper } from './on-paper.tsx';
import { Outputs } from './outputs.tsx';
import { revealItem } from './paper-frame.ts';
import { Paper } from './preview.tsx';
import type { PackSession } from './session.ts';
import { usePreview } from './use-preview.ts';
import { useSession } from './use-session.ts';
import styles from './pack-editor.module.css';

/** One pack: its items, how it looks on paper, and what stands on its cover. */
export function PackEditor({ id }: { id: string }) {
  const { router } = useServices();
  const { session, error, retry } = useSession(id);
  if (session) return <OpenPack session={session} />;
  return (
    <Panes keep="left">
      <div className={styles['alone']}>
        {error ? (
          <Problem error={error} retry={retry}><Button onPress={() => router.go({ place: 'packs', pack: null })}>All packs</Button></Problem>
        ) : <Waiting what="Opening the pack" />}
      </div>
    </Panes>
  );
}

function OpenPack({ session }: { session: PackSession }) {
  const { settings, whereabouts } = useServices();
  const { id, title } = useStoreHead(session);
  useShowing(title);
  const { preview, error, retry } = usePreview(session);
  // Whoever opens a pack means it when passages are added, until another one is chosen.
  useEffect(() => {
    if (settings.store.get().activePack !== id) void settings.change({ activePack: id });
  }, [id, settings]);
  useEffect(() => {
    whereabouts.set('Preview, PDF and paper share one layout');
    return () => whereabouts.set('');
  }, [whereabouts]);
  useEffect(() => () => void session.flush(), [session]);
  /** On which page each item of the shown version begins, by the item's key. */
  const [pages, setPages] = useState<ReadonlyMap<string, number>>(new Map());
  const onSet = (html: string, found: ReadonlyMap<number, number>): void => {
    if (html === preview?.html) setPages(new Map([...found].flatMap(([at, page]) => (preview.keys[at] === undefined ? [] : [[preview.keys[at], page] as const]))));
  };
  const paperPlace = useRef<HTMLDivElement>(null);
  /** An item that is to be shown as soon as it is on paper: a new one is there after its first words. */
  const awaited = useRef<string | null>(null);
  const show = useCallback((key: string): void => {
    awaited.current = pages.has(key) ? null : key;
    const at = session.store.get().savedRows.findIndex((row) => row.key === key);
    if (at >= 0) revealItem(paperPlace.current, at);
  }, [session, pages]);
  useEffect(() => {
    if (awaited.current !== null && pages.has(awaited.current)) show(awaited.current);
  }, [pages, show]);
  const items = { label: 'Items', icon: 'list' as const, content: <ItemsRail session={session} entries={preview?.entries ?? null} pages={pages} onShow={show} /> };
  const paper = {
    label: 'On paper', icon: 'sliders' as const,
    content: (
      <>
        <Outputs session={session} preview={preview} onRenewed={retry} />
        <OnPaper session={session} />
      </>
    ),
  };
  return (
    <Panes left={items} right={paper} keep="left" broad filled>
      <h1 className="aloud">{title}</h1>
      <div ref={paperPlace} className={styles['paper']}><Paper title={title} preview={preview} error={error} retry={retry} onSet={onSet} /></div>
    </Panes>
  );
}

function useStoreHead(session: PackSession): { id: string; title: string } {
  const id = useSelected(session.store, (state) => state.id);
  const title = useSelected(session.store, (state) => state.head.title);
  return { id, title };
}
