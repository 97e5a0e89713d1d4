import type { Tag } from '../../db/model/facet.ts';
import { useLabels } from '../app/services.ts';
import { classes } from './classes.ts';
import styles from './tags.module.css';

/** The colour of a value: the three domains have one each, limitations share one, countries have none. */
export function toneOf(facet: string, value: string): string | undefined {
  if (facet === 'limitation') return styles['limitation'];
  return facet === 'domain' ? styles[value] : undefined;
}

/** A coloured dot; the word always stands beside it. */
export function Dot({ facet, value }: { facet: string; value: string }) {
  return <span className={classes(styles['dot'], toneOf(facet, value))} aria-hidden="true" />;
}

/** What a passage is about and what holds Japan back in it; its countries stand in the line of its source. */
export function Tags({ tags }: { tags: readonly Tag[] }) {
  const label = useLabels();
  const shown = tags.filter((tag) => tag.facet !== 'country');
  if (shown.length === 0) return null;
  return (
    <ul className={styles['tags']} aria-label="Tags">
      {shown.map(({ facet, value }) => (
        <li key={`${facet}/${value}`} className={classes(styles['tag'], toneOf(facet, value))}>
          <Dot facet={facet} value={value} />
          {label(facet, value)}
        </li>
      ))}
    </ul>
  );
}

const PLACES = { text: 'in the text', heading: 'in the heading', lead: 'in its first words', chapter: 'from the chapter', author: 'set by the author' } as const;

/** Why a passage carries its tags: the words that were found, and where. */
export function Evidence({ tags }: { tags: readonly Tag[] }) {
  const label = useLabels();
  if (tags.length === 0) return <p className={styles['none']}>No tags.</p>;
  return (
    <dl className={styles['evidence']}>
      {tags.map(({ facet, value, evidence }) => (
        <div key={`${facet}/${value}`}>
          <dt className={classes(styles['tag'], toneOf(facet, value))}>
            <Dot facet={facet} value={value} />
            {label(facet, value)}
          </dt>
          {evidence.map(({ where, words }) => (
            <dd key={`${where}/${words}`}>
              {where !== 'author' && <><q className={styles['words']}>{words}</q>{' '}</>}
              {PLACES[where]}
            </dd>
          ))}
          {evidence.length === 0 && <dd>no words on record</dd>}
        </div>
      ))}
    </dl>
  );
}
