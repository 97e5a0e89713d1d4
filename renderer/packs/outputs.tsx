import { useEffect, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useCommand, useServices } from '../app/services.ts';
import { asError } from '../host/host.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions } from '../parts/menu.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { useStore } from '../parts/store.ts';
import { count } from '../parts/words.ts';
import type { PackSession } from './session.ts';
import styles from './outputs.module.css';

type Format = 'pdf' | 'docx' | 'html' | 'markdown' | 'pack';
const FORMATS: { id: Format; label: string }[] = [
  { id: 'docx', label: 'Save as Word' }, { id: 'html', label: 'Save as HTML' }, { id: 'markdown', label: 'Save as Markdown' }, { id: 'pack', label: 'Save as pack file' },
];

interface Running {
  job: string;
  done: number;
  total: number;
}

/** The ways in which a pack leaves the app: PDF, paper, files. What is on the screen is written down first. */
export function Outputs({ session, notices: said }: { session: PackSession; notices: readonly string[] }) {
  const { client, host, notices, about } = useServices();
  const { canPrint } = useStore(about);
  const [running, setRunning] = useState<Running | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const current = useRef<string | null>(null);
  useEffect(() => host.onEvent((event) => {
    if (event.type === 'progress' && event.job === current.current) setRunning({ job: event.job, done: event.done, total: event.total });
  }), [host]);

  /** What is not on the disk cannot be printed; a pack that could not be saved says why. */
  const written = async (): Promise<boolean> => {
    await session.flush();
    const { save, problem } = session.store.get();
    if (save !== 'saved') notices.problem(problem ?? 'The pack is not saved yet. Try again in a moment.');
    return save === 'saved';
  };
  const save = async (format: Format): Promise<void> => {
    if (current.current !== null || !(await written())) return;
    const job = `export-${Date.now().toString(36)}`;
    current.current = job;
    setResult(null);
    setRunning({ job, done: 0, total: 0 });
    try {
      const made = await client('packs.export', { id: session.store.get().id, format, job });
      if (current.current !== job || await host.saveFile(made.file, made.name) !== 'saved') return;
      setResult([`Saved “${made.name}”`, made.pages === null ? '' : `, ${count(made.pages, 'page')}`, '. ', ...made.notices].join(''));
    } catch (error) {
      if (current.current === job) notices.failed(asError(error));
    } finally {
      if (current.current === job) {
        current.current = null;
        setRunning(null);
      }
    }
  };
  const cancel = (): void => {
    const job = current.current;
    current.current = null;
    setRunning(null);
    setResult('Cancelled. Nothing was saved.');
    if (job !== null) client('library.cancel', { job }).catch(() => {});
  };
  const print = async (): Promise<void> => {
    try {
      if (await written()) await host.printPack(session.store.get().id);
    } catch (error) {
      notices.failed(error);
    }
  };
  useCommand('pack:pdf', () => void save('pdf'));
  useCommand('pack:print', canPrint ? () => void print() : null);
  return (
    <PaneGroup title="Take it along">
      <div className={styles['ways']}>
        <Button look="go" isDisabled={running !== null} onPress={() => void save('pdf')}>Save PDF</Button>
        {canPrint && <Button onPress={() => void print()}><Icon name="print" />Print</Button>}
        <Actions label="Other files" items={FORMATS} onAction={(id) => void save(id as Format)}>
          <Button isDisabled={running !== null}>Files<Icon name="down" size={12} /></Button>
        </Actions>
      </div>
      {running && (
        <ProgressBar className={styles['progress']!} aria-label="Making the file" value={running.done} maxValue={running.total || 1} isIndeterminate={running.total < 2}>
          <div className={styles['track']}><div className={running.total < 2 ? styles['unknown'] : styles['fill']} style={running.total < 2 ? {} : { width: `${(running.done / running.total) * 100}%` }} /></div>
          <div className={styles['words']}>
            <span>{running.total < 2 ? 'Setting the pages' : `Page ${running.done} of ${running.total}`}</span>
            <Button look="quiet" onPress={cancel}>Cancel</Button>
          </div>
        </ProgressBar>
      )}
      <output className={styles['result']}>{result}</output>
      {said.length > 0 && <ul className={styles['said']}>{said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
    </PaneGroup>
  );
}
