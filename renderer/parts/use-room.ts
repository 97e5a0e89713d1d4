import { createContext, useContext, useSyncExternalStore } from 'react';

/** How much room there is beside the text: two panes, one, or none. Larger text makes the same window smaller. */
export type Room = 'wide' | 'medium' | 'narrow';

/** @param widthPx the window's width @param remPx how large the text is */
export function roomOf(widthPx: number, remPx: number): Room {
  const rem = widthPx / remPx;
  return rem >= 70 ? 'wide' : rem >= 46 ? 'medium' : 'narrow';
}

/** The room of this window, kept up to date. It also stands on the root element, for the styles. */
export function useMeasuredRoom(textSize: number): Room {
  return useSyncExternalStore(watchWidth, () => {
    const room = roomOf(window.innerWidth, (16 * textSize) / 100);
    document.documentElement.dataset['room'] = room;
    return room;
  });
}

function watchWidth(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

export const RoomContext = createContext<Room>('wide');
export const useRoom = (): Room => useContext(RoomContext);
