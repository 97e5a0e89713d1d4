import { useState } from 'react';
import { Window } from '../parts/overlay.tsx';
import { useCommand } from './services.ts';
import styles from './search-help.module.css';

interface Sign { typed: string; finds: string }

/** The query language as db/search/query.ts reads it. */
const GROUPS: readonly { title: string; signs: readonly Sign[] }[] = [
  {
    title: 'Words',
    signs: [
      { typed: 'coast guard', finds: 'passages with both words, then those with nearly all of them' },
      { typed: '"coast guard"', finds: 'exactly these words, side by side; no other spelling' },
      { typed: 'frigate OR destroyer', finds: 'one or the other' },
      { typed: 'radar AND Vietnam', finds: 'both; where no passage has both, it says so' },
      { typed: 'radar -China', finds: 'the first without the second; NOT says the same' },
      { typed: '(rail OR road) AND loan', finds: 'what stands in brackets is read first' },
      { typed: 'constitution*', finds: 'every word that begins so' },
      { typed: 'loan NEAR/5 port', finds: 'at most five words between; NEAR alone means ten' },
    ],
  },
  {
    title: 'Fields',
    signs: [
      { typed: 'country:vietnam', finds: 'passages on a country; domain: and limitation: work alike' },
      { typed: 'author:"Kei Koga"', finds: 'what this author wrote' },
      { typed: 'chapter:2', finds: 'a chapter, by its number or by words of its title' },
      { typed: 'in:footnotes', finds: 'only words that stand in a footnote; in:text leaves the footnotes out' },
    ],
  },
];

/** The query language on one card. */
export function SearchHelp() {
  const [open, setOpen] = useState(false);
  useCommand('search-help', () => setOpen(true));
  return (
    <Window title="How to search" kind="wide" open={open} onClose={() => setOpen(false)}>
      <p className={styles['first']}>Plain words need none of this. They are found in any form: plural, British or American, with or without accents, as an acronym or in full, and misspelt. Names may stand in either order.</p>
      {GROUPS.map(({ title, signs }) => (
        <section key={title} className={styles['group']}>
          <h3 className={styles['title']}>{title}</h3>
          <dl className={styles['list']}>
            {signs.map(({ typed, finds }) => (
              <div key={typed} className={styles['row']}>
                <dt><code className={styles['typed']}>{typed}</code></dt>
                <dd>{finds}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>AND, OR, NOT and NEAR are written in capitals. A query with a slip in its signs is read as plain words, and a line above the passages says so.</p>
    </Window>
  );
}
