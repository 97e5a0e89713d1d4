import type { LaidLine } from '../../model/layout.ts';

/** A piece of text as pdf.js finds it, set upright: one font, one line. */
export interface Run extends LaidLine {
  /** A blank stands before it in the file. */
  blank: boolean;
}
