import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';
import { Go } from '../parts/link.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { useStore } from '../parts/store.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { count } from '../parts/words.ts';
import { itemWords, kindWords, type ItemWords } from './item-words.ts';
import type { PackSession } from './session.ts';
import { useSession } from './use-session.ts';
import styles from './active-pack-list.module.css';

/** How many of the last items are shown beside a search. */
const SHOWN = 6;

/** The pack that passages are added to, as it grows. */
export function ActivePackList() {
  const { settings } = useServices();
  const { activePack } = useStore(settings.store);
  const { session } = useSession(activePack);
  if (!session) {
    return (
      <PaneGroup title="In this pack">
        <p className={styles['none']}>No pack yet. Adding the first passage makes one.</p>
      </PaneGroup>
    );
  }
  return <PackItems key={activePack} session={session} />;
}

function PackItems({ session }: { session: PackSession }) {
  const { id, head, rows } = useStore(session.store);
  const last = rows.slice(-SHOWN);
  return (
    <PaneGroup title="In this pack">
      <p className={styles['pack']}><Go to={{ place: 'packs', pack: id }}>{head.title}</Go></p>
      {rows.length === 0 && <p className={styles['none']}>Nothing in it yet.</p>}
      {rows.length > last.length && <p className={styles['none']}>{count(rows.length - last.length, 'item')} before these</p>}
      <ul>{last.map(({ key, item }) => <Item key={key} item={item} />)}</ul>
    </PaneGroup>
  );
}

function Item({ item }: { item: PackItem }) {
  const { client } = useServices();
  const [words, setWords] = useState<ItemWords>(() => kindWords(item));
  useEffect(() => {
    let live = true;
    void itemWords(client, item).then((known) => live && setWords(known));
    return () => {
      live = false;
    };
  }, [client, item]);
  return (
    <li className={styles['item']}>
      {words.title}
      {words.detail && <small className={styles['detail']}>{words.detail}</small>}
    </li>
  );
}
