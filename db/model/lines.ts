/** Lines of the source file, counted from 1, both inclusive. */
export interface LineSpan {
  from: number;
  to: number;
}

/** Where a line of a laid-out file stands: its page, counted from 1, and its box in points. Lines are counted as passages count them. */
export interface LinePlace {
  n: number;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
