import { memo } from 'react';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { Dot } from '../parts/tags.tsx';
import styles from './facet-list.module.css';

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

interface FacetListProps {
  facet: string;
  label: string;
  values: readonly FacetValue[];
  chosen: readonly string[];
  onToggle: (facet: string, value: string) => void;
}

/** The values of one facet with their counts. A value without hits dims, and stays where it is. */
export const FacetList = memo(function FacetList({ facet, label, values, chosen, onToggle }: FacetListProps) {
  return (
    <fieldset className={styles['facet']}>
      <legend className={styles['legend']}>{label}</legend>
      {values.map(({ value, label: words, count }) => {
        const on = chosen.includes(value);
        const idle = count === 0 && !on;
        return (
          <label key={value} className={classes(styles['value'], on && styles['on'], idle && styles['idle'])}>
            <input type="checkbox" className={styles['box']} checked={on} disabled={idle} onChange={() => onToggle(facet, value)} />
            <span className={styles['tick']} aria-hidden="true"><Icon name="check" size={11} /></span>
            {facet === 'domain' && <Dot facet={facet} value={value} />}
            <span className={styles['words']}>{words}</span>
            <span className={styles['count']}>{count.toLocaleString('en')}<span className="aloud">{count === 1 ? ' passage' : ' passages'}</span></span>
          </label>
        );
      })}
    </fieldset>
  );
});
