import { shellOf } from './split.ts';

/** What an element stands in, from the outside in, each with the element's place among its children. */
export type Surroundings = readonly { of: HTMLElement; index: number }[];

/** Looks up what an element stands in, before anything is moved. @param end the outermost, which is left out */
export function surroundingsOf(element: HTMLElement, end: Element): Surroundings {
  const around: { of: HTMLElement; index: number }[] = [];
  for (let child: HTMLElement = element, of = child.parentElement; of && of !== end; child = of, of = child.parentElement) {
    around.unshift({ of, index: of.tagName === 'OL' ? [...of.children].indexOf(child) : 0 });
  }
  return around;
}

/** The widths of a table's columns, so that its parts on several pages stand alike; told by a row that has all of them. */
export function columnWidths(table: HTMLTableElement): number[] {
  const cells = [...table.rows].reduce<readonly HTMLTableCellElement[]>((most, { cells: found }) => (found.length > most.length ? [...found] : most), []);
  return cells.flatMap((cell) => Array.from({ length: cell.colSpan }, () => cell.getBoundingClientRect().width / cell.colSpan));
}

/** Puts elements on pages within copies of their surroundings; what stood together stands together. */
export class Nest {
  private readonly widths: ReadonlyMap<HTMLElement, readonly number[]>;
  private readonly known = new Set<HTMLElement>();
  private open: { of: HTMLElement; shell: HTMLElement }[] = [];
  private page: HTMLElement | null = null;
  private begun = false;

  constructor(widths: ReadonlyMap<HTMLElement, readonly number[]>) {
    this.widths = widths;
  }

  /** Begins a page. @param page takes its elements */
  turn(page: HTMLElement): void {
    this.page = page;
    this.open = [];
    this.begun = false;
  }

  add(element: HTMLElement, around: Surroundings): void {
    const isFirst = !this.begun;
    // A remark in the margin takes no room: what follows it is the page's first line.
    this.begun ||= !element.matches('.remark');
    const parted = around.findIndex(({ of }, at) => this.open[at]?.of !== of);
    this.open.length = parted < 0 ? around.length : parted;
    for (const { of, index } of around.slice(this.open.length)) {
      const shell = this.copy(of, index);
      (this.open.at(-1)?.shell ?? this.page!).append(shell);
      this.open.push({ of, shell });
    }
    (this.open.at(-1)?.shell ?? this.page!).append(element);
    if (isFirst) for (const top of [...this.open.map(({ shell }) => shell), element]) top.classList.add('page-top');
  }

  private copy(of: HTMLElement, index: number): HTMLElement {
    const shell = shellOf(of);
    const fresh = !this.known.has(of);
    this.known.add(of);
    if (fresh && of.id !== '') shell.id = of.id;
    if (!fresh) shell.classList.add('cut-above');
    if (!fresh && of.tagName === 'OL') (shell as HTMLOListElement).start = (of as HTMLOListElement).start + index;
    if (of.tagName === 'TABLE') this.headTable(of as HTMLTableElement, shell, fresh);
    return shell;
  }

  private headTable(table: HTMLTableElement, shell: HTMLElement, fresh: boolean): void {
    const columns = shell.appendChild(table.ownerDocument.createElement('colgroup'));
    for (const width of this.widths.get(table) ?? []) columns.appendChild(table.ownerDocument.createElement('col')).style.width = `${width}px`;
    shell.style.tableLayout = 'fixed';
    if (!table.tHead) return;
    const head = shell.appendChild(table.tHead.cloneNode(true) as HTMLElement);
    if (!fresh) for (const named of head.querySelectorAll('[id]')) named.removeAttribute('id');
  }
}
