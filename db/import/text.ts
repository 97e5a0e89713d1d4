import type { PagedSource, SourceLine } from '../model/source.ts';

/** A page mark is rare: were more than a quarter of the lines to begin with a single blank, it would be an indent. */
const MARKS_AT_MOST = 0.25;

/**
 * Cuts a text report into lines and notes what its extractor left behind: page marks (form feeds, or a single leading
 * blank) and the blank at the end of a line that goes on.
 */
export function readText(text: string): PagedSource {
  const raw = text.split('\n');
  const filled = raw.filter((line) => line.trim() !== '').length;
  const blankMarks = raw.filter((line) => /^ (?=\S)/.test(line)).length <= filled * MARKS_AT_MOST;
  const broken = raw.filter((line, at) => line.trim() !== '' && raw[at + 1]?.trim() && !/[-/\u2010]\s*$/.test(line));
  const keepsBlanks = broken.length > 0 && broken.filter((line) => /\s$/.test(line)).length > broken.length * 0.6;
  const lines: SourceLine[] = raw.map((line, at) => {
    const formFeed = line.includes('\f');
    const content = line.replace(/\f/g, '').replace(/\u00ad$/, '-');
    const trimmed = content.trim();
    return {
      n: at + 1,
      text: trimmed.replace(/[\u00a0\t ]+/g, ' '),
      spaced: keepsBlanks ? /\s$/.test(content) : !/[-/\u2010]$/.test(trimmed),
      mark: formFeed || (blankMarks && /^ (?=\S)/.test(content)),
    };
  });
  return { kind: 'pages', lines, keepsBlanks };
}
