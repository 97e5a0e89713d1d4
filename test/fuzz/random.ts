/** Numbers that look random and come again with the same seed (mulberry32, Tommy Ettinger 2017, public domain). */
export interface Random {
  /** A whole number from 0 up to `below`, which it never is. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  };
  return { below, pick: (from) => from[below(from.length)]! };
}
