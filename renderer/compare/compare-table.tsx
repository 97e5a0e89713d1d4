import { openChoice, type FacetChoice } from '../../db/model/facet.ts';
import { searchRoute } from '../app/router.ts';
import { useLabels } from '../app/services.ts';
import { classes } from '../parts/classes.ts';
import { Go } from '../parts/link.tsx';
import { Dot, toneOf } from '../parts/tags.tsx';
import { cellOf, limitsOf, shownColumns, type Cell, type Row, type ShownColumn, type Table } from './columns.ts';
import styles from './compare-table.module.css';

interface CompareTableProps {
  table: Table;
  open: boolean;
  query: string;
  report: string | null;
}

/** The table: a row for each country, a column for each domain, and one (or one each) for what holds Japan back. */
export function CompareTable({ table, open, query, report }: CompareTableProps) {
  const columns = shownColumns(table, open);
  const to = (choice: Partial<FacetChoice>) => searchRoute({ query, report, choice: { ...openChoice(), ...choice } });
  const limitations = table.columns.filter((column) => column.facet === 'limitation').map((column) => column.value);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section className={styles['region']} aria-label="Comparison" tabIndex={0}>
      <table className={classes(styles['table'], open && styles['open'])}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}><span className="aloud">Country</span></th>
            {columns.map((column) => <ColumnHead key={keyOf(column)} column={column} />)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.value}>
              <th scope="row" className={styles['country']}><Go to={to({ country: [row.value] })}>{row.label}</Go><span className={styles['rowCount']}>{row.count}<span className="aloud"> {row.count === 1 ? 'passage' : 'passages'}</span></span></th>
              {columns.map((column) => (
                <td key={keyOf(column)}>
                  {column.kind === 'limits'
                    ? <LimitsCell row={row} to={to({ country: [row.value], limitation: limitations })} />
                    : <ValueCell row={row} cell={cellOf(row, column.column)} label={column.column.label} to={to({ country: [row.value], [column.column.facet]: [column.column.value] })} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const keyOf = (column: ShownColumn): string => (column.kind === 'limits' ? 'limits' : `${column.column.facet}/${column.column.value}`);

function ColumnHead({ column }: { column: ShownColumn }) {
  const [facet, value] = column.kind === 'limits' ? ['limitation', ''] : [column.column.facet, column.column.value];
  return (
    <th scope="col" className={toneOf(facet, value)}>
      <span className={styles['columnHead']}>
        <Dot facet={facet} value={value} />
        {column.kind === 'limits' ? 'What holds Japan back' : column.column.label}
      </span>
    </th>
  );
}

/** The lead sentence and the count of one cell; all of it is the link to its passages. */
function ValueCell({ row, cell, label, to }: { row: Row; cell: Cell | null; label: string; to: ReturnType<typeof searchRoute> }) {
  if (!cell || cell.count === 0) return <p className={styles['none']}>none</p>;
  return (
    <Go to={to} className={styles['cell']}>
      <span className="aloud">{row.label}, {label}: </span>
      <span className={classes(styles['count'], toneOf(cell.facet, cell.value))}>{passages(cell.count)}</span>
      <span className={styles['lead']}>{cell.lead?.text}</span>
    </Go>
  );
}

/** All limitations of a country together: the most frequent by name, and its lead sentence. */
function LimitsCell({ row, to }: { row: Row; to: ReturnType<typeof searchRoute> }) {
  const label = useLabels();
  const limits = limitsOf(row);
  const first = limits[0];
  if (!first || row.limited === 0) return <p className={styles['none']}>none</p>;
  return (
    <Go to={to} className={styles['cell']}>
      <span className="aloud">{row.label}, what holds Japan back: </span>
      <span className={classes(styles['count'], toneOf('limitation', ''))}>
        {label(first.facet, first.value)}
        {limits.length > 1 && <span className={styles['others']}>+{limits.length - 1}<span className="aloud"> more</span></span>}
        <span className={styles['total']}>{row.limited}<span className="aloud"> {row.limited === 1 ? 'passage' : 'passages'}</span></span>
      </span>
      <span className={styles['lead']}>{first.lead?.text}</span>
    </Go>
  );
}

const passages = (n: number): string => (n === 1 ? '1 passage' : `${n} passages`);
