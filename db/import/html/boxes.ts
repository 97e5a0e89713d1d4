import { drawnBox } from '../../model/bullets.ts';
import { all, type Element } from '../tree.ts';

/**
 * Writes boxes to tick as signs: whether they are ticked is part of the text. Boxes with names of their own are there to
 * be clicked (they open menus and notes), but for those of lists of tasks, which nobody can click.
 */
export function drawBoxes(root: Element): void {
  for (const found of all(root, 'input')) {
    const { type, id, name, disabled, checked, class: classes } = found.attributes;
    if (type?.toLowerCase() !== 'checkbox' || (disabled === undefined && [id, name, classes].some((one) => one !== undefined))) continue;
    found.name = 'span';
    found.children = [{ text: `${drawnBox(checked !== undefined)} ` }];
  }
}
