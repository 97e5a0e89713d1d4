import fs from 'node:fs';
import path from 'node:path';

export interface Place { x: number; y: number; width: number; height: number; maximized: boolean }
export type Area = Pick<Place, 'x' | 'y' | 'width' | 'height'>;

const FILE = 'window.json';
export const SMALLEST = { width: 480, height: 480 };
const USUAL = { width: 1280, height: 860 };
/** So much of the window's title bar must lie on a screen that it can be taken hold of, in pixels. */
const GRIP = 80;

/**
 * Where the window opens: where it was, as far as the screens still allow it.
 * @param kept what was kept, if anything
 * @param screens the work areas of all screens, the main one first
 */
export function fitPlace(kept: Place | null, screens: readonly Area[]): Partial<Area> & Pick<Place, 'width' | 'height' | 'maximized'> {
  const main = screens[0] ?? { x: 0, y: 0, ...USUAL };
  const onScreen = kept && screens.find((screen) => kept.x + kept.width > screen.x + GRIP && kept.x < screen.x + screen.width - GRIP
    && kept.y >= screen.y && kept.y < screen.y + screen.height - GRIP);
  const screen = onScreen || main;
  const size = {
    width: Math.max(SMALLEST.width, Math.min(kept?.width ?? USUAL.width, screen.width)),
    height: Math.max(SMALLEST.height, Math.min(kept?.height ?? USUAL.height, screen.height)),
    maximized: kept?.maximized ?? false,
  };
  return kept && onScreen ? { x: kept.x, y: kept.y, ...size } : size;
}

/** @returns what was kept in the folder, or null where nothing (or nothing of use) was */
export function readPlace(folder: string): Place | null {
  try {
    const { x, y, width, height, maximized } = JSON.parse(fs.readFileSync(path.join(folder, FILE), 'utf8')) as Partial<Place>;
    const numbers = [x, y, width, height];
    return numbers.every((n) => Number.isSafeInteger(n)) && typeof maximized === 'boolean' ? { x, y, width, height, maximized } as Place : null;
  } catch {
    return null;
  }
}

/** Keeps a place, whole or not at all; that it could not be kept is no reason to bother anybody. */
export function keepPlace(folder: string, place: Place): void {
  const file = path.join(folder, FILE);
  try {
    fs.writeFileSync(`${file}.part`, `${JSON.stringify(place)}\n`);
    fs.renameSync(`${file}.part`, file);
  } catch {
    // The window opens at its usual place next time.
  }
}
