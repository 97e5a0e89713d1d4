import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';
import type { AttacheError } from '../../db/model/errors.ts';
import { asError } from '../host/host.ts';
import type { PackSession } from './session.ts';

interface Held {
  /** Which pack was asked for, and the how-manieth time. */
  asked: string;
  session: PackSession | null;
  error: AttacheError | null;
}

/** Opens a pack. @param id null opens none */
export function useSession(id: string | null): { session: PackSession | null; error: AttacheError | null; retry: () => void } {
  const { packs } = useServices();
  const [again, setAgain] = useState(0);
  const [held, setHeld] = useState<Held>({ asked: '', session: null, error: null });
  const asked = id === null ? '' : `${again}/${id}`;
  useEffect(() => {
    if (asked === '') return undefined;
    let live = true;
    packs.open(asked.slice(asked.indexOf('/') + 1)).then(
      (session) => live && setHeld({ asked, session, error: null }),
      (error: unknown) => live && setHeld({ asked, session: null, error: asError(error) }),
    );
    return () => {
      live = false;
    };
  }, [packs, asked]);
  const mine = asked !== '' && held.asked === asked;
  return { session: mine ? held.session : null, error: mine ? held.error : null, retry: () => setAgain((n) => n + 1) };
}
