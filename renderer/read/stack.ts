/**
 * Puts notes beside their calls without letting them overlap.
 * @param wanted where each note would like to begin; null where it has no call, so that it follows the one before
 * @param heights how high each is
 * @param gap the least room between two
 * @returns where each begins: never above its call, and as little below it as the notes before it allow
 */
export function stack(wanted: readonly (number | null)[], heights: readonly number[], gap: number): number[] {
  let free = 0;
  return wanted.map((top, at) => {
    const place = Math.max(free, top ?? free);
    free = place + (heights[at] ?? 0) + gap;
    return place;
  });
}
