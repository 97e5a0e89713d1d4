import { useState } from 'react';
import { openChoice, type FacetChoice } from '../../db/model/facet.ts';
import { searchRoute } from '../app/router.ts';
import { useCommand, useLabels, useServices } from '../app/services.ts';
import { classes } from '../parts/classes.ts';
import { Go } from '../parts/link.tsx';
import { Dot, toneOf } from '../parts/tags.tsx';
import { count } from '../parts/words.ts';
import { cellOf, limitsOf, shownColumns, type Cell, type Row, type ShownColumn, type Table } from './columns.ts';
import styles from './compare-table.module.css';

interface CompareTableProps {
  table: Table;
  open: boolean;
  query: string;
  report: string | null;
}

const LIMITS = 'What holds Japan back';
/** A cell's passages go into a pack as what a search finds, the best first; more would be no briefing. */
const MOST_PASSAGES = 10;

/** What is added from a cell. */
interface Meant {
  choice: FacetChoice;
  title: string;
  /** How many passages the cell counts. */
  found: number;
}

/** The table: a row for each country, a column for each domain, and one (or one each) for what holds Japan back. */
export function CompareTable({ table, open, query, report }: CompareTableProps) {
  const { packs } = useServices();
  const columns = shownColumns(table, open);
  /** The cell that has the focus, or else the pointer, which may just lie there: its passages can be added to the pack. */
  const [focused, setFocused] = useState<Meant | null>(null);
  const [pointed, setPointed] = useState<Meant | null>(null);
  const at = focused ?? pointed;
  useCommand('add-to-pack', at === null ? null : () => void packs.addFound({ kind: 'search', query, ...(report === null ? {} : { report }), ...at.choice, limit: MOST_PASSAGES, title: at.title }, at.found));
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
              <th scope="row" className={styles['country']}><Go to={to({ country: [row.value] })}>{row.label}</Go><span className={styles['rowCount']}>{row.count.toLocaleString('en')}<span className="aloud"> {row.count === 1 ? 'passage' : 'passages'}</span></span></th>
              {columns.map((column) => {
                const isLimits = column.kind === 'limits';
                const choice: FacetChoice = { ...openChoice(), country: [row.value], ...(isLimits ? { limitation: limitations } : { [column.column.facet]: [column.column.value] }) };
                const cell = isLimits ? null : cellOf(row, column.column);
                const found = isLimits ? row.limited : (cell?.count ?? 0);
                const meant = found === 0 ? null : { choice, found, title: `${row.label}: ${isLimits ? LIMITS : column.column.label}` };
                return (
                  <td key={keyOf(column)} onFocus={() => setFocused(meant)} onBlur={() => setFocused(null)} onPointerEnter={() => setPointed(meant)} onPointerLeave={() => setPointed(null)}>
                    {isLimits ? <LimitsCell row={row} to={to(choice)} /> : <ValueCell row={row} cell={cell} label={column.column.label} to={to(choice)} />}
                  </td>
                );
              })}
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
        {column.kind === 'limits' ? LIMITS : column.column.label}
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
      <span className={classes(styles['count'], toneOf(cell.facet, cell.value))}>{count(cell.count, 'passage')}</span>
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
        <span className={styles['total']}>{row.limited.toLocaleString('en')}<span className="aloud"> {row.limited === 1 ? 'passage' : 'passages'}</span></span>
      </span>
      <span className={styles['lead']}>{first.lead?.text}</span>
    </Go>
  );
}
