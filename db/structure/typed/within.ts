import type { BlockSource, SourceBlock, SourceNote, SourcePassage } from '../../model/source.ts';
import { typedLines } from './pages.ts';
import { blocksOfTyped } from './typed.ts';

/**
 * Reads what stands in a document as it was typed (in HTML a `<pre>`: hearings, cables, old reports) as a typed text by
 * itself is read: its blank lines, indents and underlines say what its elements do not.
 */
export function withTyped<S extends BlockSource>(source: S): S {
  if (!source.blocks.some(isTyped)) return source;
  const whole = source.blocks.every((block) => block.kind === 'heading' || isTyped(block));
  const notes: SourceNote[] = [...source.notes];
  let facts = source.facts;
  let level = 0;
  const blocks = source.blocks.flatMap((block, nth): SourceBlock[] => {
    if (block.kind === 'heading') level = block.level;
    if (!isTyped(block)) return [block];
    // Its own title page is read where nothing else says who wrote the page.
    const isFront = whole && nth <= 1 && !facts.authors && !facts.date;
    const typed = blocksOfTyped({ lines: typedLines({ kind: 'pages', lines: [...block.typed], keepsBlanks: false }), notes: [] }, isFront);
    const top = typed.blocks.reduce((least, one) => (one.kind === 'heading' ? Math.min(least, one.level) : least), Infinity);
    facts = { ...typed.facts, ...facts };
    notes.push(...typed.notes.map((note) => ({ ...note, key: `typed-${nth}-${note.key}` })));
    return typed.blocks.map((one) => (one.kind === 'heading' ? { ...one, level: one.level - top + level + 1 } : { ...one, notes: one.notes.map((call) => ({ ...call, key: `typed-${nth}-${call.key}` })) }));
  });
  return { ...source, facts, blocks, notes };
}

const isTyped = (block: SourceBlock): block is SourcePassage & Required<Pick<SourcePassage, 'typed'>> => block.kind !== 'heading' && block.typed !== undefined;
