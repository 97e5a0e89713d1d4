import type { HostEvent } from '../../db/contract/bridge.ts';

export type EventHub = ReturnType<typeof createEventHub>;

/** Passes on what the library tells: to every window or page that listens. */
export function createEventHub() {
  const listeners = new Set<(event: HostEvent) => void>();
  return {
    emit(event: HostEvent): void {
      for (const listener of listeners) listener(event);
    },
    /** @returns ends the listening */
    subscribe(listener: (event: HostEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
