import type { Assembled } from './assemble.ts';
import type { Page } from './block.ts';

/** What the doubts of a paged report are found in. */
export interface Paged {
  pages: readonly Page[];
  made: Assembled;
  /** Letters in a full line of a column. */
  measure: number;
  /** Lines of the file that are text, in order; null where lines are only counted. */
  lines: readonly { n: number; text: string }[] | null;
}
