import type { MenuItem, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, type CommandId } from '../../../db/contract/commands.ts';
import { greyOthers, menuTemplate } from '../../../electron/menu.ts';

type Item = MenuItemConstructorOptions;
const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const menus = (platform: NodeJS.Platform, developing = false, send: (command: CommandId) => void = () => {}) => menuTemplate({ send, platform, developing });
const items = (...given: Parameters<typeof menus>) => flat(menus(...given));
const isListenedTo = ({ accelerator, registerAccelerator }: Item) => accelerator !== undefined && registerAccelerator !== false;

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('holds every command once on %s, and no key twice that it listens to', (platform) => {
    const all = items(platform);
    expect(all.flatMap(({ id, visible }) => (id !== undefined && visible !== false ? [id] : [])).toSorted()).toEqual([...COMMAND_IDS].toSorted());
    const keys = all.filter(isListenedTo).map(({ accelerator }) => accelerator);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends the command that an item stands for', () => {
    const sent: CommandId[] = [];
    for (const item of items('linux', false, (command) => sent.push(command))) (item.click as (() => void) | undefined)?.();
    expect(new Set(sent)).toEqual(new Set(COMMAND_IDS));
  });

  it('offers the developer tools only while the app is developed', () => {
    const offers = (developing: boolean) => items('linux', developing).some((item) => item.role === 'toggleDevTools');
    expect([offers(true), offers(false)]).toEqual([true, false]);
  });

  it('never takes a key away from typing', () => {
    expect(items('linux').filter(isListenedTo).map(({ accelerator }) => accelerator!).filter((key) => !/^(CmdOrCtrl\+|F\d)/.test(key))).toEqual([]);
    expect(items('darwin').filter(({ accelerator }) => accelerator && !/^CmdOrCtrl\+|^F\d/.test(accelerator))).toEqual([]);
  });

  it('shows the keys of the page beside its own', () => {
    const keys = Object.fromEntries(items('linux').map(({ id, accelerator }) => [id, accelerator]));
    expect(keys).toMatchObject({ next: 'J', 'extend:next': 'Shift+J', 'item:up': 'Alt+Up', 'pack:redo': 'CmdOrCtrl+Shift+Z', 'chapter:next': ']', back: 'Escape', 'part:previous': 'Shift+F6' });
  });

  it('has no access key twice in one menu', () => {
    for (const { label, submenu } of menus('linux')) {
      const keys = (submenu as Item[]).flatMap((item) => /&(.)/.exec(item.label ?? '')?.[1]?.toLowerCase() ?? []);
      expect([label, keys.length - new Set(keys).size]).toEqual([label, 0]);
    }
  });

  it('greys what the window does not answer', () => {
    const all = new Map(COMMAND_IDS.map((id) => [id as string, { id, enabled: true }]));
    greyOthers({ getMenuItemById: (id) => (all.get(id) as unknown as MenuItem | undefined) ?? null }, ['find', 'help']);
    expect([...all.values()].filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual(['find', 'help']);
  });
});
