import type { ChoiceOfChange } from '../contract/review.ts';
import { labelOf, TAXONOMIES } from '../facets/taxonomies.ts';
import type { Anchor, Change } from '../model/correction.ts';
import { AttacheError } from '../model/errors.ts';
import type { Passage } from '../model/report.ts';
import { anchorOf } from '../review/anchor.ts';
import { renameOf } from '../review/titles.ts';
import type { Library } from '../store/library.ts';
import { doubtsOf } from './doubts-of.ts';

/** Letters by which the second part of a split is known; all of it, where these come earlier in the passage too. */
const BEGINNING = 80;

/**
 * Turns what a reader chose on a screen into a change that is told by words, so that it is found again.
 * @throws AttacheError 'not-found' where what it names is gone; 'bad-request' where it makes no sense
 */
export function changeOf(library: Library, report: string, choice: ChoiceOfChange): Change {
  const passages = library.passages(report);
  const anchor = (id: string): Anchor => {
    const found = anchorOf(passages, id);
    if (!found) throw new AttacheError('not-found', 'This passage is no longer as it was; it may have been corrected in another window. Nothing was changed. Look at it again.');
    return found;
  };
  switch (choice.kind) {
    case 'accept': {
      const doubt = doubtsOf(library, report).find(({ key }) => key === choice.doubt);
      if (!doubt) throw new AttacheError('not-found', 'This is no longer in doubt; it may have been corrected in another window.');
      return { kind: 'accept', about: doubt.key, anchor: doubt.passage === null ? null : anchor(doubt.passage) };
    }
    case 'split':
      return { kind: 'split', anchor: anchor(choice.passage), before: secondPart(passages.find(({ id }) => id === choice.passage)!, choice.offset) };
    case 'join':
      if (choice.passage === choice.next) throw senseless('A passage cannot be joined with itself.');
      return { kind: 'join', anchor: anchor(choice.passage), next: anchor(choice.next) };
    case 'move':
      if (choice.passage === (choice.after ?? choice.before)) throw senseless('A passage cannot be moved past itself.');
      return {
        kind: 'move', anchor: anchor(choice.passage), after: choice.after === null ? null : anchor(choice.after),
        ...(choice.before === null ? {} : { before: anchor(choice.before) }),
      };
    case 'retag': {
      const { facet, value, on } = choice;
      if (!TAXONOMIES.some((taxonomy) => taxonomy.facet === facet && taxonomy.values.some((one) => one.value === value))) throw senseless(`There is no tag “${labelOf(facet, value)}”.`);
      return { kind: 'retag', anchor: anchor(choice.passage), facet, value, on };
    }
    case 'become':
      return { kind: 'become', anchor: anchor(choice.passage), what: choice.what };
    case 'rename': {
      const rename = renameOf(library.chapters(report), choice.target, choice.id, choice.to);
      if (!rename) throw new AttacheError('not-found', `This ${choice.target} is not in the report any more. Nothing was changed.`);
      return rename;
    }
  }
}

const senseless = (sentence: string): AttacheError => new AttacheError('bad-request', `${sentence} Nothing was changed.`);

/** The words that the second part of a split passage begins with. */
function secondPart({ text }: Passage, offset: number): string {
  const inside = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') ? offset - 1 : offset;
  const tail = text.slice(inside).trimStart();
  if (tail === '' || text.slice(0, inside).trim() === '') throw senseless('A passage can be cut only between two of its words.');
  const beginning = tail.slice(0, BEGINNING);
  return text.indexOf(beginning) === text.length - tail.length && !text.endsWith(beginning) ? beginning : tail;
}
