import { createClient } from '../../db/contract/client.ts';
import { AttacheError, toWireError } from '../../db/model/errors.ts';
import { defaultFolder } from '../host/folder.ts';
import { openHostService } from '../host/open.ts';
import { readArguments, type Arguments } from './arguments.ts';
import type { CliOptions, Command } from './command.ts';
import { checkCommand, exportCommand, importCommand, printFindings, removeCommand, reportsCommand } from './library-commands.ts';
import { packCommand } from './pack-command.ts';
import { searchCommand } from './search-command.ts';
import { serveCommand } from './serve-command.ts';
import { USAGE, UsageError, type Io } from './io.ts';

const COMMANDS: Record<Arguments['command'], (command: Command) => Promise<number>> = {
  import: importCommand, reports: reportsCommand, search: searchCommand, export: exportCommand, pack: packCommand, remove: removeCommand, check: checkCommand, serve: serveCommand,
};

const TERMINAL: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** Nothing is counted of a library that could not be opened. */
const UNOPENED = { reports: 0, passages: 0, footnotes: 0, packs: 0 };

/** What stands behind "--" is meant as it is written. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).includes('--help');
}

/**
 * Runs one command of the contract.
 * @param argv without the program's name: ["search", "--json", "--", "coast guard"]
 * @returns the exit code: 0 done, 1 failed with a sentence on stderr, 2 wrong usage
 */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<number> {
  const io = options.io ?? TERMINAL;
  if (argv.length === 0 || argv[0] === 'help' || asksForHelp(argv) || argv[0] === '-h') {
    (argv.length === 0 ? io.err : io.out)(USAGE);
    return argv.length === 0 ? 2 : 0;
  }
  if (argv[0] === '--version' || argv[0] === '-v') {
    io.out(`${__VERSION__}\n`);
    return 0;
  }
  let checking: Arguments | null = null;
  try {
    const args = readArguments(argv);
    if (args.command === 'check') checking = args;
    const command = COMMANDS[args.command];
    // A host of its own opens the library itself, and holds it.
    if (args.command === 'serve') return await command({ args, io, options } as Command);
    const service = openHostService({ dist: options.dist, folder: args.library ?? defaultFolder(), host: 'terminal', startImport: options.startImport, printer: args.command === 'pack' ? options.findPrinter() : null, canPrint: false });
    try {
      return await command({ args, service, client: createClient((name, params) => service.dispatch(name, params)), io, options });
    } finally {
      await service.close();
    }
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    // What is too damaged to be opened is a finding of its own.
    if (checking && error instanceof AttacheError && error.code === 'library-damaged') return printFindings(checking, io, UNOPENED, [error.message]);
    if (!(error instanceof AttacheError)) console.error(error);
    io.err(`${toWireError(error).message}\n`);
    return 1;
  }
}
