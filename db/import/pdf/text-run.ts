import type { Box } from '../../model/layout.ts';

/** A piece of text as pdf.js finds it, set upright: one font, one line. */
export interface Run extends Box {
  text: string;
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
  artifact: boolean;
  /** A blank stands before it in the file. */
  blank: boolean;
}
