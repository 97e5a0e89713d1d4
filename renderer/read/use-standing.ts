import { useEffect, useEffectEvent, type RefObject } from 'react';

/** How far below the top edge a passage must reach to be the one that is read, in pixels. */
const EDGE_PX = 72;

/** The passages of a chapter in the page, in reading order. */
export function passageElements(article: HTMLElement | null): HTMLElement[] {
  return [...(article?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])];
}

/** The first passage that reaches below the top edge: binary search, so that long chapters scroll as easily as short ones. */
export function topPassage(elements: readonly HTMLElement[], scroller: HTMLElement): HTMLElement | null {
  const edge = scroller.getBoundingClientRect().top + EDGE_PX;
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle]!.getBoundingClientRect().bottom > edge) high = middle;
    else low = middle + 1;
  }
  return elements[low] ?? null;
}

/** Tells which passage is being read, at most once a frame. */
export function useStanding(scroller: RefObject<HTMLElement | null>, article: RefObject<HTMLElement | null>, onTop: (passage: string) => void): void {
  const tell = useEffectEvent(onTop);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const elements = passageElements(article.current);
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = topPassage(elements, box)?.dataset['passage'];
      if (top !== undefined) tell(top);
    };
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    onScroll();
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      box.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [scroller, article]);
}
