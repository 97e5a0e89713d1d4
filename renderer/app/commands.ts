/**
 * Everything that can be done from the keyboard, the menu and the palette: one table for all three. Where two commands
 * of a key are answered, the later one is meant, which is the more particular.
 */
export const COMMANDS = {
  'place:library': { label: 'Go to Library', group: 'Go to', keys: ['g l'] },
  'place:read': { label: 'Go to Read', group: 'Go to', keys: ['g r'] },
  'place:search': { label: 'Go to Search', group: 'Go to', keys: ['g s'] },
  'place:compare': { label: 'Go to Compare', group: 'Go to', keys: ['g c'] },
  'place:packs': { label: 'Go to Packs', group: 'Go to', keys: ['g p'] },
  review: { label: 'Review what was imported', group: 'Go to', keys: ['g v'] },
  back: { label: 'Go back', group: 'Go to', keys: ['Escape'] },
  find: { label: 'Search the library', group: 'Find', keys: ['/', 'Mod+k'] },
  palette: { label: 'Find a command', group: 'Find', keys: ['Mod+p'] },
  next: { label: 'Next passage', group: 'Passages', keys: ['j', 'ArrowDown'] },
  previous: { label: 'Previous passage', group: 'Passages', keys: ['k', 'ArrowUp'] },
  open: { label: 'Open the passage', group: 'Passages', keys: ['Enter'] },
  'add-to-pack': { label: 'Add the passage, or what is selected, to the pack', group: 'Passages', keys: ['a'] },
  'extend:next': { label: 'Choose the next passage too, in Read', group: 'Passages', keys: ['J'] },
  'extend:previous': { label: 'Choose the passage before too, in Read', group: 'Passages', keys: ['K'] },
  'copy-citation': { label: 'Copy the passage with its citation', group: 'Passages', keys: ['c'] },
  tags: { label: 'Why these tags', group: 'Passages', keys: ['t'] },
  similar: { label: 'More like this passage', group: 'Passages', keys: ['m'] },
  'chapter:next': { label: 'Next chapter', group: 'Reading', keys: [']'] },
  'chapter:previous': { label: 'Previous chapter', group: 'Reading', keys: ['['] },
  language: { label: 'Read it in another language', group: 'Reading', keys: ['l'] },
  'search-help': { label: 'How to search', group: 'Search', keys: ['Mod+/'] },
  'forget-searches': { label: 'Forget earlier searches', group: 'Search', keys: [] },
  'save-search': { label: 'Save this search', group: 'Search', keys: ['s'] },
  import: { label: 'Import reports…', group: 'Library', keys: ['i'] },
  'import-folder': { label: 'Import a folder…', group: 'Library', keys: [] },
  'library:find': { label: 'Find a report', group: 'Library', keys: ['Mod+f'] },
  check: { label: 'Check the library', group: 'Library', keys: [] },
  'pack:new': { label: 'New pack…', group: 'Packs', keys: ['n'] },
  'pack:brief': { label: 'Brief me on a country…', group: 'Packs', keys: ['b'] },
  'pack:open': { label: 'Open a pack file…', group: 'Packs', keys: [] },
  'pack:pdf': { label: 'Save the pack as PDF', group: 'Packs', keys: [] },
  'pack:print': { label: 'Print the pack', group: 'Packs', keys: [] },
  'pack:find': { label: 'Search inside the pack', group: 'Packs', keys: ['Mod+f'] },
  'item:up': { label: 'Move the item up', group: 'Packs', keys: ['Alt+ArrowUp'] },
  'item:down': { label: 'Move the item down', group: 'Packs', keys: ['Alt+ArrowDown'] },
  'remove-item': { label: 'Take the item out of the pack', group: 'Packs', keys: ['Delete'] },
  undo: { label: 'Undo the last removal', group: 'Packs', keys: ['u', 'Mod+z'] },
  'pack:undo': { label: 'Undo the last change of the pack', group: 'Packs', keys: ['u', 'Mod+z'] },
  'pack:redo': { label: 'Make it again', group: 'Packs', keys: ['Mod+Shift+z', 'Mod+y'] },
  'review:next': { label: 'Next doubt', group: 'Review', keys: ['j'] },
  'review:previous': { label: 'Previous doubt', group: 'Review', keys: ['k'] },
  'review:accept': { label: 'Accept it as it is', group: 'Review', keys: ['a', 'Enter'] },
  'review:split': { label: 'Split the passage…', group: 'Review', keys: ['s'] },
  'review:join': { label: 'Join it with the next passage', group: 'Review', keys: ['b'] },
  'review:up': { label: 'Move the passage up', group: 'Review', keys: ['Alt+ArrowUp'] },
  'review:down': { label: 'Move the passage down', group: 'Review', keys: ['Alt+ArrowDown'] },
  'review:kind': { label: 'Say what the passage is…', group: 'Review', keys: ['m'] },
  'review:tags': { label: 'Change its tags…', group: 'Review', keys: ['t'] },
  'review:rename': { label: 'Rename its section or chapter…', group: 'Review', keys: ['r'] },
  'review:undo': { label: 'Take back the last correction', group: 'Review', keys: ['u', 'Mod+z'] },
  'review:redo': { label: 'Make it again', group: 'Review', keys: ['Mod+Shift+z'] },
  theme: { label: 'Light or dark', group: 'View', keys: ['d'] },
  'text-larger': { label: 'Larger text', group: 'View', keys: ['+'] },
  'text-smaller': { label: 'Smaller text', group: 'View', keys: ['-'] },
  'text-reset': { label: 'Text at 100 %', group: 'View', keys: ['0'] },
  help: { label: 'Keys', group: 'View', keys: ['?'] },
} as const satisfies Record<string, { label: string; group: string; keys: readonly string[] }>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];
const isCommand = (id: string): id is CommandId => Object.hasOwn(COMMANDS, id);

export type Commands = ReturnType<typeof createCommands>;

/** Who answers which command now. The place on the screen registers its own; the last to register answers. */
export function createCommands() {
  const handlers = new Map<CommandId, (() => void)[]>();
  return {
    register(id: CommandId, handler: () => void): () => void {
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      return () => {
        handlers.set(id, (handlers.get(id) ?? []).filter((other) => other !== handler));
      };
    },
    available: (id: CommandId): boolean => (handlers.get(id)?.length ?? 0) > 0,
    /** @param id as a key, a menu or the palette names it @returns whether anybody answered */
    run(id: string): boolean {
      const handler = isCommand(id) ? handlers.get(id)?.at(-1) : undefined;
      handler?.();
      return handler !== undefined;
    },
  };
}
