import type { FacetChoice } from '../model/facet.ts';
import { withoutPossessive } from '../model/fold.ts';
import type { Found, Search, SearchedLibrary } from './answer.ts';
import { countBits, membersOf } from './bits.ts';
import { crossTable } from './cross.ts';
import { facetCounts, narrowed } from './facets.ts';
import { find } from './find.ts';
import { remember, type Memory } from './memory.ts';
import { present } from './present.ts';
import { ordered } from './order.ts';
import { createRehearsal } from './rehearse.ts';
import { createShown } from './shown.ts';
import { findSimilar } from './similar.ts';
import { suggest } from './suggest.ts';

export type { CrossTable, Search, SearchAnswer, SearchHit, SearchQuestion } from './answer.ts';

const NO_CHOICE: FacetChoice = { country: [], domain: [], limitation: [] };
/** Hits that a window has room for. */
const PAGE = 14;

/** Makes the search over an open library. It keeps words, bitmaps and lately read postings in memory, and renews them when the library changes. */
export function createSearch<P extends Found>(library: SearchedLibrary<P>): Search<P> {
  let edition: string | null = null;
  let memory: Memory;
  let shown: ReturnType<typeof createShown<P>>;
  const fresh = (): Memory => {
    const now = library.edition();
    if (now !== edition) {
      memory = remember(library);
      shown = createShown(library);
      edition = now;
    }
    memory.sheets.takeBack();
    return memory;
  };

  const run: Search<P>['run'] = ({ query, choice, report, where, limit, offset }, goOn = () => {}) => {
    const memory = fresh();
    const finding = find(memory, { query, report, where, choice, goOn });
    const chosen = narrowed(memory, finding.hits, choice);
    const docs = ordered(memory, finding, membersOf(chosen), offset + limit).slice(offset, offset + limit);
    goOn();
    const { hits, seenAs } = present(memory, shown, finding, docs);
    return {
      total: countBits(chosen), facets: facetCounts(memory, finding.hits, choice), hits, notice: finding.notice,
      where: { text: countBits(narrowed(memory, finding.open.text, choice)), footnotes: countBits(narrowed(memory, finding.open.footnotes, choice)) },
      changed: finding.changed.map(({ from, to }) => ({ from, to: withoutPossessive(seenAs.get(to) ?? to) })),
    };
  };
  const rehearse = createRehearsal((query) => run({ query, choice: NO_CHOICE, report: null, where: 'all', limit: PAGE, offset: 0 }));

  return {
    run,
    prepare() {
      const before = edition;
      const { words, headings, textsWith } = fresh();
      return edition === before && words.prepare() && headings.prepare() && rehearse(words, (word) => textsWith(word, 1)[0]);
    },
    suggest: (typed, earlier, limit) => suggest(fresh(), typed, earlier, limit),
    similar(pk, limit) {
      const memory = fresh();
      const [own] = shown([pk], () => false);
      if (!own) return [];
      const { finding, ranked } = findSimilar(memory, own, limit);
      return present(memory, shown, finding, ranked).hits;
    },
    cross(query, report) {
      const memory = fresh();
      return crossTable(memory, find(memory, { query, report, where: 'all', choice: NO_CHOICE, goOn: () => {} }));
    },
  };
}
