import { useState } from 'react';
import { Choice } from '../parts/choice.tsx';
import { Window } from '../parts/overlay.tsx';
import { Problem, Waiting } from '../parts/states.tsx';
import { useCall } from '../parts/use-call.ts';
import { count } from '../parts/words.ts';
import styles from './items-rail.module.css';

interface ChapterPickerProps {
  reports: readonly { id: string; title: string }[];
  open: boolean;
  onClose: () => void;
  onPick: (report: string, chapter: string) => void;
}

/** Chooses a chapter of a report. */
export function ChapterPicker({ reports, open, onClose, onPick }: ChapterPickerProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const report = chosen ?? reports[0]?.id ?? null;
  return (
    <Window title="Add a whole chapter" open={open} onClose={onClose}>
      {reports.length > 1 && report !== null && <Choice label="Report" value={report} onChange={setChosen} options={reports.map(({ id, title }) => ({ id, label: title }))} />}
      {open && report !== null && (
        <ChapterList
          report={report} onPick={(chapter) => {
            onClose();
            onPick(report, chapter);
          }}
        />
      )}
    </Window>
  );
}

function ChapterList({ report, onPick }: { report: string; onPick: (chapter: string) => void }) {
  const { value, error, retry } = useCall('library.contents', { report });
  if (error) return <Problem error={error} retry={retry} />;
  if (!value) return <Waiting what="Reading the contents" />;
  return (
    <ul className={styles['chapters']}>
      {value.chapters.map(({ id, number, title, passages }) => (
        <li key={id}>
          <button type="button" className={styles['chapter']} onClick={() => onPick(id)}>
            {number === null ? title : `${number} ${title}`}
            <span>{count(passages, 'passage')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
