import { parseArgs } from 'node:util';
import { UsageError } from './io.ts';

const TEXT = { type: 'string' } as const;
const MANY = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;

/** The options of each command, besides --library. */
const COMMANDS = {
  import: { 'password-file': TEXT, json: FLAG },
  reports: { json: FLAG },
  search: { report: TEXT, country: MANY, domain: MANY, limitation: MANY, limit: TEXT, offset: TEXT, json: FLAG },
  export: { format: TEXT },
  pack: { out: TEXT },
  remove: {},
  check: { json: FLAG },
  serve: { port: TEXT, open: FLAG },
} as const;

export type CommandName = keyof typeof COMMANDS;
/** Commands that take options alone: a folder behind them was meant for --library. */
const WORDLESS = new Set<CommandName>(['reports', 'check', 'serve']);

export interface Arguments {
  command: CommandName;
  library: string | null;
  /** What stands without a dash. */
  words: string[];
  text: (name: string) => string | null;
  many: (name: string) => string[];
  flag: (name: string) => boolean;
  /** A whole number from 0 up to `most`. @throws UsageError */
  number: (name: string, most?: number) => number | null;
}

export function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

/** Reads a command line. @throws UsageError where it is not one of the contract's */
export function readArguments(argv: readonly string[]): Arguments {
  const [command, ...rest] = argv;
  if (!isCommand(command)) throw new UsageError(command === undefined ? 'Say what to do.' : `There is no command “${command}”.`);
  let parsed;
  try {
    parsed = parseArgs({ args: rest, options: { library: TEXT, ...COMMANDS[command] }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const values = parsed.values as Record<string, string | string[] | boolean | undefined>;
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  if (text('library') === '') throw new UsageError('--library takes a folder.');
  if (WORDLESS.has(command) && parsed.positionals.length > 0) throw new UsageError(`${command} takes no words besides its options.`);
  return {
    command,
    library: text('library'),
    words: parsed.positionals,
    text,
    many: (name) => (Array.isArray(values[name]) ? values[name] : []),
    flag: (name) => values[name] === true,
    number(name, most = 999_999_999) {
      const given = text(name);
      if (given === null) return null;
      if (!/^\d{1,9}$/.test(given) || Number(given) > most) throw new UsageError(`--${name} takes a whole number from 0 to ${most}, not “${given}”.`);
      return Number(given);
    },
  };
}
