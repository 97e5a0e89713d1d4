import { COMMAND_IDS, isCommand, type CommandId } from '../../db/contract/commands.ts';

export type Commands = ReturnType<typeof createCommands>;

/** Who answers which command now. The place on the screen registers its own; the last to register answers. */
export function createCommands() {
  const handlers = new Map<CommandId, (() => void)[]>();
  const listeners = new Set<() => void>();
  const answer = (id: CommandId, answering: (() => void)[]): void => {
    handlers.set(id, answering);
    for (const listener of listeners) listener();
  };
  const available = (id: CommandId): boolean => (handlers.get(id)?.length ?? 0) > 0;
  return {
    register(id: CommandId, handler: () => void): () => void {
      answer(id, [...(handlers.get(id) ?? []), handler]);
      return () => answer(id, (handlers.get(id) ?? []).filter((other) => other !== handler));
    },
    available,
    /** All that somebody answers now, in the order of the table. */
    answered: (): CommandId[] => COMMAND_IDS.filter(available),
    /** @param listener is told whenever others may answer than before; often, while a screen is made */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** @param id as a key, a menu or the palette names it @returns whether anybody answered */
    run(id: string): boolean {
      const handler = isCommand(id) ? handlers.get(id)?.at(-1) : undefined;
      handler?.();
      return handler !== undefined;
    },
  };
}
