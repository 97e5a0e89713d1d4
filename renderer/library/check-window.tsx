import { Window } from '../parts/overlay.tsx';
import { Problem, Waiting } from '../parts/states.tsx';
import { useCall } from '../parts/use-call.ts';
import { count } from '../parts/words.ts';
import styles from './check-window.module.css';

/** Verifies the library: the files, the index against the text, the counts. */
export function CheckWindow({ open, onClose }: { open: boolean; onClose: () => void }) {
  return <Window title="Check of the library" open={open} onClose={onClose}>{open && <Findings />}</Window>;
}

function Findings() {
  const { value, error, retry } = useCall('library.check', {});
  if (error) return <Problem error={error} retry={retry} />;
  if (!value) return <Waiting what="Checking every passage" />;
  const { reports, passages, footnotes, packs } = value.counts;
  return (
    <>
      <output className={styles['verdict']}>
        {value.ok ? 'All is well: the files are whole, and the search index says what the text says.' : `${count(value.findings.length, 'finding')}. Your packs are kept apart from the library and are safe.`}
      </output>
      {!value.ok && <ul className={styles['findings']}>{value.findings.map((finding) => <li key={finding}>{finding}</li>)}</ul>}
      <p className={styles['counts']}>{[count(reports, 'report'), count(passages, 'passage'), count(footnotes, 'note'), count(packs, 'pack')].join(' · ')}</p>
    </>
  );
}
