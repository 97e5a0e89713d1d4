import { buildPages, type BuiltPage } from './build.ts';
import { fill } from './fill.ts';
import { fillContents, furnish, leadDots } from './furniture.ts';
import { setIndex } from './index-columns.ts';
import { fillIndex } from './index-pages.ts';
import { measure, measureNotes, type MeasuredNote } from './measure.ts';
import type { Room } from './pieces.ts';
import { settleRemarks } from './remarks.ts';
import { isSpilt } from './spilt.ts';

/** What became of a document: the report that is held against the printed file. */
export interface Placed {
  pages: number;
  /** Where the notes stand: at the foot of their page, or after each item. */
  notes: 'foot' | 'end';
  /** The page of everything with a name: "item-3", "call-7", "note-7". */
  targets: Record<string, number>;
  /** What the contents say, by the name that they lead to. */
  contents: Record<string, number>;
  /** The numbers of the notes that stand at the foot of a page. */
  feet: number[];
  /** Pages on which something stands outside its place. */
  spilt: number[];
}

/**
 * Sets a prepared document (db/packs/compose.ts) on pages, in the window that shows or prints it: it waits for the
 * fonts, measures the text in one column, fills pages, moves the text into them, and fills in every page number.
 * Done twice it does nothing more; a document that is no pack is left as it is, and has no pages.
 * @param made the document; its scripts need not run
 * @param notes where notes go, other than the document asks
 */
export async function placePages(made: Document, notes?: 'foot' | 'end'): Promise<Placed> {
  await showPages(made, notes);
  return reportOf(made, notes ?? whereAsked(made));
}

/** The same for a screen, where nobody asks what stands where: pages that are not seen need not be laid out again. */
export async function showPages(made: Document, notes?: 'foot' | 'end'): Promise<void> {
  await fontsOf(made);
  const where = notes ?? whereAsked(made);
  const sheets = [...made.querySelectorAll<HTMLElement>('body > .sheet')];
  if (sheets.length > 0 && !made.documentElement.classList.contains('placed')) setPages(made, sheets, (asked) => (notes ?? asked ?? where) === 'foot');
}

function whereAsked(made: Document): 'foot' | 'end' {
  return made.documentElement.dataset['notes'] === 'end' ? 'end' : 'foot';
}

/** Every cut of the fonts is asked for, or one that first stands on a late page would change its lines. */
async function fontsOf(made: Document): Promise<void> {
  await Promise.allSettled([...made.fonts].map((face) => face.load()));
  await made.fonts.ready;
}

function setPages(made: Document, sheets: readonly HTMLElement[], atFoot: (asked: string | undefined) => boolean): void {
  const { body, documentElement: root } = made;
  root.classList.add('measuring');
  for (const screen of made.querySelectorAll('.on-screen')) screen.remove();
  const store = body.appendChild(made.createElement('div'));
  store.className = 'notes note-store';
  gatherNotes(made, store, atFoot);
  for (const style of made.querySelectorAll('style[data-for]')) (style as HTMLStyleElement).media = (style as HTMLElement).dataset['for'] === 'pages' ? 'all' : 'not all';

  const room = roomOf(made, store);
  const [main, index] = [sheets.filter((sheet) => !sheet.matches('.after')), sheets.filter((sheet) => sheet.matches('.after'))];
  const pages = pagesOf(body, main, room, measureNotes(store));
  for (const left of [...main, store]) left.remove();
  fillIndex(index, pages.map((page) => page.body));
  pages.push(...index.flatMap((sheet) => setIndex(body, sheet, room)));
  for (const left of index) left.remove();
  root.classList.replace('measuring', 'placed');
  furnish(pages);
  settleRemarks(pages);
  leadDots(made);
  fillContents(made, (id) => pageOf(made, id));
}

/** Sheets set on pages; what they stood in is left empty. */
function pagesOf(body: HTMLElement, sheets: readonly HTMLElement[], room: Room, notes: ReadonlyMap<number, MeasuredNote>): BuiltPage[] {
  if (sheets.length === 0) return [];
  const pieces = measure(sheets, room);
  return buildPages(body, fill(pieces, notes, room), pieces, notes);
}

/** Notes leave their items for one column, as wide as the foot of a page; those of an item that has them at its end stay. */
function gatherNotes(made: Document, store: HTMLElement, atFoot: (asked: string | undefined) => boolean): void {
  const list = store.appendChild(made.createElement('ol'));
  for (const section of made.querySelectorAll<HTMLElement>('.item > .notes')) {
    if (!atFoot(section.parentElement!.dataset['notes'])) continue;
    list.append(...section.querySelectorAll(':scope > ol > li'));
    section.remove();
  }
}

/** The sizes come from the style, where they can be seen: boxes as high as the text of a page, and the rule above the notes. */
function roomOf(made: Document, store: HTMLElement): Room {
  const heightOf = (name: string): number => {
    const probe = made.body.appendChild(Object.assign(made.createElement('div'), { className: name }));
    const { height } = probe.getBoundingClientRect();
    probe.remove();
    return height;
  };
  const top = store.getBoundingClientRect().top;
  const first = store.querySelector('ol')?.getBoundingClientRect().top ?? top;
  return { tall: heightOf('probe-tall'), wide: heightOf('probe-wide'), rule: first - top + heightOf('probe-gap') };
}

function pageOf(made: Document, id: string): number | null {
  const page = made.getElementById(id)?.closest<HTMLElement>('.page')?.dataset['page'];
  return page === undefined ? null : Number(page);
}

function reportOf(made: Document, notes: 'foot' | 'end'): Placed {
  const pages = [...made.querySelectorAll<HTMLElement>('.page')];
  const targets: Record<string, number> = {};
  for (const page of pages) for (const named of page.querySelectorAll('[id]')) targets[named.id] = Number(page.dataset['page']);
  const contents: Record<string, number> = {};
  for (const slot of made.querySelectorAll<HTMLElement>('[data-page-of]')) contents[slot.dataset['pageOf']!] = Number(slot.textContent);
  const feet = [...made.querySelectorAll('.page-notes li[id^="note-"]')].map((note) => Number(note.id.slice('note-'.length)));
  return { pages: pages.length, notes, targets, contents, feet, spilt: pages.filter(isSpilt).map((page) => Number(page.dataset['page'])) };
}
