import { shorten } from './escape.ts';
import type { LaidPack } from './laid-out.ts';

/** How many items are named of those of which the same is to be said. */
const NAMED = 3;

/** What was done otherwise than asked, in sentences for the user; what holds for several items is said once. */
export function noticesOf({ items, markingNotice }: LaidPack): string[] {
  const said = new Map<string, string[]>();
  items.forEach((item, at) => {
    if (item.kind === 'missing') said.set(`Item ${at + 1} shows nothing: ${item.problem}`, []);
    else if (item.kind === 'passages' && item.said !== null) said.set(item.said, [...(said.get(item.said) ?? []), item.title === '' ? `Item ${at + 1}` : `“${shorten(item.title, 80)}”`]);
  });
  const notices = [...said].map(([sentence, names]) => (names.length === 0 ? sentence : `${namesOf(names)}: ${sentence}`));
  if (items.length === 0) notices.push('This pack has no items yet: only its cover is printed.');
  if (markingNotice !== null) notices.push(markingNotice);
  return notices;
}

/** "“Ports”", "5 items (“Ports”, “Pilots”, “Ferries” and others)" */
function namesOf(items: readonly string[]): string {
  const names = [...new Set(items)];
  if (items.length === 1) return names[0]!;
  return `${items.length} items (${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' and others' : ''})`;
}
