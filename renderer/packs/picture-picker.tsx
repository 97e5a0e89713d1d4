import { useState } from 'react';
import { pageWords } from '../../db/model/cite.ts';
import { Choice } from '../parts/choice.tsx';
import { Window } from '../parts/overlay.tsx';
import { Problem, Waiting } from '../parts/states.tsx';
import { useCall } from '../parts/use-call.ts';
import styles from './windows.module.css';

interface PicturePickerProps {
  reports: readonly { id: string; title: string }[];
  open: boolean;
  onClose: () => void;
  onPick: (report: string, passage: string) => void;
}

/** Chooses a picture of a report. */
export function PicturePicker({ reports, open, onClose, onPick }: PicturePickerProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const report = chosen ?? reports[0]?.id ?? null;
  return (
    <Window title="Add a picture" kind="wide" open={open} onClose={onClose}>
      {reports.length > 1 && report !== null && <Choice label="Report" value={report} onChange={setChosen} options={reports.map(({ id, title }) => ({ id, label: title }))} />}
      {open && report !== null && (
        <Pictures
          key={report} report={report} onPick={(passage) => {
            onClose();
            onPick(report, passage);
          }}
        />
      )}
    </Window>
  );
}

function Pictures({ report, onPick }: { report: string; onPick: (passage: string) => void }) {
  const { value, error, retry } = useCall('compose.pictures', { report });
  if (error) return <Problem error={error} retry={retry} />;
  if (!value) return <Waiting what="Looking for pictures" />;
  if (value.pictures.length === 0) return <p className={styles['said']}>This report was imported without pictures. Those of PDF, Word, OpenDocument and EPUB files are kept.</p>;
  return (
    <ul className={styles['pictures']}>
      {value.pictures.map(({ passage, caption, pages, chapterTitle }) => (
        <li key={passage}>
          <button type="button" className={styles['picture']} onClick={() => onPick(passage)}>
            <Thumbnail report={report} passage={passage} />
            <span>{caption || 'Without words'}</span>
            <small>{[chapterTitle, pageWords(pages)].filter(Boolean).join(', ')}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ report, passage }: { report: string; passage: string }) {
  const { value } = useCall('read.picture', { report, passage });
  return <span className={styles['thumbnail']}>{value && <img src={`data:${value.mime};base64,${value.base64}`} alt="" />}</span>;
}
