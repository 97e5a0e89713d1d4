/** A snippet: plain text nodes, the found words marked. Text of a report never becomes markup. */
export function Marked({ parts }: { parts: readonly { text: string; hit: boolean }[] }) {
  let end = 0;
  const placed = parts.map((part) => ({ ...part, start: (end += part.text.length) - part.text.length }));
  return placed.map(({ text, hit, start }) => (hit ? <mark key={start}>{text}</mark> : text));
}
