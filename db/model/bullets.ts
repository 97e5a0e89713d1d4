/** Signs that are nothing but a bullet, with the blanks behind them. */
export const BULLET = /^[•▪◦‣●○■□➢✓]\s+/;
