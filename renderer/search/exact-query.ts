/**
 * The query with every word that was taken for another spelling put in quotes, so that it is searched as typed.
 * @param changed the words that were changed
 * @returns the query, or null where there is nothing to quote
 */
export function exactQuery(query: string, changed: readonly { from: string }[]): string | null {
  const words = new Set(changed.map(({ from }) => from.toLowerCase()));
  let quoted = false;
  // A mark that is not closed quotes nothing; a second one before its word would open the next.
  const marks = query.split('"').length - 1;
  const open = marks % 2 === 1 ? query.lastIndexOf('"') : query.length;
  const exact = `${query.slice(0, open)}${query.slice(open + 1)}`.replace(/"[^"]*"|[^\s"()]+/g, (piece) => {
    if (piece.startsWith('"') || !words.has(piece.toLowerCase())) return piece;
    quoted = true;
    return `"${piece}"`;
  });
  return quoted ? exact : null;
}
