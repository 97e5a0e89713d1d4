/**
 * How sure a retelling is of what it says: the source itself is tentative, says otherwise elsewhere, or cannot be right
 * as it stands; or the conclusion is the retelling author's own.
 */
export const CONFIDENCE = ['tentative', 'contradicted', 'doubtful', 'inferred'] as const;
export type Confidence = (typeof CONFIDENCE)[number];

/** A place in the report that is retold: a chapter, and in it a passage or a footnote where the author names one. */
export interface SourceRef {
  chapter: string;
  passage: string | null;
  /** The footnote's number within its chapter. */
  note: string | null;
}

/** Where a passage of a retelling comes from. `confidence` is null where the source says it plainly. */
export interface PassageOrigin {
  refs: SourceRef[];
  confidence: Confidence | null;
}

/** What a report is to other reports, as its author says in the front matter. Works are named by the slug of their title. */
export interface Origins {
  /** The work that it retells. */
  retells: string | null;
  /** The work that it is a translation of: its passages bear the same ids. */
  translates: string | null;
  /** By passage id. */
  passages: Map<string, PassageOrigin>;
}

const REF = /^([a-z0-9][a-z0-9-]*)(?:\/(?:n(\d+)|(p-[a-z0-9-]+)))?$/;

/** Reads `ch5`, `ch5/n25` (a footnote) or `ch5/p-1ab2c3` (a passage); null where it is none of them. */
export function readRef(text: string): SourceRef | null {
  const found = REF.exec(text);
  return found && { chapter: found[1]!, passage: found[3] ?? null, note: found[2] ?? null };
}
