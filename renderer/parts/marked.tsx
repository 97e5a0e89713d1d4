/** What stands between the rows of a table where they are in one line. */
const BETWEEN_ROWS = ' · ';

/** A snippet of a passage, in one line: the found words marked, the rows of a table kept apart. */
export function Snippet({ parts }: { parts: readonly { text: string; hit: boolean }[] }) {
  return <Marked parts={parts.map(({ text, hit }) => ({ text: text.replaceAll('\n', BETWEEN_ROWS), hit }))} />;
}

/** Plain text nodes, the found words marked. Text of a report never becomes markup. */
export function Marked({ parts }: { parts: readonly { text: string; hit: boolean }[] }) {
  let end = 0;
  const placed = parts.map((part) => ({ ...part, start: (end += part.text.length) - part.text.length }));
  return placed.map(({ text, hit, start }) => (hit ? <mark key={start}>{text}</mark> : text));
}

/**
 * Cuts a text where some words stand in it, whole words only; in scripts without capitals, which often need no blanks, anywhere.
 * @param words as the text writes them, from a snippet's marks
 */
export function cutAtWords(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  if (words.length === 0) return [{ text, hit: false }];
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const patterns = longestFirst.map((word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^\p{Lo}/u.test(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
  });
  return text.split(new RegExp(`(${patterns.join('|')})`, 'gu')).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, hit: at % 2 === 1 }]));
}
