import { column, cutAfter, page, wrap } from '../fixtures/two-columns.ts';
import { randomFrom, writePassages } from './generator.ts';

/** Words of the field, strewn into the made-up language so that the rules of the tags have something to find. */
const FIELD = ['Vietnam', 'Hanoi', 'Indonesia', 'Jakarta', 'Thailand', 'Cambodia', 'Philippines', 'Manila', 'ASEAN', 'Japan', 'Tokyo', 'China', 'US', 'security', 'defence', 'coast guard', 'maritime', 'investment', 'trade',
  'infrastructure', 'loans', 'development', 'culture', 'education', 'exchange', 'constitution', 'alliance', 'democracy', 'human rights', 'slow', 'decisions', 'projects', 'delayed', 'agreement', 'neutral', 'consensus', 'limited', 'lack', 'cooperation', 'region'];
const NAMES = ['Larsen', 'Okafor', 'Brandt', 'Quist', 'Ferreira', 'Novak'];
/** One word in so many is one of the field's. */
const SELDOM = 12;
const PAGES_OF_CHAPTER = 9;

/**
 * Writes text as the extractor of a two-column PDF leaves it, with all that reports are made of: chapters whose notes
 * begin again at 1, running heads, headings, paragraphs that go on over columns and pages, notes at the foot of their
 * column with their calls, lists, captions, pull quotes, link targets. Its vocabulary grows as that of real reports does.
 * @param size in letters, at least
 * @param seed the same seed writes the same text
 */
export function writeLongText(size: number, seed = 2022): string {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const source = writePassages(Infinity, seed);
  const prose = (): string => source.next().value!.text.replace(/\S+/g, (word: string) => (below(SELDOM) === 0 ? `${FIELD[below(FIELD.length)]!}${word.endsWith('.') ? '.' : ''}` : word));
  const title = (): string => prose().split(' ').slice(1, 5).join(' ');
  const out: string[] = [];
  let length = 0;
  let label = 0;
  while (length < size) {
    const name = NAMES[below(NAMES.length)]!;
    let note = 0;
    let open: string[] = [];
    for (let at = 0; at < PAGES_OF_CHAPTER; at++) {
      label += 1;
      const blocks: string[][] = [[`${label % 999}${name}`], ...(at === 0 ? [['INTRODUCTION']] : []), ...(open.length > 0 ? [open] : [])];
      open = [];
      for (let half = 0; half < 2; half++) {
        if (at > 0 && below(3) === 0) blocks.push([title().toUpperCase()]);
        const notes: string[][] = [];
        for (let n = 0; n < 3; n++) {
          const text = prose();
          const calls = below(2);
          if (calls > 0) notes.push(noteOf(note + 1, title(), below(90)));
          blocks.push(wrap(`${text}${calls > 0 ? String(note + 1) : ''}`));
          note += calls;
        }
        if (below(4) === 0) blocks.push(...[title(), title(), title()].map((item) => wrap(`• ${item};`)));
        if (below(6) === 0) blocks.push([`Figure ${label}. ${title()}`], [title(), title()]);
        if (below(6) === 0) blocks.push(wrap(`${blocks.at(-2)!.join('').split(' ').slice(2, 20).join(' ')}.`, 24));
        const [here, there] = cutAfter(wrap(prose()), 3);
        blocks.push(here, ...notes, ...(half === 0 ? [there] : []));
        if (half === 1) open = there;
      }
      if (below(3) === 0) blocks.push([`https://www.${name.toLowerCase()}.example/reports/${label}.pdf`]);
      const lines = page(column(...blocks));
      out.push(...lines);
      length += lines.reduce((sum, line) => sum + line.length + 1, 0);
    }
  }
  return `${out.join('\n')}\n`;
}

function noteOf(n: number, title: string, days: number): string[] {
  return days % 5 === 0 ? [`${n} Ibid.`] : wrap(`${n} Ada Larsen, “${title},” Northern Review ${days}/3 (2014): 40-61, https://www.harbours.example/${days}.`);
}
