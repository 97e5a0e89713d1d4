/**
 * Puts another version of a pack into a frame that has one. What both heads have alike stays: above all the fonts, which
 * would take longer to read again than the pages take to be set.
 * @param made the frame's document
 * @param html the whole new document (db/packs/compose.ts)
 * @returns false, and nothing is changed, where the document's policy cannot hold the new one: it has to be loaded
 */
export function renewPaper(made: Document, html: string): boolean {
  const next = new DOMParser().parseFromString(html, 'text/html');
  if (policyOf(made) !== policyOf(next)) return false;
  const { documentElement: root, head, body } = made;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  const [old, fresh] = [[...head.children], [...next.head.children]];
  for (const [at, element] of fresh.entries()) {
    if (old[at] === undefined) head.append(element);
    else if (!old[at].isEqualNode(element)) old[at].replaceWith(element);
  }
  for (const left of old.slice(fresh.length)) left.remove();
  body.replaceWith(next.body);
  return true;
}

/** What a document may load is decided when it is read, and cannot be widened afterwards. */
function policyOf(made: Document): string | null {
  return made.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? null;
}
