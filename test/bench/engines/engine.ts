import type { FacetChoice } from '../../../db/model/facet.ts';
import type { BenchPassage } from '../generator.ts';

/** What every engine is asked for: the best hits, and over all hits the total and the count of each facet value. */
export interface BenchAnswer {
  ids: string[];
  total: number;
  facets: Map<string, number>;
}

/** A question that is timed. */
type Ask = (query: string, choice: FacetChoice | null) => unknown;

/** An engine over an index that was made before. */
export interface OpenEngine {
  ask(query: string, choice: FacetChoice | null): BenchAnswer | Promise<BenchAnswer>;
  /** As `ask`, with what the peers' answers have and no more: which hits there are, in order, and the counts. Without it `ask` gives no more. */
  count?: Ask;
  /** What a thread of its own holds, in MB; without one there is none. */
  threadMb?(): Promise<number>;
  close?(): Promise<void>;
}

export interface Engine {
  name: string;
  /** Makes the index in a folder. */
  build(passages: Iterable<BenchPassage>, folder: string): Promise<void>;
  /** What the program does while it starts, before it knows of any index. */
  start?(): Promise<void>;
  /** Opens it again, as an app does when it has started. */
  open(folder: string): Promise<OpenEngine>;
  /** Opens it in the thread that asks, as the peers are, where `open` has a thread of its own; warm, as that is after a rest. */
  openHere?(folder: string): { ask: Ask; count: Ask; close(): void };
  /** More passages than this are not tried: filling it takes longer than a benchmark may. */
  most: number;
}

/** Hits that are shown at first: as many as a window has room for. Quality is taken over ten that are not pull quotes. */
export const SHOWN = 14;

/** Counts the values of all hits, and whether a hit passes the chosen ones. For engines that only give lists of hits. */
export function answerFrom(hits: readonly { id: string; tags: readonly string[] }[], choice: FacetChoice | null): BenchAnswer {
  const wanted = choice ? Object.entries(choice).filter(([, values]) => values.length > 0) : [];
  const facets = new Map<string, number>();
  const ids: string[] = [];
  let total = 0;
  for (const { id, tags } of hits) {
    if (!wanted.every(([facet, values]) => values.some((value) => tags.includes(`${facet}/${value}`)))) continue;
    total += 1;
    if (ids.length < SHOWN) ids.push(id);
    for (const tag of tags) facets.set(tag, (facets.get(tag) ?? 0) + 1);
  }
  return { ids, total, facets };
}

/** Tags as one word each. */
export const tagsOf = (passage: BenchPassage): string[] => passage.tags.map(([facet, value]) => `${facet}/${value}`);
