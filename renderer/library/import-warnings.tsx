import { Problem, Waiting } from '../parts/states.tsx';
import { useCall } from '../parts/use-call.ts';
import styles from './import-warnings.module.css';

/** What the importer was unsure of, or had to leave out, in its own sentences. */
export function ImportWarnings({ report }: { report: string }) {
  const { value, error, retry } = useCall('library.contents', { report });
  if (error) return <Problem error={error} retry={retry} />;
  if (!value) return <Waiting what="Reading the warnings" />;
  return (
    <ul className={styles['warnings']} aria-label="Warnings from the import">
      {value.warnings.map(({ code, message, line }, at) => (
        <li key={`${code}/${line ?? at}`} className={styles['warning']}>
          {message}
          {line !== null && <span className={styles['line']}>line {line.toLocaleString('en')}</span>}
        </li>
      ))}
    </ul>
  );
}
