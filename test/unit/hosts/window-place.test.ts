import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPlace, keepPlace, readPlace, SMALLEST, type Area, type Place } from '../../../electron/window-place.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const SCREEN: Area = { x: 0, y: 0, width: 1920, height: 1040 };
const BESIDE: Area = { x: 1920, y: 0, width: 2560, height: 1400 };
const kept: Place = { x: 2000, y: 100, width: 1400, height: 900, maximized: true };

describe('where the window opens', () => {
  it('is where it was, on whichever screen', () => {
    expect(fitPlace(kept, [SCREEN, BESIDE])).toEqual(kept);
  });

  it('is left to the system where its screen is gone, in its old size', () => {
    expect(fitPlace(kept, [SCREEN])).toEqual({ width: 1400, height: 900, maximized: true });
  });

  it('is no larger than its screen and no smaller than the page can be', () => {
    expect(fitPlace({ ...kept, x: 10, y: 10, width: 4000, height: 3000 }, [SCREEN])).toMatchObject({ width: 1920, height: 1040 });
    expect(fitPlace({ ...kept, x: 10, y: 10, width: 1, height: 1 }, [SCREEN])).toMatchObject(SMALLEST);
  });

  it('has a usual size the first time, also on a small screen', () => {
    expect(fitPlace(null, [SCREEN])).toEqual({ width: 1280, height: 860, maximized: false });
    expect(fitPlace(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700, maximized: false });
  });

  it('can always be taken hold of by its title bar', () => {
    const number = fc.integer({ min: -9000, max: 9000 });
    const size = fc.integer({ min: 0, max: 9000 });
    fc.assert(fc.property(fc.record({ x: number, y: number, width: size, height: size, maximized: fc.boolean() }), (place) => {
      const { x, y, width } = fitPlace(place, [SCREEN, BESIDE]);
      if (x === undefined || y === undefined) return;
      const seen = [SCREEN, BESIDE].some((screen) => Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= 80 && y >= screen.y && y <= screen.y + screen.height - 80);
      expect(seen).toBe(true);
    }));
  });
});

describe('the kept place', () => {
  it('is read as it was kept', () => {
    const folder = temporaryFolder();
    keepPlace(folder, kept);
    expect(readPlace(folder)).toEqual(kept);
    expect(fs.readdirSync(folder)).toEqual(['window.json']);
  });

  it.each(['', '{', 'null', '[]', '{"x":1}', '{"x":"1","y":1,"width":1,"height":1,"maximized":true}', '{"x":1.5,"y":1,"width":1,"height":1,"maximized":true}'])('is nothing where the file says “%s”', (text) => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'window.json'), text);
    expect(readPlace(folder)).toBeNull();
  });

  it('bothers nobody where it cannot be kept or read', () => {
    const nowhere = path.join(temporaryFolder(), 'nowhere');
    expect(() => keepPlace(nowhere, kept)).not.toThrow();
    expect(readPlace(nowhere)).toBeNull();
  });
});
