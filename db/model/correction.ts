import type { FacetName } from './facet.ts';
import type { PassageKind } from './report.ts';

/**
 * Where a passage is, told so that it is found again after a new import or in a new edition: what it says (its id is
 * made of its words), how it begins and ends, and what stands around it. After the W3C's Web Annotation selectors
 * (TextQuoteSelector with prefix and suffix).
 */
export interface Anchor {
  passage: string;
  /** The first and the last words of the passage. */
  start: string;
  end: string;
  /** The first words of the passages before and after it; empty at the ends. */
  prefix: string;
  suffix: string;
}

/** What a reader mended in a report. */
export type Change =
  /** What the importer was unsure of is right: `about` is the doubt's key. */
  | { kind: 'accept'; about: string; anchor: Anchor | null }
  /** Cuts a passage in two: the second part begins with these words. */
  | { kind: 'split'; anchor: Anchor; before: string }
  /** Joins a passage with the one behind it. */
  | { kind: 'join'; anchor: Anchor; next: Anchor }
  /** Puts a passage before or behind another, into the section of that one; at the beginning of its chapter where neither is said. */
  | { kind: 'move'; anchor: Anchor; after: Anchor | null; before?: Anchor }
  /** Sets or takes away a tag. */
  | { kind: 'retag'; anchor: Anchor; facet: FacetName; value: string; on: boolean }
  /** Says what a passage is; 'heading' makes it the title of a section, 'nothing' takes it out. */
  | { kind: 'become'; anchor: Anchor; what: PassageKind | 'heading' | 'nothing' }
  /**
   * Gives a chapter or a section another title. Titles come again ("Introduction"): `chapter` is the title of the chapter
   * that a section stands in, `nth` says which of those so titled it is, from 0.
   */
  | { kind: 'rename'; target: 'chapter' | 'section'; from: string; to: string; chapter: string | null; nth: number };

/** A change as it is kept on the desk. `work` names the report over all its editions (the slug of its title). */
export interface Correction {
  id: string;
  work: string;
  change: Change;
  createdAt: string;
}

/** What became of a correction when a report was made with it. */
export interface Outcome {
  correction: string;
  /** False where its place was not found. */
  fits: boolean;
  /** The passage that it left, or null where there is none (any more). */
  passage: string | null;
}
