/**
 * Optimal string alignment: how many letters must be added, dropped, changed, or swapped with their neighbour to make
 * one word of the other (Damerau 1964; each stretch is edited once).
 * @param most where the distance is known to be larger, the count stops
 * @returns the distance from `word` to another, or `most + 1` where it is larger than `most`
 */
export function createDistance(word: string, most: number): (other: string) => number {
  const width = word.length + 1;
  // Three rows in turn: the one being filled, the last, and the one before.
  let row = new Uint16Array(width);
  let last = new Uint16Array(width);
  let before = new Uint16Array(width);
  return (other) => {
    if (Math.abs(other.length - word.length) > most) return most + 1;
    for (let j = 0; j < width; j++) last[j] = j;
    for (let i = 1; i <= other.length; i++) {
      const letter = other.charCodeAt(i - 1);
      row[0] = i;
      let least = i;
      for (let j = 1; j < width; j++) {
        const own = word.charCodeAt(j - 1);
        let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (own === letter ? 0 : 1));
        if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && other.charCodeAt(i - 2) === own) cost = Math.min(cost, before[j - 2]! + 1);
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [before, last, row] = [last, row, before];
    }
    return Math.min(last[word.length]!, most + 1);
  };
}

/** As `createDistance`, for a single pair. */
export const editDistance = (a: string, b: string, most: number): number => createDistance(a, most)(b);

/** How many slips a word of this length may hold and still be taken for another: none in short words, one from 4 letters, two from 8. */
export function slips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
