import type { Client } from '../../db/contract/client.ts';
import type { PdfPrinter } from '../../db/service/printing.ts';
import type { Service } from '../../db/service/service.ts';
import type { StartWork } from '../../db/service/work-process.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

/** What the terminal's commands are given by whoever runs them. */
export interface CliOptions {
  /** The folder of the built program. */
  dist: string;
  /** Looks for what can make a PDF here; asked only when one is wanted. */
  findPrinter: () => PdfPrinter | null;
  startImport: StartWork;
  io?: Io;
}

/** A command that was understood, with the library opened for it. */
export interface Command {
  args: Arguments;
  service: Service;
  client: Client;
  io: Io;
  options: CliOptions;
}
