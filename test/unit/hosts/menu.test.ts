import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { COMMANDS, menuTemplate, type Command } from '../../../electron/menu.ts';

type Item = MenuItemConstructorOptions;
const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const items = (platform: NodeJS.Platform, developing = false, send: (command: Command) => void = () => {}) => flat(menuTemplate({ send, platform, developing }));

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('holds every command with a key of its own on %s', (platform) => {
    const all = items(platform);
    for (const command of COMMANDS) expect(all.filter((item) => item.id === command && item.accelerator && item.visible !== false)).toHaveLength(1);
    const keys = all.flatMap((item) => (item.accelerator ? [item.accelerator] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends the command that an item stands for', () => {
    const sent: Command[] = [];
    for (const item of items('linux', false, (command) => sent.push(command))) (item.click as (() => void) | undefined)?.();
    expect(new Set(sent)).toEqual(new Set(COMMANDS));
  });

  it('offers the developer tools only while the app is developed', () => {
    const offers = (developing: boolean) => items('linux', developing).some((item) => item.role === 'toggleDevTools');
    expect([offers(true), offers(false)]).toEqual([true, false]);
  });

  it('never takes a key away from typing', () => {
    expect(items('linux').flatMap(({ accelerator }) => accelerator ?? []).filter((key) => !/^(CmdOrCtrl\+|F\d)/.test(key))).toEqual([]);
  });
});
