import { z } from 'zod';
import { pickKind, type PickKind } from '../db/contract/bridge.ts';
import { COMMAND_IDS, type CommandId } from '../db/contract/commands.ts';
import type { Reply } from '../db/contract/dispatch.ts';
import { AttacheError, toWireError } from '../db/model/errors.ts';
import { LARGEST_FILE, tooLarge } from './host/limits.ts';
import type { HostService } from './host/service.ts';
import { isAppPage } from './protocol.ts';

/** Who sent a message, as Electron tells it. */
export interface Sender {
  /** The address of the sending frame, null where the frame is gone. */
  address: string | null;
  /** Whether it is the window's main frame and no frame inside it. */
  mainFrame: boolean;
  /** Whether the window is one that the app opened for its own page. */
  ours: boolean;
}

/** What the main process does besides the contract's calls; all of it meets the user in a dialog. */
export interface Desktop {
  /** @returns the paths that the user chose, none where the dialog was cancelled */
  pickFiles(kind: PickKind): Promise<string[]>;
  saveFile(name: string, bytes: Uint8Array): Promise<'saved' | 'cancelled'>;
  /** Writes all of them into one folder that the user chooses. */
  saveFiles(files: readonly { name: string; bytes: Uint8Array }[]): Promise<'saved' | 'cancelled'>;
  printPack(id: string, copy: number | null): Promise<'sent' | 'cancelled'>;
  /** Greys what the menu has besides these. */
  offerCommands(commands: readonly CommandId[]): void;
}

const message = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('call'), name: z.string(), params: z.unknown() }),
  z.strictObject({ op: z.literal('pickFiles'), kind: pickKind }),
  z.strictObject({ op: z.literal('offerFile'), name: z.string().min(1).max(255), bytes: z.instanceof(ArrayBuffer) }),
  z.strictObject({ op: z.literal('saveFile'), file: z.string().max(120), name: z.string().min(1).max(255) }),
  z.strictObject({ op: z.literal('saveFiles'), files: z.array(z.strictObject({ file: z.string().max(120), name: z.string().min(1).max(255) })).max(500) }),
  z.strictObject({ op: z.literal('offerCommands'), commands: z.array(z.enum(COMMAND_IDS)).max(COMMAND_IDS.length) }),
  z.strictObject({ op: z.literal('printPack'), id: z.string().min(1).max(120), copy: z.number().int().min(1).nullable() }),
]);

/**
 * The main process's side of the bridge, without Electron: judges the sender, checks the message, then does it.
 * @param onRefused told for every message from somebody who may not ask
 * @param log where bugs are told
 * @returns a function that never throws; it answers as the contract's dispatcher does
 */
export function createAnswerer({ service, desktop, onRefused, log }: {
  service: HostService; desktop: Desktop; onRefused: () => void; log: (error: unknown) => void;
}): (sender: Sender, raw: unknown) => Promise<Reply> {
  return async (sender, raw) => {
    try {
      if (!sender.ours || !sender.mainFrame || sender.address === null || !isAppPage(sender.address)) {
        onRefused();
        throw new AttacheError('not-allowed', 'This page is not part of Attaché and may not reach your library.');
      }
      const checked = message.safeParse(raw);
      if (!checked.success) throw new AttacheError('bad-request', 'The window sent something that Attaché does not understand. Restart the app.');
      if (checked.data.op === 'call') return await service.dispatch(checked.data.name, checked.data.params);
      return { ok: true, value: await act(checked.data, service, desktop) };
    } catch (error) {
      if (!(error instanceof AttacheError)) log(error);
      return { ok: false, error: toWireError(error) };
    }
  };
}

async function act(asked: Exclude<z.output<typeof message>, { op: 'call' }>, { shelf }: HostService, desktop: Desktop): Promise<unknown> {
  switch (asked.op) {
    case 'pickFiles':
      return (await desktop.pickFiles(asked.kind)).map((file) => shelf.putPath(file));
    case 'offerFile':
      if (asked.bytes.byteLength > LARGEST_FILE) throw tooLarge(LARGEST_FILE);
      return shelf.putBytes(asked.name, new Uint8Array(asked.bytes));
    case 'saveFile':
      return desktop.saveFile(asked.name, (await shelf.take(asked.file)).bytes);
    case 'offerCommands':
      return desktop.offerCommands(asked.commands);
    case 'printPack':
      return desktop.printPack(asked.id, asked.copy);
    case 'saveFiles':
      return desktop.saveFiles(await Promise.all(asked.files.map(async ({ file, name }) => ({ name, bytes: (await shelf.take(file)).bytes }))));
  }
}
