/** A line as it was laid out, its blanks at the beginning kept, and its number in the file. */
export interface LaidLine {
  n: number;
  raw: string;
}

/** A page is at least so wide, in letters, and a gutter stands in its middle. */
const WIDTH = 60;
const MIDDLE = { from: 0.3, to: 0.75 };
/** So many lines, and this share of a page's, have the gutter; and columns of text are at least so wide on average. */
const LINES = 6;
const SHARE = 0.25;
const COLUMN = 20;
/** How far the second column's beginning may stray from line to line, to the left and to the right, and how far its lines are set in. */
const STRAY = { left: 12, right: 4, set: 12 };
/** So many lines back tell where it begins now. */
const BEFORE = 3;

/**
 * Puts text that an extractor laid side by side, as it stands on the page, into reading order: above each other, with
 * what runs over both columns between them. What is no page of two columns is left as it is: a table has short cells.
 * @returns runs of lines, each a column, or what stands over the whole page
 */
export function unfold(lines: readonly LaidLine[]): LaidLine[][] {
  const gutter = gutterOf(lines);
  if (gutter === null) return [[...lines]];
  const cuts = cutsOf(lines, gutter);
  const runs: LaidLine[][] = [];
  let [left, right, whole]: LaidLine[][] = [[], [], []];
  const end = (): void => {
    runs.push(...[left!, right!].filter((run) => run.length > 0));
    [left, right] = [[], []];
  };
  lines.forEach((line, at) => {
    const cut = cuts[at]!;
    if (cut === null) {
      end();
      whole!.push(line);
      return;
    }
    if (whole!.length > 0) runs.push(whole!);
    whole = [];
    const first = line.raw.slice(0, cut).trimEnd();
    const second = line.raw.slice(cut);
    if (first !== '') left!.push({ n: line.n, raw: first });
    if (second.trim() !== '') right!.push({ n: line.n, raw: second });
  });
  end();
  if (whole!.length > 0) runs.push(whole!);
  return runs;
}

/** Where the second column begins on most lines; null where there is none. */
function gutterOf(lines: readonly LaidLine[]): number | null {
  const width = lines.reduce((most, { raw }) => Math.max(most, raw.length), 0);
  if (width < WIDTH) return null;
  const times = new Map<number, number>();
  for (const { raw } of lines) for (const start of startsIn(raw)) if (start > width * MIDDLE.from && start < width * MIDDLE.to) times.set(start, (times.get(start) ?? 0) + 1);
  const [gutter, many] = [...times].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const near = lines.filter(({ raw }) => startsIn(raw).some((start) => Math.abs(start - gutter) <= STRAY.right));
  const both = near.filter(({ raw }) => raw.slice(0, gutter - STRAY.right).trim() !== '');
  if (many < LINES || both.length < LINES || near.length < lines.length * SHARE) return null;
  const mean = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const isText = mean(both.map(({ raw }) => lettersOf(raw.slice(0, gutter)))) >= COLUMN && mean(near.map(({ raw }) => lettersOf(raw.slice(gutter)))) >= COLUMN;
  return isText ? gutter : null;
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Where words begin behind two blanks or more. */
function startsIn(raw: string): number[] {
  return [...raw.matchAll(/ {2,}(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length);
}

/** Where each line is cut; null where it runs over both columns. */
function cutsOf(lines: readonly LaidLine[], gutter: number): (number | null)[] {
  const width = lines.reduce((most, { raw }) => Math.max(most, raw.length), 0);
  const recent: number[] = [gutter];
  const isNear = (start: number): boolean => start >= gutter - STRAY.left && start <= gutter + STRAY.set;
  const clear = lines.map(({ raw }) => {
    const here = recent.toSorted((a, b) => a - b)[recent.length >> 1]!;
    const near = startsIn(raw).filter(isNear);
    if (near.length === 0) return null;
    recent.push(near.reduce((a, b) => (Math.abs(b - here) < Math.abs(a - here) ? b : a)));
    if (recent.length > BEFORE) recent.shift();
    return recent.at(-1)!;
  });
  const [first, end] = [clear.findIndex((cut) => cut !== null), clear.findLastIndex((cut) => cut !== null)];
  let last = gutter;
  return lines.map(({ raw }, at) => {
    const cut = clear[at]!;
    if (isCentred(raw, width)) return null;
    if (cut !== null) return (last = cut);
    const indent = raw.length - raw.trimStart().length;
    if (indent >= gutter - STRAY.right) return 0;
    if (raw.length <= gutter - STRAY.left) return raw.length;
    // Between lines with a gutter, one that has no room for it has one of a single blank.
    const blanks = raw.length < gutter + COLUMN / 2 || at < first || at > end ? [] : [...raw.matchAll(/ (?=\S)/g)].map(({ index }) => index + 1).filter(isNear);
    const broken = blanks.filter((start) => raw[start - 2] === '-');
    const choice = broken.length > 0 ? broken : blanks;
    if (choice.length === 0) return raw.length <= gutter ? raw.length : null;
    return (last = choice.reduce((a, b) => (Math.abs(b - last) < Math.abs(a - last) ? b : a)));
  });
}

/** In the middle of the page: a title over both columns. */
function isCentred(raw: string, width: number): boolean {
  const indent = raw.length - raw.trimStart().length;
  return indent >= WIDTH / 6 && Math.abs((indent + raw.length) / 2 - width / 2) <= STRAY.right && !/\S {2,}\S/.test(raw);
}
