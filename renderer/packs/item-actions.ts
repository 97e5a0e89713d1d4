import type { Choice } from '../parts/menu.tsx';
import { isOwn, showsPassages, takesRemark } from './item-changes.ts';
import type { Row } from './session.ts';

export type ItemAction =
  | 'edit' | 'trim' | 'retitle' | 'caption' | 'remark' | 'paper' | 'rank' | 'before' | 'after' | 'apart' | 'point' | 'figures' | 'duplicate' | 'up' | 'down' | 'remove';

/** What can be done with an item, as its menu shows it. */
export function actionsFor({ item }: Row, first: boolean, last: boolean): (Choice & { id: ItemAction })[] {
  const passages = showsPassages(item);
  const widens = item.kind === 'passage' || item.kind === 'range';
  return [
    ...(isOwn(item) ? [{ id: 'edit' as const, label: 'Edit', icon: 'note' as const }] : []),
    ...(passages ? [{ id: 'trim' as const, label: 'Trim to sentences…', icon: 'list' as const }, { id: 'retitle' as const, label: 'Change its title…', icon: 'letter' as const }] : []),
    ...(item.kind === 'picture' ? [{ id: 'caption' as const, label: 'Change its words…', icon: 'note' as const }] : []),
    ...(item.kind === 'heading' ? [{ id: 'rank' as const, label: item.level === 2 ? 'Make it a main heading' : 'Make it a sub-heading', icon: 'letter' as const }] : []),
    ...(takesRemark(item) ? [{ id: 'remark' as const, label: 'remark' in item && item.remark ? 'Change the remark…' : 'Remark in the margin…', icon: 'note' as const }, { id: 'paper' as const, label: 'Marking and place on paper…', icon: 'sliders' as const }] : []),
    ...(widens ? [{ id: 'before' as const, label: 'Take in the passage before it', icon: 'plus' as const, apart: true }, { id: 'after' as const, label: 'Take in the passage after it', icon: 'plus' as const }] : []),
    ...(passages && item.kind !== 'passage' ? [{ id: 'apart' as const, label: 'Take it apart into passages', icon: 'list' as const, apart: !widens }] : []),
    ...(passages ? [{ id: 'point' as const, label: 'Make a talking point of it', icon: 'plus' as const }, { id: 'figures' as const, label: 'Put its figures into a table', icon: 'plus' as const }] : []),
    { id: 'duplicate', label: 'Duplicate', icon: 'copy', apart: true },
    { id: 'up', label: 'Move up', icon: 'up', disabled: first }, { id: 'down', label: 'Move down', icon: 'down', disabled: last },
    { id: 'remove', label: 'Take out', icon: 'trash', apart: true, danger: true },
  ];
}
