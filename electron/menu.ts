import type { MenuItemConstructorOptions } from 'electron';

/** What a menu item tells the page to do; the page knows the same actions in its palette. */
export const COMMANDS = [
  'place:library', 'place:read', 'place:search', 'place:compare', 'place:packs', 'find', 'palette', 'import', 'import-folder', 'pack:new', 'pack:pdf', 'pack:print',
  'add-to-pack', 'copy-citation', 'text-larger', 'text-smaller', 'text-reset', 'theme', 'help',
] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * The app's menu: every action, with its key.
 * @param send tells the window that is in front
 */
export function menuTemplate({ send, platform, developing }: { send: (command: Command) => void; platform: NodeJS.Platform; developing: boolean }): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const item = (label: string, command: Command, accelerator: string): MenuItemConstructorOptions => ({ label, accelerator, id: command, click: () => send(command) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&Import reports…', 'import', 'CmdOrCtrl+O'),
        item('Import a &folder…', 'import-folder', 'CmdOrCtrl+Shift+O'),
        item('&New pack', 'pack:new', 'CmdOrCtrl+N'),
        line,
        item('Save pack as &PDF…', 'pack:pdf', 'CmdOrCtrl+Shift+S'),
        item('Print pac&k…', 'pack:print', 'CmdOrCtrl+Shift+P'),
        line,
        mac ? { role: 'close' } : { role: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' }, { role: 'redo' }, line, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }, line,
        item('&Search the library', 'find', 'CmdOrCtrl+K'),
        item('Find a &command…', 'palette', 'CmdOrCtrl+P'),
        line,
        item('&Add passage to pack', 'add-to-pack', 'CmdOrCtrl+D'),
        item('Copy with ci&tation', 'copy-citation', 'CmdOrCtrl+Shift+C'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('&Library', 'place:library', 'CmdOrCtrl+1'), item('&Read', 'place:read', 'CmdOrCtrl+2'), item('&Search', 'place:search', 'CmdOrCtrl+3'),
        item('&Compare', 'place:compare', 'CmdOrCtrl+4'), item('&Packs', 'place:packs', 'CmdOrCtrl+5'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('&Larger text', 'text-larger', 'CmdOrCtrl+Plus'),
        // The same key without Shift, as browsers take it.
        { ...item('Larger text', 'text-larger', 'CmdOrCtrl+='), id: 'text-larger-too', visible: false, acceleratorWorksWhenHidden: true },
        item('&Smaller text', 'text-smaller', 'CmdOrCtrl+-'), item('&Usual text size', 'text-reset', 'CmdOrCtrl+0'),
        line,
        item('Light or &dark', 'theme', 'CmdOrCtrl+Shift+L'), { role: 'togglefullscreen' },
        ...(developing ? [line, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { label: '&Help', role: 'help', submenu: [item('&Keys and help', 'help', 'F1')] },
  ];
}
