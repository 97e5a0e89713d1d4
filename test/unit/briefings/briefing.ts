import fs from 'node:fs';
import { BUILT_INS } from '../../../db/briefings/built-ins.ts';
import type { PassageOrigin } from '../../../db/model/origin.ts';
import type { Footnote, Passage, ReportDraft } from '../../../db/model/report.ts';
import { draftOf } from '../../helpers/drafts.ts';
import { realReport } from '../../helpers/shared.ts';

/** The briefings that ship with the app, as the library gets them. */
export const BRIEFINGS: readonly ReportDraft[] = BUILT_INS.map(({ name, text }) => draftOf(text, name));
export const ENGLISH = BRIEFINGS.find(({ report }) => report.language === 'en')!;

export const originOf = (draft: ReportDraft, passage: Passage): PassageOrigin => draft.origins!.passages.get(passage.id)!;

/** The report that the briefing retells, where it lies beside the project. */
export interface Source {
  text: string;
  draft: ReportDraft;
  passages: Map<string, Passage>;
  footnotes: Map<string, Footnote>;
}

export function readSource(): Source | null {
  const real = realReport();
  if (!real) return null;
  const text = fs.readFileSync(real.file, 'utf8');
  const draft = draftOf(text, 'report.txt');
  return {
    text, draft,
    passages: new Map(draft.passages.map((passage) => [`${passage.chapter}/${passage.id}`, passage])),
    footnotes: new Map(draft.footnotes.map((note) => [`${note.chapter}/${note.n}`, note])),
  };
}

/** All that a passage of a briefing names as its source, as one text. */
export function citedText(source: Source, { refs }: PassageOrigin): string {
  return refs.map(({ chapter, passage, note }) => (note === null
    ? source.passages.get(`${chapter}/${passage}`)?.text
    : source.footnotes.get(`${chapter}/${note}`)?.text) ?? '').join('\n');
}
