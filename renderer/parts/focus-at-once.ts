/** A ref for what should have the focus as soon as its window is there. */
export function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}

/** The same for a field: what stands in it is selected, so that typing replaces it. */
export function selectAtOnce(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
