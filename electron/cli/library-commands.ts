import fs from 'node:fs';
import { AttacheError, toWireError } from '../../db/model/errors.ts';
import type { Result } from '../../db/contract/methods.ts';
import { filesToImport } from '../host/files-to-import.ts';
import { many, UsageError } from './io.ts';
import type { Command } from './command.ts';

type Summary = Result<'library.list'>['reports'][number];

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function oneWord({ args }: Command, what: string): string {
  const [word, ...more] = args.words;
  if (word === undefined || more.length > 0) throw new UsageError(`${args.command} takes one ${what}.`);
  return word;
}

/** What import and reports print of a report: the counts of the contract. */
function summaryJson(report: Summary): Record<string, unknown> {
  const facets = Object.fromEntries(Object.entries(report.facets).map(([facet, values]) => [facet, Object.fromEntries(values.filter((value) => value.count > 0).map((value) => [value.value, value.count]))]));
  return { id: report.id, title: report.title, sourceName: report.sourceName, sourceSha256: report.sourceSha256, importedAt: report.importedAt, counts: { ...report.counts, facets } };
}

function summaryLine(report: Summary): string {
  const { chapters, passages, footnotes } = report.counts;
  return `${report.id}  ${report.title}: ${many(chapters, 'chapter')}, ${many(passages, 'passage')}, ${many(footnotes, 'footnote')}`;
}

/** "country: cambodia 25, vietnam 36" for each facet that the report speaks of. */
const facetLines = (report: Summary): string => Object.entries(report.facets).map(([facet, values]) => {
  const said = values.filter(({ count }) => count > 0).map(({ value, count }) => `${value} ${count}`);
  return said.length === 0 ? '' : `  ${facet}: ${said.join(', ')}\n`;
}).join('');

/** A password on the command line could be seen by others on the machine; so it stands in a file, or comes through a pipe. */
function passwordFrom(file: string): string {
  try {
    return fs.readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/, 1)[0]!;
  } catch (error) {
    throw new AttacheError('file-gone', `The password file “${file}” could not be read. Nothing was imported. Check its name and try again.`, { cause: error });
  }
}

export async function importCommand(command: Command): Promise<number> {
  const { args, io } = command;
  if (args.words.length === 0) throw new UsageError('import takes at least one file or folder.');
  const passwordFile = args.text('password-file');
  const password = passwordFile === null ? null : passwordFrom(passwordFile);
  const done: Record<string, unknown>[] = [];
  let failed = 0;
  const tried = async <T>(work: () => T): Promise<Awaited<T> | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AttacheError)) throw error;
      failed += 1;
      io.err(`${toWireError(error).message}\n`);
      return null;
    }
  };
  for (const word of args.words) {
    for (const file of (await tried(() => filesToImport(word))) ?? []) {
      const report = await tried(() => importOne(command, file, password));
      if (report) done.push(report);
    }
  }
  if (args.flag('json')) io.out(json(done));
  return failed === 0 ? 0 : 1;
}

async function importOne({ args, service, client, io }: Command, path: string, password: string | null): Promise<Record<string, unknown>> {
  const { file } = service.shelf.putPath(path);
  const { report, already } = await client('library.import', { job: 'import', file, password });
  const { warnings } = await client('library.contents', { report: report.id });
  if (!args.flag('json')) {
    io.out(`${summaryLine(report)}${already ? ' (was in the library already)' : ''}\n${facetLines(report)}`);
    for (const warning of warnings) io.err(`  ${warning.line === null ? '' : `line ${warning.line}: `}${warning.message}\n`);
  }
  return { ...summaryJson(report), already, warnings };
}

export async function reportsCommand({ args, client, io }: Command): Promise<number> {
  const { reports } = await client('library.list', {});
  if (args.flag('json')) io.out(json(reports.map(summaryJson)));
  else for (const report of reports) io.out(`${summaryLine(report)}\n`);
  return 0;
}

export async function exportCommand(command: Command): Promise<number> {
  const { args, service, client, io } = command;
  const report = oneWord(command, 'report');
  const format = args.text('format') ?? 'json';
  if (format !== 'json' && format !== 'markdown' && format !== 'csl-json') throw new UsageError('--format is json, markdown or csl-json.');
  const { file } = await client('library.export', { report, format });
  const { bytes } = await service.shelf.take(file);
  io.out(new TextDecoder().decode(bytes));
  return 0;
}

export async function removeCommand(command: Command): Promise<number> {
  const report = oneWord(command, 'report');
  await command.client('library.remove', { report });
  command.io.err(`Removed ${report}. Your packs are kept.\n`);
  return 0;
}

export async function checkCommand({ args, client, io }: Command): Promise<number> {
  const { counts, findings } = await client('library.check', {});
  return printFindings(args, io, counts, findings);
}

/** Prints what was found wrong with a library. @returns the exit code */
export function printFindings(args: Command['args'], io: Command['io'], counts: Result<'library.check'>['counts'], findings: readonly string[]): number {
  const ok = findings.length === 0;
  if (args.flag('json')) io.out(json({ ok, findings, counts }));
  else {
    const { reports, passages, footnotes, packs } = counts;
    io.out(`${many(reports, 'report')}, ${many(passages, 'passage')}, ${many(footnotes, 'footnote')}, ${many(packs, 'pack')}: ${ok ? 'all is well' : many(findings.length, 'finding')}\n`);
    for (const finding of findings) io.out(`  ${finding}\n`);
  }
  return ok ? 0 : 1;
}
