import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus in a list whose row it stood in is taken away: it goes to the row that stands in its place, to the last
 * one where it was the last, and to the screen's heading where none is left.
 * @param ids the rows' names; each row is a child of the list
 * @returns a ref for the list
 */
export function useKeptFocus(ids: readonly string[]): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  /** The row that had the focus last. */
  const last = useRef<{ id: string; at: number } | null>(null);
  const all = ids.join('\n');
  useEffect(() => {
    const rows = list.current;
    const names = all.split('\n');
    if (last.current && !names.includes(last.current.id) && (document.activeElement === null || document.activeElement === document.body)) {
      focusRow(rows?.children[Math.min(last.current.at, rows.children.length - 1)]);
      last.current = null;
    }
    const onFocus = ({ target }: FocusEvent): void => {
      const at = rows ? [...rows.children].findIndex((row) => row.contains(target as Node)) : -1;
      if (at >= 0) last.current = { id: names[at]!, at };
      // The menu of a row, and the window that it opens, stand outside the screen's main part: there the row is still meant.
      else if (target instanceof Element && target.closest('main')) last.current = null;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [all]);
  return list;
}

function focusRow(row: Element | undefined): void {
  const way = row?.querySelector<HTMLElement>('a[href], button') ?? document.querySelector<HTMLElement>('main h1');
  if (way?.localName === 'h1') way.tabIndex = -1;
  way?.focus();
}
