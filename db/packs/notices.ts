import { shorten } from './escape.ts';
import type { LaidPack } from './laid-out.ts';

/** What was done otherwise than asked, in sentences for the user. */
export function noticesOf({ items, markingNotice }: LaidPack): string[] {
  const notices = items.flatMap((item, at) => {
    if (item.kind === 'missing') return [`Item ${at + 1} shows nothing: ${item.problem}`];
    return item.kind === 'passages' && item.said !== null ? [`${item.title === '' ? `Item ${at + 1}` : `“${shorten(item.title, 80)}”`}: ${item.said}`] : [];
  });
  if (items.length === 0) notices.push('This pack has no items yet: only its cover is printed.');
  if (markingNotice !== null) notices.push(markingNotice);
  return notices;
}
