import type { PagedSource } from '../model/source.ts';
import { assemble, type Structured } from './assemble.ts';
import { takeCalls } from './calls.ts';
import { findChapters } from './chapter-starts.ts';
import { classify, contextOf } from './classify.ts';
import { orderColumns } from './columns.ts';
import type { Manifest } from './manifest.ts';
import { findNotes } from './notes.ts';
import { countLabels } from './page-labels.ts';
import { cutPages } from './pages.ts';
import { findQuotes } from './quotes.ts';
import { takeSignatures } from './signatures.ts';

export type { Structured } from './assemble.ts';

/** Turns the lines of a paged text report into its structure. Each step is a file of this folder. */
export function structurePages(source: PagedSource, title: string, manifest: Manifest | null): Structured {
  const pages = cutPages(source);
  const runs = findNotes(pages);
  const context = contextOf(pages, source.keepsBlanks);
  classify(pages, context);
  findQuotes(pages, context);
  const warnings = orderColumns(pages, context);
  const ranges = findChapters(pages, runs);
  if (manifest?.chapters?.length === ranges.length) ranges.forEach((range, at) => Object.assign(range, manifest.chapters![at]));
  for (const range of ranges) takeSignatures(pages, range, source.keepsBlanks);
  countLabels(pages, ranges);
  const made = assemble(pages, ranges, title, { keepsBlanks: source.keepsBlanks, softHyphens: !source.keepsBlanks, titleInText: true, takeCalls });
  return { ...made, warnings: [...warnings, ...made.warnings] };
}
