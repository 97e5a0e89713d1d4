import { useRef, useState } from 'react';
import { searchRoute } from '../app/router.ts';
import { useCommand } from '../app/services.ts';
import { Choice } from '../parts/choice.tsx';
import { FindField } from '../parts/find-field.tsx';
import { Go } from '../parts/link.tsx';
import { count } from '../parts/words.ts';
import { findReports, ORDERS, type Order } from './find-reports.ts';
import { ReportList } from './report-list.tsx';
import type { ReportSummary } from './report-summary.ts';
import styles from './own-reports.module.css';

/** How many reports show what they are about without being asked. */
const OPEN_AT_FIRST = 3;
/** From so many on there is a field to find one by: fewer are seen at a glance. */
const MANY = 8;

/** The reports that the user brought; of many, those that are looked for, in an order of choice. */
export function OwnReports({ reports }: { reports: readonly ReportSummary[] }) {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<Order>('imported');
  const field = useRef<HTMLInputElement>(null);
  useCommand('library:find', reports.length < MANY ? null : () => field.current?.select());
  if (reports.length < MANY) return <ReportList reports={reports} open={OPEN_AT_FIRST} />;
  const found = findReports(reports, query, order);
  return (
    <>
      <div className={styles['bar']}>
        <FindField label="Find a report" placeholder="Find a report by title, publisher, year or file" value={query} onChange={setQuery} input={field} />
        <div><Choice label="Order" hidden value={order} onChange={(id) => setOrder(id as Order)} options={ORDERS} /></div>
        <output className={styles['count']}>{query.trim() === '' ? count(reports.length, 'report') : `${found.length.toLocaleString('en')} of ${count(reports.length, 'report')}`}</output>
      </div>
      {found.length === 0 && (
        <p className={styles['none']}>
          {`No report of yours has “${query.trim()}” in its title, publisher, date or file’s name. `}
          <Go to={searchRoute({ query: query.trim() })}>Search for it in what they say</Go>
        </p>
      )}
      <ReportList reports={found} open={OPEN_AT_FIRST} />
    </>
  );
}
