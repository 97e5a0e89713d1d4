import { createHash } from 'node:crypto';
import path from 'node:path';
import { isCommand } from './cli/arguments.ts';

/** What is said to the command itself and needs no command word. */
const ASKED = new Set(['help', '--help', '-h', '--version', '-v']);

/**
 * The app's own part of a command line: what stands after the program.
 * @param fromFolder whether plain Electron runs the app from a folder; then it is what stands after that folder
 */
export function ownArguments(argv: readonly string[], fromFolder: boolean): string[] {
  const rest = argv.slice(1);
  return fromFolder ? rest.slice(rest.findIndex((word) => !word.startsWith('-')) + 1) : rest;
}

/** Whether a command line is one for the terminal and opens no window. */
export function isForTerminal(own: readonly string[]): boolean {
  return isCommand(own[0]) || ASKED.has(own[0] ?? '');
}

/** The folder after `--library`, whole; null where none was said. */
export function saidLibrary(own: readonly string[], cwd: string): string | null {
  for (const [at, word] of own.entries()) {
    const said = word === '--library' ? own[at + 1] : word.startsWith('--library=') ? word.slice('--library='.length) : undefined;
    if (said !== undefined && said !== '') return path.resolve(cwd, said);
  }
  return null;
}

/**
 * Where Electron keeps what belongs to a window and not to the library. Each library has its own, so that two
 * libraries can be open beside each other, and one library only once.
 * @param usual the library that opens when none is said
 */
export function windowFolder(library: string, usual: string): string {
  const base = path.dirname(usual);
  return library === usual ? base : path.join(base, 'windows', createHash('sha256').update(library).digest('hex').slice(0, 16));
}
