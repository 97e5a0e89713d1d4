import { useState } from 'react';
import { readRoute, reviewRoute, searchRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go } from '../parts/link.tsx';
import { Actions, type Choice } from '../parts/menu.tsx';
import { agoWords, count, dateWords } from '../parts/words.ts';
import { ImportWarnings } from './import-warnings.tsx';
import { Overview } from './overview.tsx';
import { RemoveReport } from './remove-report.tsx';
import type { ReportSummary } from './report-summary.ts';
import styles from './report-entry.module.css';

type Format = 'json' | 'markdown' | 'csl-json';

const EXPORTS: Choice[] = [
  { id: 'markdown', label: 'Export as Markdown', icon: 'page' },
  { id: 'json', label: 'Export as JSON', icon: 'page' },
  { id: 'csl-json', label: 'Export references (CSL-JSON)', icon: 'page' },
];

const HIDE: Choice = { id: 'hide', label: 'Hide', icon: 'close', apart: true };
const REVIEW: Choice = { id: 'review', label: 'Review the import', icon: 'check' };

/** One report: what it is, how much it holds, what it is about, and what can be done with it. */
export function ReportEntry({ report, open, level }: { report: ReportSummary; open: boolean; level: 2 | 3 }) {
  const { host, client, router, notices } = useServices();
  const [shown, setShown] = useState(open);
  const [warned, setWarned] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { counts } = report;
  const Title = `h${level}` as const;

  const save = async (format: Format): Promise<void> => {
    try {
      const { file, name } = await client('library.export', { report: report.id, format });
      if (await host.saveFile(file, name) === 'saved') notices.done(`Saved “${name}”.`);
    } catch (error) {
      notices.failed(error);
    }
  };
  const hide = (): void => {
    const bringBack = (): void => void client('library.bringBack', {}).catch(notices.failed);
    client('library.remove', { report: report.id }).then(() => notices.done(`“${report.title}” is hidden.`, { label: 'Undo', run: bringBack }), notices.failed);
  };
  const act = (id: string): void => {
    if (id === 'remove') setRemoving(true);
    else if (id === 'hide') hide();
    else if (id === 'review') router.go(reviewRoute({ report: report.id }));
    else if (id === 'search') router.go(searchRoute({ report: report.id }));
    else void save(id as Format);
  };
  const actions: Choice[] = [
    { id: 'search', label: 'Search in this report', icon: 'search' }, ...(report.builtIn ? [] : [REVIEW]), ...EXPORTS.map((choice, at) => ({ ...choice, apart: at === 0 })),
    ...(report.builtIn ? [HIDE] : [{ id: 'remove', label: 'Remove…', icon: 'trash' as const, apart: true, danger: true }]),
  ];
  return (
    <li className={styles['entry']}>
      <article>
        <div className={styles['head']}>
          <Title className={styles['title']}><Go to={readRoute({ report: report.id })}>{report.title}</Go></Title>
          <Actions label={`Actions for ${report.title}`} items={actions} onAction={act}>
            <Button look="quiet" icon aria-label={`More for “${report.title}”`}><Icon name="more" /></Button>
          </Actions>
        </div>
        {report.subtitle && <p className={styles['subtitle']}>{report.subtitle}</p>}
        <p className={styles['source']}>
          {[report.publisher, report.date && dateWords(report.date), ...(report.builtIn ? [] : [`imported ${agoWords(report.importedAt)} from ${report.sourceName}`])].filter(Boolean).join(' · ')}
        </p>
        <p className={styles['counts']}>
          <span>{count(counts.chapters, 'chapter')}</span>
          <span>{count(counts.passages, 'passage')}</span>
          <span>{count(counts.footnotes, 'note')}</span>
          <button type="button" className={styles['toggle']} aria-expanded={shown} onClick={() => setShown(!shown)}>
            What it is about
            <Icon name={shown ? 'up' : 'down'} size={12} />
          </button>
          {counts.warnings > 0 && (
            <button type="button" className={styles['toggle']} aria-expanded={warned} onClick={() => setWarned(!warned)}>
              <Icon name="warning" size={13} />
              {count(counts.warnings, 'warning')} from the import
            </button>
          )}
        </p>
        {warned && <ImportWarnings report={report.id} />}
        {shown && <Overview report={report} />}
      </article>
      <RemoveReport report={report} open={removing} onClose={() => setRemoving(false)} />
    </li>
  );
}
