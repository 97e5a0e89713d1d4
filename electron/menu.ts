import type { Menu, MenuItemConstructorOptions } from 'electron';
import { COMMAND_IDS, COMMANDS, isCommand, type CommandId } from '../db/contract/commands.ts';

/** Keys that the menu itself listens to, beside those of the page; all with Ctrl or ⌘, or a function key. */
const ACCELERATORS: Partial<Record<CommandId, string>> = {
  import: 'CmdOrCtrl+O', 'import-folder': 'CmdOrCtrl+Shift+O', 'pack:new': 'CmdOrCtrl+N', 'pack:brief': 'CmdOrCtrl+B', 'pack:pdf': 'CmdOrCtrl+Shift+S', 'pack:print': 'CmdOrCtrl+Shift+P',
  find: 'CmdOrCtrl+K', palette: 'CmdOrCtrl+P', 'add-to-pack': 'CmdOrCtrl+D', 'copy-citation': 'CmdOrCtrl+Shift+C',
  'place:library': 'CmdOrCtrl+1', 'place:read': 'CmdOrCtrl+2', 'place:search': 'CmdOrCtrl+3', 'place:compare': 'CmdOrCtrl+4', 'place:packs': 'CmdOrCtrl+5', review: 'CmdOrCtrl+6',
  'text-larger': 'CmdOrCtrl+Plus', 'text-smaller': 'CmdOrCtrl+-', 'text-reset': 'CmdOrCtrl+0', theme: 'CmdOrCtrl+Shift+L', help: 'F1',
};

type Entry = CommandId | 'line' | MenuItemConstructorOptions;
/** Where each command stands; one place for each. */
const FILE: readonly Entry[] = ['import', 'import-folder', 'check', 'line', 'pack:new', 'pack:brief', 'pack:open', 'line', 'pack:pdf', 'pack:print', 'line'];
const EDIT: readonly Entry[] = [
  { role: 'undo' }, { role: 'redo' }, 'line', { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }, 'line',
  'find', 'library:find', 'pack:find', 'palette', 'line', 'save-search', 'forget-searches',
];
const GO: readonly Entry[] = [
  'place:library', 'place:read', 'place:search', 'place:compare', 'place:packs', 'review', 'line', 'chapter:next', 'chapter:previous', 'language', 'line', 'part:next', 'part:previous', 'back',
];
const PASSAGE: readonly Entry[] = ['next', 'previous', 'open', 'extend:next', 'extend:previous', 'line', 'add-to-pack', 'copy-citation', 'line', 'tags', 'similar'];
const PACK: readonly Entry[] = ['item:up', 'item:down', 'remove-item', 'line', 'pack:undo', 'pack:redo', 'undo'];
const REVIEW: readonly Entry[] = [
  'review:next', 'review:previous', 'review:accept', 'line', 'review:split', 'review:join', 'review:up', 'review:down', 'line', 'review:kind', 'review:tags', 'review:rename', 'line', 'review:undo', 'review:redo',
];
const VIEW: readonly Entry[] = ['text-larger', 'text-smaller', 'text-reset', 'line', 'theme', { role: 'togglefullscreen' }];
const HELP: readonly Entry[] = ['help', 'search-help'];

/**
 * The app's menu: every command of the app, with its key.
 * @param send tells the window that is in front
 */
export function menuTemplate({ send, platform, developing }: { send: (command: CommandId) => void; platform: NodeJS.Platform; developing: boolean }): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const menu = (label: string, entries: readonly Entry[]): MenuItemConstructorOptions => {
    const labels = withAccessKeys(entries.filter((entry) => typeof entry === 'string' && isCommand(entry)));
    return {
      label,
      submenu: entries.map((entry): MenuItemConstructorOptions => {
        if (entry === 'line') return { type: 'separator' };
        return typeof entry === 'string' ? { id: entry, label: labels.get(entry)!, ...keyOf(entry, mac), click: () => send(entry) } : entry;
      }),
    };
  };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    menu('&File', [...FILE, mac ? { role: 'close' } : { role: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q' }]),
    menu('&Edit', EDIT),
    menu('&Go', GO),
    menu('Pa&ssage', PASSAGE),
    menu('&Pack', PACK),
    menu('&Review', REVIEW),
    menu('&View', [
      ...VIEW,
      // The same key without Shift, as browsers take it.
      { id: 'text-larger-too', label: COMMANDS['text-larger'].label, accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true, click: () => send('text-larger') },
      ...(developing ? ['line', { role: 'toggleDevTools' }] as const : []),
    ]),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { ...menu('&Help', HELP), role: 'help' },
  ];
}

/** Greys every command that the window does not answer. */
export function greyOthers(menu: Pick<Menu, 'getMenuItemById'>, answered: readonly CommandId[]): void {
  for (const id of COMMAND_IDS) {
    const item = menu.getMenuItemById(id);
    if (item) item.enabled = answered.includes(id);
  }
}

/** A command's key: the menu's own, or that of the page, which is shown and not listened to; macOS would take it away from typing. */
function keyOf(id: CommandId, mac: boolean): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const own = ACCELERATORS[id];
  if (own !== undefined) return { accelerator: own };
  const [key] = COMMANDS[id].keys;
  return key === undefined || mac ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false };
}

/** "Mod+Shift+z" → "CmdOrCtrl+Shift+Z", "J" → "Shift+J", "Alt+ArrowUp" → "Alt+Up" */
function acceleratorOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Shift+${key}`;
  return key.replace('Mod+', 'CmdOrCtrl+').replace('Arrow', '').replace(/(?:^|\+)[a-z]$/, (letter) => letter.toUpperCase());
}

/** The labels of a menu's commands, each with an access key that no other of the menu has: a word's first letter, or else any. */
function withAccessKeys(commands: readonly CommandId[]): ReadonlyMap<CommandId, string> {
  const taken = new Set<string>();
  return new Map(commands.map((id) => {
    const { label } = COMMANDS[id];
    const at = [/\b\p{L}/gu, /\p{L}/gu].flatMap((letters) => [...label.matchAll(letters)]).find(([letter]) => !taken.has(letter.toLowerCase()))?.index;
    if (at === undefined) return [id, label];
    taken.add(label[at]!.toLowerCase());
    return [id, `${label.slice(0, at)}&${label.slice(at)}`];
  }));
}
