import type { Marker } from './markers.ts';
import type { TypedLine } from './pages.ts';

/** Lines of a typed text that belong together, and what they were found to be. */
export interface Piece {
  kind: 'text' | 'item' | 'quote' | 'table' | 'caption';
  lines: TypedLine[];
  /** The sign that a heading is underlined with. */
  rule: string | null;
  marker: Marker | null;
  /** A table's cells. */
  rows?: string[][];
}
