import { useEffect, useEffectEvent, useState } from 'react';
import type { Result } from '../../db/contract/methods.ts';
import type { AttacheError } from '../../db/model/errors.ts';
import { useServices } from '../app/services.ts';
import { asError } from '../host/host.ts';
import { useSelected, useStore } from '../parts/store.ts';
import type { PackSession } from './session.ts';

export type PackEntry = Result<'packs.preview'>['entries'][number];
export interface Preview {
  html: string;
  /** The items' keys in their order on paper. */
  keys: readonly string[];
  /** What each item is on paper, by the item's key. */
  entries: ReadonlyMap<string, PackEntry>;
  notices: readonly string[];
  /** The pack shows its own copy of something that its report says otherwise by now. */
  renewable: boolean;
}

/** A version that is followed by the next one at once is not worth setting; this long it may stand. */
const REST_MS = 120;

/** The pack as it would be printed, as of its last saved version. */
export function usePreview(session: PackSession): { preview: Preview | null; error: AttacheError | null; retry: () => void } {
  const { client, changes } = useServices();
  const revision = useSelected(session.store, (state) => state.revision);
  const library = useStore(changes.library);
  const [again, setAgain] = useState(0);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<AttacheError | null>(null);
  const set = useEffectEvent((live: () => boolean): void => {
    const { id, savedRows, head } = session.store.get();
    client('packs.preview', { id, copy: head.copies.length > 0 ? 1 : null }).then(({ html, entries, notices, renewable }) => {
      if (!live()) return;
      setError(null);
      setPreview({ html, notices, renewable, keys: savedRows.map(({ key }) => key), entries: new Map(savedRows.flatMap(({ key }, at) => (entries[at] ? [[key, entries[at]] as const] : []))) });
    }, (thrown: unknown) => live() && setError(asError(thrown)));
  });
  const asked = `${revision}/${library}/${again}`;
  useEffect(() => {
    let live = asked !== '';
    const timer = setTimeout(() => set(() => live), REST_MS);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return { preview, error, retry: () => setAgain((n) => n + 1) };
}
