import { useEffect, useState } from 'react';
import type { Result } from '../../db/contract/methods.ts';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { useServices } from './services.ts';

export type Suggestion = Result<'search.suggest'>['suggestions'][number];

/** More would hide the answers below. */
const MOST = 6;
/** A query longer than this is finished, not begun. */
const LONGEST = 200;
const NONE: readonly Suggestion[] = [];
/** They wait until the hand rests, so that they never stand between a letter and its answer. */
const REST_MS = 120;

/**
 * What the query that is being typed may become: names, acronyms, headings, earlier searches.
 * @param text what stands in the field
 * @param wanted whether anybody looks at it
 * @returns the suggestions, those for older letters until the new ones are there; and how earlier searches are forgotten
 */
export function useSuggestions(text: string, wanted: boolean) {
  const { client, notices, changes } = useServices();
  const version = useStore(changes.library);
  const [forgotten, setForgotten] = useState(0);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setRested, REST_MS, text);
    return () => clearTimeout(timer);
  }, [text]);
  // Suggestions only help: where they fail, the search itself says what is wrong.
  const { value } = useCall('search.suggest', wanted && rested.length <= LONGEST ? { text: rested, limit: MOST } : null, version + forgotten);
  const forget = (query: string | null): void => {
    (query === null ? client('desk.forgetSearches', {}) : client('desk.forgetSearch', { query })).then(() => {
      setForgotten((n) => n + 1);
      notices.done(query === null ? 'Earlier searches are forgotten.' : `Forgot “${query}”.`);
    }, notices.failed);
  };
  return { suggestions: value?.suggestions ?? NONE, forget };
}
