import type { Anchor, Change } from '../model/correction.ts';

/** Letters of a passage's beginning that name it. */
const SHOWN = 48;

const named = ({ start }: Anchor): string => `“${start.length <= SHOWN ? start : `${start.slice(0, SHOWN).replace(/\s+\S*$/, '')} …`}”`;

/** What a passage can be made. */
const KINDS: Record<Extract<Change, { kind: 'become' }>['what'], string> = {
  paragraph: 'a paragraph', 'list-item': 'a list item', quotation: 'a quotation', 'pull-quote': 'a pull quote', caption: 'a caption', table: 'a table', figure: 'a figure', heading: 'a heading', nothing: '',
};

/**
 * What a correction did, in a few words.
 * @param labelOf the name of a tag's value
 */
export function sentenceOf(change: Change, labelOf: (facet: 'country' | 'domain' | 'limitation', value: string) => string): string {
  switch (change.kind) {
    case 'accept':
      return change.anchor === null ? 'Accepted as it is' : `Accepted ${named(change.anchor)} as it is`;
    case 'split':
      return `Split ${named(change.anchor)} before ${named({ ...change.anchor, start: change.before })}`;
    case 'join':
      return `Joined ${named(change.anchor)} with ${named(change.next)}`;
    case 'move':
      if (change.after) return `Moved ${named(change.anchor)} behind ${named(change.after)}`;
      return change.before ? `Moved ${named(change.anchor)} before ${named(change.before)}` : `Moved ${named(change.anchor)} to the beginning of its chapter`;
    case 'retag':
      return change.on ? `Tagged ${named(change.anchor)} with ${labelOf(change.facet, change.value)}` : `Took the tag ${labelOf(change.facet, change.value)} from ${named(change.anchor)}`;
    case 'become':
      return change.what === 'nothing' ? `Took out ${named(change.anchor)}` : `Made ${named(change.anchor)} ${KINDS[change.what]}`;
    case 'rename':
      return `Renamed the ${change.target} “${change.from}” to “${change.to}”`;
  }
}
