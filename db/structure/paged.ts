import type { Doubt } from '../model/doubt.ts';
import type { ReportFacts } from '../model/facts.ts';
import type { PagedSource } from '../model/source.ts';
import { assemble, type Structured } from './assemble.ts';
import { takeCalls } from './calls.ts';
import { findChapters } from './chapter-starts.ts';
import { classify, contextOf } from './classify.ts';
import { orderColumns } from './columns.ts';
import { doubtPages } from './doubts/doubts.ts';
import { factsOfChapters, labelByRuns } from './facts.ts';
import { findNotes } from './notes.ts';
import { countLabels } from './page-labels.ts';
import { cutPages } from './pages.ts';
import { findQuotes } from './quotes.ts';
import { takeSignatures } from './signatures.ts';

export type { Structured } from './assemble.ts';

/** Turns the lines of a paged text report into its structure. Each step is a file of this folder. */
export function structurePages(source: PagedSource, title: string, facts: ReportFacts): Structured & { doubts: Doubt[] } {
  const pages = cutPages(source);
  const runs = findNotes(pages);
  const context = contextOf(pages, source.keepsBlanks);
  classify(pages, context);
  findQuotes(pages, context);
  const warnings = orderColumns(pages, context);
  const ranges = findChapters(pages, runs);
  factsOfChapters(ranges.map((range) => range.title), facts.chapters).forEach((known, at) => {
    if (known) Object.assign(ranges[at]!, known);
  });
  for (const range of ranges) takeSignatures(pages, range, source.keepsBlanks);
  countLabels(pages, ranges);
  if (facts.pages) for (const [at, page] of pages.entries()) page.label = labelByRuns(facts.pages, at + 1) ?? page.label;
  const made = assemble(pages, ranges, title, { keepsBlanks: source.keepsBlanks, softHyphens: !source.keepsBlanks, titleInText: true, takeCalls });
  const { spans, ...whole } = { ...made, warnings: [...warnings, ...made.warnings] };
  return { ...whole, doubts: doubtPages({ pages, made: { ...whole, spans }, measure: context.measure, lines: source.lines }) };
}
