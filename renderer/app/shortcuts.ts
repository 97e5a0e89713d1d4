import { COMMANDS, COMMAND_IDS, type CommandId } from '../../db/contract/commands.ts';
import type { Commands } from './commands.ts';

/** How long the second key of "g l" may keep one waiting. */
const PAIR_MS = 1200;
/** Keys that move, open or go back; they are no letters that somebody could type or say by accident. */
const NAMED = new Set(['Escape', 'Enter', 'ArrowDown', 'ArrowUp', 'Delete']);
/** Where keys belong to the thing that has the focus. */
const EDITABLE = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';
const OWN_KEYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="grid"], [role="radiogroup"], [role="slider"]';
/** What lies over the window keeps the focus. */
const OVER_THE_REST = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Keys that a list leaves to the screen. */
const LISTED = new Set(['Delete', 'u']);
/** Enter and the arrows already mean something here. */
const PRESSABLE = 'button, a[href], summary, [role="button"], input';

const byKey = new Map<string, CommandId[]>();
for (const id of COMMAND_IDS) for (const key of COMMANDS[id].keys) byKey.set(key, [...(byKey.get(key) ?? []), id]);

/** Keys that a field has for itself. */
const TYPING = new Set(['Mod+z', 'Mod+Shift+z']);

/** The name of a pressed key as the table has it: "Mod+k", "?", "ArrowDown". */
function keyName(event: KeyboardEvent): string | null {
  if (event.isComposing) return null;
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'F6') return mod || event.altKey ? null : event.shiftKey ? 'Shift+F6' : 'F6';
  // With Alt, letters belong to the keyboard's layout.
  if (event.altKey) return !mod && event.key.startsWith('Arrow') ? `Alt+${event.key}` : null;
  return mod ? `Mod+${event.shiftKey ? 'Shift+' : ''}${event.key.toLowerCase()}` : event.key;
}

/**
 * Turns key presses into commands.
 * @param singleKeys whether letters alone are commands (WCAG 2.1.4 asks that this can be switched off)
 * @returns a function that stops it
 */
export function listenForShortcuts(view: Window, commands: Commands, singleKeys: () => boolean): () => void {
  let first: { key: string; at: number } | null = null;

  const meant = (name: string): CommandId | undefined => byKey.get(name)?.findLast(commands.available);
  const commandFor = (event: KeyboardEvent): CommandId | undefined => {
    const name = keyName(event);
    if (name === null) return undefined;
    const target = event.target instanceof Element ? event.target : null;
    if (name.startsWith('Mod+')) return TYPING.has(name) && target?.closest(EDITABLE) ? undefined : meant(name);
    if (name.endsWith('F6')) return target?.closest(OVER_THE_REST) ? undefined : meant(name);
    const own = target?.closest(OWN_KEYS);
    if (target?.closest(EDITABLE) || (own && !(own.role === 'grid' && LISTED.has(name)))) return undefined;
    if (NAMED.has(name) || name.startsWith('Alt+')) return name === 'Enter' && target?.closest(PRESSABLE) ? undefined : meant(name);
    if (!singleKeys()) return undefined;
    const pair = first && event.timeStamp - first.at < PAIR_MS ? meant(`${first.key} ${name}`) : undefined;
    first = name === 'g' && !pair ? { key: name, at: event.timeStamp } : null;
    return pair ?? meant(name);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const id = commandFor(event);
    if (id === undefined || !commands.run(id)) return;
    event.preventDefault();
    if (event.altKey) event.stopPropagation();
  };
  // A button that opens a menu opens it by any arrow key, with Alt too; so these are heard before it.
  const onAlt = (event: KeyboardEvent): void => {
    if (event.altKey) onKey(event);
  };
  view.addEventListener('keydown', onAlt, true);
  view.addEventListener('keydown', onKey);
  return () => {
    view.removeEventListener('keydown', onAlt, true);
    view.removeEventListener('keydown', onKey);
  };
}

/** A key as a reader calls it: "Ctrl K" or "⌘ K", "g then l". */
export function keyWords(key: string, platform: string = navigator.platform): string {
  const mod = /mac|iphone|ipad/i.test(platform) ? '⌘' : 'Ctrl';
  const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Delete: 'Del' };
  const parts = key.split('+').filter((part) => part !== '');
  if (parts.length > 1) return parts.map((part) => (part === 'Mod' ? mod : (names[part] ?? (part.length === 1 ? part.toUpperCase() : part)))).join(' ');
  return names[key] ?? key.replace(' ', ' then ');
}
