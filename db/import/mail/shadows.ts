/** A tag is no longer. */
const TEMPLATE = /<template\b([^<>]{0,2000})>|<\/template\s{0,20}>/gi;
const SHADOW = /\bshadow(?:root)?mode\s{0,20}=/i;

/**
 * Chromium writes what a page's own elements show as templates, whose content is no part of a page. These become plain
 * elements; other templates stay as they are.
 */
export function openShadows(text: string): string {
  if (!SHADOW.test(text)) return text;
  const open: boolean[] = [];
  return text.replace(TEMPLATE, (tag, attributes: string | undefined) => {
    if (attributes === undefined) return open.pop() ? '</div>' : tag;
    open.push(SHADOW.test(attributes));
    return open.at(-1) ? `<div${attributes}>` : tag;
  });
}
