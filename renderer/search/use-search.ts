import { useEffect, useEffectEvent, useState } from 'react';
import type { AttacheError } from '../../db/model/errors.ts';
import type { Params, Result } from '../../db/contract/methods.ts';
import type { SearchRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { asError } from '../host/host.ts';
import { useStore } from '../parts/store.ts';

export type SearchAnswer = Result<'search.run'>;
export type Hit = SearchAnswer['hits'][number];

/** Hits come in portions, since each brings its snippet: first what a window shows, then, as the reader scrolls, the next ones before they are seen. */
const FIRST = 14;
const PORTION = 28;
/** Whoever comes back to a hit far down the list gets it at once. */
const RETURNING = 100;

interface Held {
  /** What was asked, with the state of the library it was asked of. */
  asked: string;
  answer: SearchAnswer | null;
  hits: readonly Hit[];
  error: AttacheError | null;
}

/** A hit's name in the address: passages are unique within their report. */
export const hitName = (hit: { report: string; id: string }): string => `${hit.report}/${hit.id}`;

/** By this name the library knows this window: what it asks next ends the search before. */
const asker = crypto.randomUUID();

/** Portions that are on their way, so that none is fetched twice. */
const underWay = new Set<string>();

/**
 * Runs the search of the address. What was found before stays on the screen until the answer is there; an answer to an
 * older question is dropped.
 */
export function useSearch({ query, choice, report, where, selected }: SearchRoute) {
  const { client, changes, tookMs } = useServices();
  const version = useStore(changes.library);
  const [again, setAgain] = useState(0);
  const [held, setHeld] = useState<Held>({ asked: '', answer: null, hits: [], error: null });
  const asked = JSON.stringify({ question: { query, choice, report, where }, version, again });

  const selectedNow = useEffectEvent(() => selected);
  useEffect(() => {
    let live = true;
    client('search.run', { ...questionIn(asked), limit: selectedNow() === null ? FIRST : RETURNING, offset: 0, asker }).then((answer) => {
      if (!live) return;
      tookMs.set(answer.tookMs);
      setHeld({ asked, answer, hits: answer.hits, error: null });
    }, (thrown: unknown) => live && setHeld((before) => ({ ...before, asked, error: asError(thrown) })));
    return () => {
      live = false;
    };
  }, [client, asked, tookMs]);

  const more = (): void => {
    const { answer, hits } = held;
    const portion = `${asked}@${hits.length}`;
    if (!answer || held.asked !== asked || hits.length >= answer.total || underWay.has(portion)) return;
    underWay.add(portion);
    client('search.run', { ...questionIn(asked), limit: PORTION, offset: hits.length, asker }).then(
      (next) => setHeld((before) => (before.asked === asked && before.hits.length === hits.length ? { ...before, hits: [...before.hits, ...next.hits] } : before)),
      // The list stays as long as it is; scrolling asks again.
      () => {},
    ).finally(() => underWay.delete(portion));
  };
  return {
    answer: held.answer, hits: held.hits, more,
    /** What the hits answer; it differs from what is asked while the answer is awaited. */
    answered: held.asked,
    waiting: held.asked !== asked,
    error: held.asked === asked ? held.error : null,
    retry: () => setAgain((n) => n + 1),
  };
}

function questionIn(asked: string): Params<'search.run'> {
  return (JSON.parse(asked) as { question: Params<'search.run'> }).question;
}
