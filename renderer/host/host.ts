import { hostEvent, pickedFile, type HostBridge, type HostEvent, type PickedFile, type PickKind } from '../../db/contract/bridge.ts';
import { createClient, type Client } from '../../db/contract/client.ts';
import type { CommandId } from '../../db/contract/commands.ts';
import { AttacheError, toWireError } from '../../db/model/errors.ts';

/** A file that was chosen: it lies with the host already, or is handed over when it is needed. */
export type Picked = PickedFile | File;

/** What the screens know of the machine around them; everything that comes back through it has been checked. */
export interface Host {
  kind: HostBridge['kind'];
  client: Client;
  onEvent(listener: (event: HostEvent) => void): () => void;
  /** An empty list where the user cancelled. */
  pickFiles(kind: PickKind): Promise<Picked[]>;
  /** Hands a file to the host, where it does not lie there already. @throws AttacheError */
  hand(file: Picked): Promise<PickedFile>;
  saveFile(file: string, name: string): Promise<'saved' | 'cancelled'>;
  /** Several files into one folder. */
  saveFiles(files: readonly { file: string; name: string }[]): Promise<'saved' | 'cancelled'>;
  /** Tells which commands are answered now. */
  offerCommands(commands: readonly CommandId[]): Promise<void>;
  /** @param copy which of the pack's copies, from 1; null prints none's */
  printPack(id: string, copy: number | null): Promise<'sent' | 'cancelled'>;
}

/** Whatever was thrown, as something that can be shown. */
export function asError(thrown: unknown): AttacheError {
  if (thrown instanceof AttacheError) return thrown;
  const { code, message } = toWireError(thrown);
  return new AttacheError(code, message, { cause: thrown });
}

/** A bridge's own failures cross as an Error whose message is the sentence for the reader. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AttacheError || !(error instanceof Error) || error.message === '') throw asError(error);
    throw new AttacheError('internal', error.message, { cause: error });
  }
}

const notUnderstood = (): AttacheError => new AttacheError('internal', 'Attaché’s host gave an answer that this window does not understand. Close it and start the app again.');

/**
 * Puts checks around a host's bridge.
 * @param bridge the preload's `window.attache`, the loopback host's, or a test's
 * @returns the same, validated: events that are not understood are dropped, files that are not are an AttacheError
 */
export function createHost(bridge: HostBridge): Host {
  const file = (value: unknown): PickedFile => {
    const checked = pickedFile.safeParse(value);
    if (!checked.success) throw notUnderstood();
    return checked.data;
  };
  return {
    kind: bridge.kind,
    client: createClient((name, params) => bridge.call(name, params)),
    onEvent: (listener) => bridge.onEvent((event) => {
      const checked = hostEvent.safeParse(event);
      if (checked.success) listener(checked.data);
    }),
    pickFiles: async (kind) => {
      const picked = await told(() => bridge.pickFiles(kind));
      if (!Array.isArray(picked)) throw notUnderstood();
      return picked.map((one) => (one instanceof File ? one : file(one)));
    },
    hand: async (given) => {
      if (!(given instanceof File)) return given;
      const bytes = await bytesOf(given);
      return file(await told(() => bridge.offerFile(given.name, bytes)));
    },
    saveFile: (handle, name) => told(() => bridge.saveFile(handle, name)),
    saveFiles: (files) => told(() => bridge.saveFiles(files)),
    offerCommands: (commands) => bridge.offerCommands(commands),
    printPack: (id, copy) => told(() => bridge.printPack(id, copy)),
  };
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new AttacheError('file-gone', `“${file.name}” could not be read: it was moved, deleted or changed meanwhile, or you may not open it. The library is unchanged. Choose the file again.`, { cause: error });
  }
}
