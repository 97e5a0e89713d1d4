import { tokenize } from '../model/fold.ts';
import { allBits, both, countBits, either, noBits, setBit, without, type Bits } from './bits.ts';
import { expand, expandStrictly, type Group, type Typed } from './expand.ts';
import type { Form } from './form.ts';
import type { Memory } from './memory.ts';
import { anyOf, columnsOf, IN_HEADING, IN_NOTES, IN_TEXT, nearOf, phraseOf, type Places } from './places.ts';
import type { Node } from './query.ts';

/** Passages that meet a condition: in any column, within text and headings alone, within footnotes alone. */
export interface Sets {
  any: Bits;
  text: Bits;
  notes: Bits;
}

/** A query as the library understands it. */
export interface Plan {
  /** Words that are wished for, in the order typed. */
  wished: Group[];
  /** Words and phrases of the required parts: they rank and are marked as well. */
  required: Group[];
  /** What every hit must meet; null where nothing is required. */
  condition: Sets | null;
  /** Fields of the query that no passage is filed under, as typed. */
  unknown: string[];
}

/** All words of a prefix that are looked for, the most frequent first. */
const PREFIX_WORDS = 300;

/** Looks up every word of a query, and works out what is required of a hit. */
export function planOf(memory: Memory, parts: readonly Node[]): Plan {
  const row = parts.flatMap((part): Typed[] => (part.kind === 'word' ? [part] : []));
  const required: Group[] = [];
  const conditions = parts.flatMap((part) => (part.kind === 'word' ? [] : [meet(memory, part, required)]));
  return {
    wished: expand(memory, row), required, condition: conditions.length === 0 ? null : conditions.reduce((a, b) => joined(a, b, both)),
    unknown: filtersOf(parts).filter(({ field, value }) => countBits(filtered(memory, field, value)) === 0).map(({ field, value }) => `${field}:${value}`),
  };
}

const joined = (a: Sets, b: Sets, how: (a: Bits, b: Bits) => Bits): Sets => ({ any: how(a.any, b.any), text: how(a.text, b.text), notes: how(a.notes, b.notes) });

/** @param found collects the words and phrases that a hit is found by */
function meet(memory: Memory, node: Node, found: Group[]): Sets {
  switch (node.kind) {
    case 'word': {
      const group = expand(memory, [node])[0]!;
      const forms = group.forms.filter((form) => form.kind !== 'alike');
      found.push({ ...group, forms });
      return setsOf(memory, anyOf(forms.map((form) => form.places)));
    }
    case 'phrase': case 'prefix': {
      const forms = formsOf(memory, node);
      found.push({ typed: node.typed, word: '', forms });
      return setsOf(memory, anyOf(forms.map((form) => form.places)));
    }
    case 'near': {
      for (const item of node.items) meet(memory, item, found);
      return setsOf(memory, nearOf(node.items.map((item) => placesIn(memory, item)), node.within));
    }
    case 'filter': {
      const bits = filtered(memory, node.field, node.value);
      return { any: bits, text: bits, notes: bits };
    }
    case 'not': {
      const sets = node.item.kind === 'word' ? setsOf(memory, expandStrictly(memory, node.item.word)) : meet(memory, node.item, []);
      const every = allBits(memory.count);
      return joined({ any: every, text: every, notes: every }, sets, without);
    }
    case 'and': return node.items.map((item) => meet(memory, item, found)).reduce((a, b) => joined(a, b, both));
    case 'or': return node.items.map((item) => meet(memory, item, found)).reduce((a, b) => joined(a, b, either));
  }
}

function formsOf(memory: Memory, node: Extract<Node, { kind: 'phrase' | 'prefix' }>): Form[] {
  if (node.kind === 'phrase') return [{ words: node.words, kind: 'exact', weight: 1, places: memory.phrase(node.words), typed: node.typed }];
  return memory.words.beginningWith(node.letters, PREFIX_WORDS).map((word) => ({ words: [word], kind: 'exact', weight: 1, places: memory.places(word), typed: node.typed }));
}

/** Where one side of a NEAR stands. */
function placesIn(memory: Memory, node: Node): Places {
  switch (node.kind) {
    case 'word': return expandStrictly(memory, node.word);
    case 'phrase': return phraseOf(node.words.map(memory.places));
    case 'prefix': return anyOf(formsOf(memory, node).map((form) => form.places));
    case 'near': case 'and': case 'or': return anyOf(node.items.map((item) => placesIn(memory, item)));
    case 'not': case 'filter': return anyOf([]);
  }
}

function setsOf(memory: Memory, places: Places): Sets {
  const sets: Sets = { any: noBits(memory.count), text: noBits(memory.count), notes: noBits(memory.count) };
  places.docs.forEach((doc, i) => {
    setBit(sets.any, doc);
    const columns = columnsOf(places.often[i]!);
    if (columns & (IN_TEXT | IN_HEADING)) setBit(sets.text, doc);
    if (columns & IN_NOTES) setBit(sets.notes, doc);
  });
  return sets;
}

type Filter = Extract<Node, { kind: 'filter' }>;

const filtersOf = (nodes: readonly Node[]): Filter[] => nodes.flatMap((node): Filter[] => {
  if (node.kind === 'filter') return [node];
  return node.kind === 'and' || node.kind === 'or' ? filtersOf(node.items) : [];
});

/** The passages that a field of the query names; none where the library knows no such value. */
function filtered(memory: Memory, field: Filter['field'], value: string): Bits {
  const words = wordsOf(value);
  let bits = noBits(memory.count);
  if (field === 'author' || field === 'chapter') {
    for (const chapter of memory.chapters) {
      const fits = field === 'author' ? chapter.authors.some((name) => says(name, words) || says(value, wordsOf(name))) : says(chapter.title, words) || String(chapter.number) === value.trim();
      if (fits) bits = either(bits, memory.between(chapter.from, chapter.to));
    }
    return bits;
  }
  for (const [name, { bits: carriers }] of memory.facets[field]) if (says(name, words)) bits = either(bits, carriers);
  return bits;
}

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.word);

/** Whether a name has all these words, each at least as its beginning: "south viet" says "South-East Vietnam". */
function says(name: string, words: readonly string[]): boolean {
  const own = wordsOf(name);
  return words.length > 0 && words.every((word) => own.some((other) => other.startsWith(word)));
}
