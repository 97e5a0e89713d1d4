/** The parts of the window that are worked in: the bar at the top, the panes at the sides, the main part. */
const REGIONS = 'header:not(main *), aside:not(main *), main';
/** What can have the focus; a link that only leads to the text is no work of the bar's. */
const FOCUSABLE = 'a[href]:not([href="#main"]), button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** Where the focus was when a part was last left. */
const left = new WeakMap<Element, HTMLElement>();

/**
 * Moves the focus to the next part of the window, or the one before, as F6 does in desktop programs: to where it was in
 * that part, or to what comes first in it. The main part takes it itself, so that its keys work at once.
 */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((region) => region.id === 'main' || firstIn(region) !== null);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  if (at >= 0 && document.activeElement instanceof HTMLElement) left.set(regions[at]!, document.activeElement);
  const next = regions[at < 0 && step < 0 ? regions.length - 1 : (at + step + regions.length) % regions.length];
  if (!next) return;
  const before = left.get(next);
  const target = before && next.contains(before) ? before : next.id === 'main' ? next : firstIn(next);
  target?.focus({ focusVisible: true } as FocusOptions);
}

function firstIn(region: Element): HTMLElement | null {
  return [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.checkVisibility()) ?? null;
}
