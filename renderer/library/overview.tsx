import { openChoice, type FacetName } from '../../db/model/facet.ts';
import { searchRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Go } from '../parts/link.tsx';
import { classes } from '../parts/classes.ts';
import { Dot, toneOf } from '../parts/tags.tsx';
import type { ReportSummary } from './report-summary.ts';
import styles from './overview.module.css';

const ORDER: FacetName[] = ['country', 'domain', 'limitation'];

/** What a report is about at a glance: passages per country, domain and limitation. Each line leads to its passages. */
export function Overview({ report }: { report: ReportSummary }) {
  const { taxonomies } = useServices();
  const spoken = ORDER.map((facet) => ({ facet, values: report.facets[facet].filter((value) => value.count > 0) })).filter(({ values }) => values.length > 0);
  if (spoken.length === 0) {
    return <p className={styles['none']}>None of its passages speak of these countries, domains or limitations.</p>;
  }
  return (
    <div className={styles['overview']}>
      {spoken.map(({ facet, values }) => {
        const most = Math.max(...values.map((value) => value.count));
        const label = taxonomies.find((t) => t.facet === facet)?.label ?? facet;
        return (
          <div key={facet}>
            <p className={styles['label']} aria-hidden="true">{label}</p>
            <ul aria-label={label}>
              {values.map(({ value, label: words, count }) => (
                <li key={value}>
                  <Go className={styles['value']} to={searchRoute({ report: report.id, choice: { ...openChoice(), [facet]: [value] } })}>
                    <span className={styles['words']}>
                      {facet === 'domain' && <Dot facet={facet} value={value} />}
                      {words}
                    </span>
                    <span className={classes(styles['track'], toneOf(facet, value))} aria-hidden="true"><span style={{ width: `${(count / most) * 100}%` }} /></span>
                    <span className={styles['count']}>{count.toLocaleString('en')}</span>
                  </Go>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
