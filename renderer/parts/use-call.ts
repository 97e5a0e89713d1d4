import { useEffect, useState } from 'react';
import type { MethodName, Params, Result } from '../../db/contract/methods.ts';
import { useServices } from '../app/services.ts';
import type { AttacheError } from '../../db/model/errors.ts';
import { asError } from '../host/host.ts';

export interface Called<T> {
  /** The last answer; it stays while a newer one is awaited, so that nothing flickers. */
  value: T | null;
  error: AttacheError | null;
  /** The answer to what is asked now has not come yet. */
  waiting: boolean;
  retry: () => void;
}

interface Held<T> {
  asked: string;
  value: T | null;
  error: AttacheError | null;
}

/** What is asked, and the how-manieth time; `null` asks nothing. */
interface Asking {
  params: unknown;
  version: number;
  again: number;
}

/**
 * Asks the library and keeps the answer. An answer to an older question is dropped.
 * @param params null asks nothing
 * @param version a number that grows when the answer may have changed
 */
export function useCall<N extends MethodName>(name: N, params: Params<N> | null, version = 0): Called<Result<N>> {
  const { client } = useServices();
  const [again, setAgain] = useState(0);
  const [held, setHeld] = useState<Held<Result<N>>>({ asked: '', value: null, error: null });
  const asked = params === null ? '' : JSON.stringify({ params, version, again } satisfies Asking);

  useEffect(() => {
    if (asked === '') return undefined;
    let current = true;
    client(name, (JSON.parse(asked) as Asking).params as Params<N>).then(
      (value) => current && setHeld({ asked, value, error: null }),
      (thrown: unknown) => current && setHeld((before) => ({ ...before, asked, error: asError(thrown) })),
    );
    return () => {
      current = false;
    };
  }, [client, name, asked]);

  return {
    value: asked === '' ? null : held.value,
    error: held.asked === asked ? held.error : null,
    waiting: asked !== '' && held.asked !== asked,
    retry: () => setAgain((n) => n + 1),
  };
}
