import type { HostBridge } from '../db/contract/bridge.ts';

/** The two channels between a window and the main process. */
export const CHANNELS = { ask: 'attache:ask', event: 'attache:event' } as const;

/** How a window reaches the main process: Electron's IPC, or a pair of functions in a test. */
export interface Wire {
  ask(message: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
}

/**
 * The window's side of the bridge. It holds no logic: every check stands on the other side (ipc.ts).
 * A failure of anything but `call` is thrown as an Error whose message is the sentence for the user.
 */
export function createBridge(wire: Wire): HostBridge {
  const ask = async (message: unknown) => {
    const reply = await wire.ask(message) as { ok: boolean; value?: unknown; error?: { message: string } };
    if (!reply.ok) throw new Error(reply.error?.message);
    return reply.value;
  };
  return {
    kind: 'window',
    call: (name, params) => wire.ask({ op: 'call', name, params }),
    onEvent: (listener) => wire.listen(listener),
    pickFiles: (kind) => ask({ op: 'pickFiles', kind }),
    offerFile: (name, bytes) => ask({ op: 'offerFile', name, bytes }),
    saveFile: (file, name) => ask({ op: 'saveFile', file, name }) as Promise<'saved' | 'cancelled'>,
    saveFiles: (files) => ask({ op: 'saveFiles', files: [...files] }) as Promise<'saved' | 'cancelled'>,
    offerCommands: (commands) => ask({ op: 'offerCommands', commands: [...commands] }) as Promise<void>,
    printPack: (id, copy) => ask({ op: 'printPack', id, copy }) as Promise<'sent' | 'cancelled'>,
  };
}
