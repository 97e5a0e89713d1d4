/** A ref for what should have the focus as soon as its window is there. */
export function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}
