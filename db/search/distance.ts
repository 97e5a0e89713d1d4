/**
 * Optimal string alignment: how many letters must be added, dropped, changed, or swapped with their neighbour to make
 * one word of the other (Damerau 1964; each stretch is edited once).
 * @param most where the distance is known to be larger, the count stops
 * @returns the distance from `word` to another, or `most + 1` where it is larger than `most`
 */
export function createDistance(word: string, most: number): (other: string) => number {
  return word.length > 0 && word.length <= BITS ? byBits(word, most) : byRows(word, most);
}

/** Letters of a word that are counted at once, a bit for each. */
const BITS = 31;

/** All letters of the word at once (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"). */
function byBits(word: string, most: number): (other: string) => number {
  const plain = new Int32Array(128);
  const further = new Map<number, number>();
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 128) plain[unit]! |= 1 << i;
    else further.set(unit, (further.get(unit) ?? 0) | (1 << i));
  }
  const last = 1 << (word.length - 1);
  return (other) => {
    if (Math.abs(other.length - word.length) > most) return most + 1;
    let distance = word.length;
    // Where the column goes up and down from a letter of the word to the next, and where its diagonal stays.
    let up = -1;
    let down = 0;
    let level = 0;
    let before = 0;
    for (let i = 0; i < other.length; i++) {
      const unit = other.charCodeAt(i);
      const same = unit < 128 ? plain[unit]! : (further.get(unit) ?? 0);
      const swapped = ((~level & same) << 1) & before;
      level = ((((same & up) + up) | 0) ^ up) | same | down | swapped;
      let rises = down | ~(level | up);
      const falls = level & up;
      if (rises & last) distance += 1;
      else if (falls & last) distance -= 1;
      // Each letter that is left mends one at most.
      if (distance - (other.length - 1 - i) > most) return most + 1;
      rises = (rises << 1) | 1;
      up = (falls << 1) | ~(level | rises);
      down = rises & level;
      before = same;
    }
    return Math.min(distance, most + 1);
  };
}

/** Letter by letter, for words that are longer than any. */
function byRows(word: string, most: number): (other: string) => number {
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


/** How many slips a word of this length may hold and still be taken for another: none in short words, one from 4 letters, two from 8. */
export function slips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
