import { pageWords } from '../../db/model/cite.ts';
import { many, UsageError } from './io.ts';
import type { Command } from './command.ts';

/** As many hits as one answer of the contract holds. */
const MOST_HITS = 500;

/** One search. With --json the contract's document; else a list for reading. */
export async function searchCommand({ args, client, io }: Command): Promise<number> {
  const query = args.words.join(' ');
  const choice = { country: args.many('country'), domain: args.many('domain'), limitation: args.many('limitation') };
  await refuseUnknownValues(client, choice);
  const report = args.text('report');
  // Where it is not there, that is said: an answer without hits would hide a slip.
  if (report !== null) await client('library.contents', { report });
  const answer = await client('search.run', { query, choice, report, limit: args.number('limit', MOST_HITS) ?? 20, offset: args.number('offset') ?? 0 });
  if (args.flag('json')) {
    io.out(`${JSON.stringify(answer, null, 1)}\n`);
    return 0;
  }
  if (answer.notice) io.err(`${answer.notice}\n`);
  io.out(`${many(answer.total, 'passage')}\n`);
  for (const hit of answer.hits) {
    const where = [hit.chapterTitle, hit.sectionTitle, pageWords(hit.pages)].filter(Boolean).join(' · ');
    const snippet = hit.snippet.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
    io.out(`\n${where}\n  ${snippet}\n${hit.why.length > 0 ? `  (${hit.why.join('; ')})\n` : ''}`);
  }
  return 0;
}

async function refuseUnknownValues(client: Command['client'], choice: Record<'country' | 'domain' | 'limitation', string[]>): Promise<void> {
  const { taxonomies } = await client('facets.list', {});
  for (const { facet, values } of taxonomies) {
    const unknown = choice[facet].find((value) => !values.some((known) => known.value === value));
    if (unknown !== undefined) throw new UsageError(`--${facet} “${unknown}” is not known. Known: ${values.map((value) => value.value).join(', ')}.`);
  }
}
