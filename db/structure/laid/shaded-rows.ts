import type { Box, Rule } from '../../model/layout.ts';
import { hull } from './page.ts';

/** Edges this near each other are one, in points; so is what white frames part. */
const SAME = 2;
const FRAME = 4;
/** A table's rows are as wide as this at least; so many of them have a background, or fewer whose cells have one each. */
const NARROWEST = 90;
const ROWS = 3;
const HIGHEST = 60;
/** A row between two others is no higher than so many times the higher one. */
const BETWEEN = 2;
const FEW = 2;

/** A row whose cells have a background each, or one together. */
interface Band extends Box {
  cells: Box[];
}

/**
 * The rules of tables that are shaded instead of ruled: each row, or every other one, or each cell has a background. Rows
 * of one table are as wide as each other, and their cells are; the bars of a chart are not.
 * @param shades filled rectangles of a page
 * @returns rules above and below each row, and between cells
 */
export function rulesOfShades(shades: readonly Box[]): Rule[] {
  const tables: Band[][] = [];
  for (const band of bandsOf(shades)) {
    const table = tables.findLast(([first]) => Math.abs(first!.left - band.left) <= SAME && Math.abs(first!.right - band.right) <= SAME);
    if (table && isNext(table.at(-1)!, band)) table.push(band);
    else tables.push([band]);
  }
  return tables.map(withoutTitle).flatMap((bands) => {
    const edges = edgesOf(bands);
    return edges !== null && (edges.length > 0 ? bands.length >= FEW : areRows(bands)) ? rulesOf(bands, edges) : [];
  });
}

/** What has one top and one bottom, without room between, from top to bottom. */
function bandsOf(shades: readonly Box[]): Band[] {
  const bands: Band[] = [];
  for (const shade of shades.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const band = bands.findLast((other) => Math.abs(other.top - shade.top) <= SAME);
    if (!band || shade.left > band.right + FRAME || Math.abs(band.bottom - shade.bottom) > SAME) bands.push({ ...shade, cells: [shade] });
    else if (shade.left > band.cells.at(-1)!.left + SAME) Object.assign(band, hull([band, shade]), { cells: [...band.cells, shade] });
  }
  return bands.filter(({ left, right }) => right - left >= NARROWEST);
}

/** Between two rows that have a background stands one that has none. */
function isNext(above: Band, band: Band): boolean {
  return band.top - above.bottom <= BETWEEN * Math.max(above.bottom - above.top, band.bottom - band.top);
}

/** Boxes of text or code have one background each too: they are higher than rows, or fewer. */
function areRows(bands: readonly Band[]): boolean {
  return bands.length >= ROWS && bands.every(({ top, bottom }) => bottom - top <= HIGHEST);
}

/** What stands above the cells on one background is a heading. */
function withoutTitle(bands: Band[]): Band[] {
  return bands.slice(Math.max(0, bands.findIndex(({ cells }) => cells.length > 1)));
}

/** Where the cells of all rows meet; null where they meet elsewhere in each, or where a row lies on another one. */
function edgesOf(bands: readonly Band[]): number[] | null {
  const fullest = bands.reduce((a, b) => (b.cells.length > a.cells.length ? b : a));
  const edges = meetings(fullest);
  const fits = bands.every((band) => meetings(band).every((place) => edges.some((edge) => Math.abs(edge - place) <= SAME)));
  return fits && bands.every((band, at) => at === 0 || band.top >= bands[at - 1]!.bottom - SAME) ? edges : null;
}

const meetings = ({ cells }: Band): number[] => cells.slice(1).map(({ left }, at) => (left + cells[at]!.right) / 2);

function rulesOf(bands: readonly Band[], edges: readonly number[]): Rule[] {
  const across = bands.flatMap(({ left, right, top, bottom }) => [top, bottom].map((at): Rule => ({ left, right, top: at, bottom: at, across: true })));
  const down = edges.flatMap((edge) => bands.flatMap((band, at) => {
    const isParted = meetings(band).some((place) => Math.abs(place - edge) <= SAME);
    const next = bands[at + 1];
    const stretches = [...(isParted ? [[band.top, band.bottom]] : []), ...(next ? [[band.bottom, next.top]] : [])] as [number, number][];
    return stretches.map(([top, bottom]): Rule => ({ left: edge, right: edge, top, bottom, across: false }));
  }));
  return [...across, ...down];
}
