/**
 * The query with every word that was taken for another spelling put in quotes, so that it is searched as typed.
 * @param changed the words that were changed
 * @returns the query, or null where there is nothing to quote
 */
export function exactQuery(query: string, changed: readonly { from: string }[]): string | null {
  const words = new Set(changed.map(({ from }) => from.toLowerCase()));
  let quoted = false;
  const exact = query.replace(/"[^"]*"|[^\s"()]+/g, (piece) => {
    if (piece.startsWith('"') || !words.has(piece.toLowerCase())) return piece;
    quoted = true;
    return `"${piece}"`;
  });
  return quoted ? exact : null;
}
