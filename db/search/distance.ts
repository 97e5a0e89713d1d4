/**
 * Optimal string alignment: how many letters must be added, dropped, changed, or swapped with their neighbour to make
 * one word of the other (Damerau 1964; each stretch is edited once).
 * @param most where the distance is known to be larger, the count stops
 * @returns the distance, or `most + 1` where it is larger than `most`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}

/** How many slips a word of this length may hold and still be taken for another: none in short words, one from 4 letters, two from 8. */
export function slips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
