/** The raised figures, by what they are worth. */
export const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "¹²" → 12 */
export function raisedValue(figures: string): number {
  return Number([...figures].map((sign) => RAISED.indexOf(sign)).join(''));
}

/** 12 → "¹²" */
export function raised(n: number | string): string {
  return [...String(n)].map((figure) => RAISED[Number(figure)]!).join('');
}
