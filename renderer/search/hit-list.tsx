import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, type Ref, type RefObject } from 'react';
import { HitEntry } from './hit-entry.tsx';
import { hitName, type Hit } from './use-search.ts';
import styles from './hit-list.module.css';

export interface HitListHandle {
  /** Brings a hit onto the screen and gives it the focus. */
  reveal(index: number): void;
}

interface HitListProps {
  ref: Ref<HitListHandle>;
  hits: readonly Hit[];
  total: number;
  selected: string | null;
  onSelect: (index: number) => void;
  onNearEnd: () => void;
  scroller: RefObject<HTMLElement | null>;
}

/** A hit's height before it is measured: source, three lines of text, tags. */
const GUESS_PX = 150;
/** How many hits before the end the next portion is fetched. */
const AHEAD = 8;

/** The hits; only those near the screen are in the page, however many there are. */
export function HitList({ ref, hits, total, selected, onSelect, onNearEnd, scroller }: HitListProps) {
  const list = useRef<HTMLOListElement>(null);
  const toFocus = useRef<number | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- it would matter under React's compiler, which is not used here
  const virtual = useVirtualizer({
    count: hits.length, getScrollElement: () => scroller.current, estimateSize: () => GUESS_PX, overscan: 6,
    getItemKey: (index) => hitName(hits[index]!),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hits.length < total && last >= hits.length - AHEAD) onNearEnd();
  }, [last, hits.length, total, onNearEnd]);

  const focus = (index: number): boolean => {
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    link?.focus({ preventScroll: true });
    return link !== undefined && link !== null;
  };
  useImperativeHandle(ref, () => ({
    reveal(index) {
      virtual.scrollToIndex(index, { align: 'auto' });
      if (!focus(index)) toFocus.current = index;
    },
  }));
  useEffect(() => {
    if (toFocus.current !== null && focus(toFocus.current)) toFocus.current = null;
  });
  return (
    <ol ref={list} className={styles['list']} style={{ height: virtual.getTotalSize() }} aria-label="Passages found">
      {items.map(({ key, index, start }) => {
        const hit = hits[index]!;
        return (
          <li
            key={key} ref={virtual.measureElement} data-index={index} aria-setsize={total} aria-posinset={index + 1}
            className={styles['place']} style={{ transform: `translateY(${start}px)` }}
          >
            <HitEntry hit={hit} index={index} selected={hitName(hit) === selected} onSelect={onSelect} />
          </li>
        );
      })}
    </ol>
  );
}
