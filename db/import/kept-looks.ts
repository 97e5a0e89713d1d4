/** Styles that say what a paragraph is; others say how it looks. */
const TELLING = /^(?:heading|toc|title|subtitle|footnote|endnote|header|footer|caption|list|quote|intense quote)/i;
/** More letters no heading needs. */
const LETTERS_AT_MOST = 200;
/** Letters have this size where nothing says another, in half points. */
export const USUAL = 20;

/** Letters of one look in a paragraph; `size` in half points, null where they are as large as their paragraph's. */
export interface Run {
  letters: number;
  size: number | null;
  bold: boolean;
}

/** How a paragraph looks, in half points. */
export interface KeptLook {
  size: number;
  bold: boolean;
}

/** True for a style that says what its paragraphs are: they need no look. */
export function tellsKind(styleName: string): boolean {
  return TELLING.test(styleName);
}

/**
 * Judges how large and how bold paragraphs are, for documents whose authors set headings by hand, and writes the style
 * sheet for it.
 */
export function createLookKeeper() {
  const lettersOfSize = new Map<number, number>();
  return {
    /** How a paragraph looks by its runs and its style; only short ones are bold. Null where it has no letters. */
    lookOf(runs: readonly Run[], style: KeptLook): KeptLook | null {
      const letters = runs.reduce((sum, run) => sum + run.letters, 0);
      if (letters === 0) return null;
      const size = runs.every((run) => run.size === runs[0]!.size) ? (runs[0]!.size ?? style.size) : style.size;
      lettersOfSize.set(size, (lettersOfSize.get(size) ?? 0) + letters);
      return { size, bold: letters <= LETTERS_AT_MOST && runs.every((run) => run.bold || style.bold) };
    },
    /** A sheet for looks by their classes: what has most letters is as large as what has no look of its own. */
    sheet(looks: readonly KeptLook[]): string {
      const body = [...lettersOfSize].reduce((a, b) => (b[1] > a[1] ? b : a), [USUAL, 0])[0];
      return looks.map((look) => `.${lookClass(look)} { font-size: ${Math.round((look.size / body) * 100)}%; font-weight: ${look.bold ? 'bold' : 'normal'} }`).join('\n');
    },
  };
}

export const lookClass = ({ size, bold }: KeptLook): string => `look-${size}${bold ? 'b' : ''}`;
