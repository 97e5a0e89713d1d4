import { BLANK, kindAt } from '../model/letters.ts';
import type { PagedSource, SourceLine } from '../model/source.ts';

/** A page mark is rare: were more than a quarter of the lines to begin with a single blank, it would be an indent. */
const MARKS_AT_MOST = 0.25;

/**
 * Cuts a text report into lines and notes what its extractor left behind: page marks (form feeds, or a single leading
 * blank) and the blank at the end of a line that goes on.
 */
export function readText(text: string): PagedSource {
  const raw = text.split('\n');
  const { blankMarks, keepsBlanks } = habitsOf(raw);
  const lines = raw.map((line, at): SourceLine => {
    const formFeed = line.includes('\f');
    const content = softened(formFeed ? line.replace(/\f/g, '') : line);
    const trimmed = content.trim();
    return {
      n: at + 1,
      text: /[\u00a0\t]| {2}/.test(trimmed) ? trimmed.replace(/[\u00a0\t ]+/g, ' ') : trimmed,
      spaced: keepsBlanks ? endsBlank(content) : !isBroken(trimmed),
      mark: formFeed || (blankMarks && beginsWithOneBlank(content)),
    };
  });
  return { kind: 'pages', lines, keepsBlanks };
}

/** What the extractor did at the lines' beginnings and ends. */
function habitsOf(raw: readonly string[]): { blankMarks: boolean; keepsBlanks: boolean } {
  let [filled, marked, goOn, spaced] = [0, 0, 0, 0];
  let trimmed = raw[0]!.trim();
  raw.forEach((line, at) => {
    const next = raw[at + 1]?.trim() ?? '';
    if (trimmed !== '') {
      filled += 1;
      if (beginsWithOneBlank(line)) marked += 1;
      if (next !== '' && !isBroken(trimmed)) {
        goOn += 1;
        if (endsBlank(line)) spaced += 1;
      }
    }
    trimmed = next;
  });
  return { blankMarks: marked <= filled * MARKS_AT_MOST, keepsBlanks: goOn > 0 && spaced > goOn * 0.6 };
}

/** A soft hyphen at the end is set as one. */
const softened = (line: string): string => (line.endsWith('\u00ad') ? `${line.slice(0, -1)}-` : line);
const endsBlank = (line: string): boolean => line !== '' && (kindAt(line, line.length - 1) & BLANK) !== 0;
const beginsWithOneBlank = (line: string): boolean => line.length > 1 && line.startsWith(' ') && (kindAt(line, 1) & BLANK) === 0;
/** A word goes on in the next line. */
const isBroken = (trimmed: string): boolean => /[-/\u2010]$/.test(trimmed);
