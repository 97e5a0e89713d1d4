import { descendants, elementsOf, hasWord, removeAll, textOf, type Element } from '../tree.ts';
import { measure } from './measure.ts';

const HEADING = /^h[1-6]$/;
/** What says that a part folds, beside its title. */
const TOGGLE = /toggle|indicator|chevron|icon/i;
const FOLDS = /^(?:show|hide|open|close|expand|collapse)(?: (?:this )?section)?$/i;
const AROUND = new Set(['nav', 'header', 'footer']);

/**
 * Opens what a page lets its readers fold: parts that are hidden until the button above them is pressed. Such a button
 * stands for a title, and its words are read. A site's menus fold too, and hold no sentences.
 */
export function openPanels(root: Element): void {
  removeAll([...descendants(root)].filter((found) => hasWord(found, 'class', TOGGLE) && FOLDS.test(textOf(found)) && inHeading(found)));
  const byId = new Map([...descendants(root)].flatMap((found) => (found.attributes['id'] ? [[found.attributes['id'], found] as const] : [])));
  for (const button of descendants(root)) {
    const panel = byId.get(button.attributes['aria-controls'] ?? '');
    const isTitle = inHeading(button);
    if (button.name === 'button' && isTitle) button.name = 'span';
    if (!panel || !(button.attributes['aria-expanded'] !== undefined || isTitle || hasWord(button, 'role', /^tab$/)) || isAround(button)) continue;
    const { style = '', ...rest } = panel.attributes;
    const shown: Record<string, string> = { ...rest, style: style.replace(/display:\s*none\s*;?/gi, '') };
    delete shown['hidden'];
    delete shown['aria-hidden'];
    const before = panel.attributes;
    panel.attributes = shown;
    if (measure(panel).prose === 0) panel.attributes = before;
    else if (button.name === 'button' && elementsOf(button).length < 20) button.name = 'p';
  }
}

function inHeading(found: Element): boolean {
  for (let up = found.parent; up; up = up.parent) if (HEADING.test(up.name) || up.name === 'summary' || hasWord(up, 'role', /^heading$/)) return true;
  return false;
}

function isAround(found: Element): boolean {
  for (let up = found.parent; up; up = up.parent) if (AROUND.has(up.name) || hasWord(up, 'role', /^(?:navigation|banner|menu|menubar|dialog)$/)) return true;
  return false;
}
