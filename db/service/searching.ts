import type { SearchAnswer, SearchHit, SearchQuestion, CrossTable } from '../search/search.ts';
import { createSearch } from '../search/search.ts';
import type { Suggestion } from '../search/answer.ts';
import type { Library } from '../store/library.ts';

/** The search as the calls ask it, wherever it runs. */
export interface Searching {
  /**
   * @param asker the window or page that asks; its newer question ends an older one. Null: nothing else ends it
   * @throws AttacheError 'cancelled' where a newer question came
   */
  run(question: SearchQuestion, asker: string | null): Promise<SearchAnswer>;
  suggest(typed: string, earlier: readonly string[], limit: number): Promise<Suggestion[]>;
  similar(pk: number, limit: number): Promise<SearchHit[]>;
  cross(query: string, report: string | null): Promise<CrossTable>;
  close(): Promise<void>;
}

/** The search in the caller's own thread, for a terminal's single question: by the time it could be ended it is done. */
export function searchHere(library: Library): Searching {
  const search = createSearch(library);
  return {
    run: async (question) => search.run(question),
    suggest: async (...asked) => search.suggest(...asked),
    similar: async (...asked) => search.similar(...asked),
    cross: async (...asked) => search.cross(...asked),
    close: async () => {},
  };
}
