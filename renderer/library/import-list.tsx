import { useState } from 'react';
import { readRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Line } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go } from '../parts/link.tsx';
import { Progress } from '../parts/progress.tsx';
import { useStore } from '../parts/store.ts';
import { count } from '../parts/words.ts';
import { isActive, type ImportJob } from './imports.ts';
import { queueProgress, timeLeft } from './time-left.ts';
import styles from './import-list.module.css';

const PHASES = { reading: 'Reading', structure: 'Finding chapters and notes', facets: 'Tagging passages', saving: 'Saving', indexing: 'Indexing words', printing: 'Printing', setting: 'Setting the pages', checking: 'Checking the pages' } as const;

/** What is being imported, and what has been since the window was opened. */
export function ImportList() {
  const { imports } = useServices();
  const jobs = useStore(imports.jobs);
  if (jobs.length === 0) return null;
  return (
    <section className={styles['imports']} aria-label="Imports">
      <WholeQueue jobs={jobs} />
      <ul>{jobs.map((job) => <ImportLine key={job.id} job={job} />)}</ul>
    </section>
  );
}

/** What is to be said of several files together, and done with all of them. */
function WholeQueue({ jobs }: { jobs: readonly ImportJob[] }) {
  const { imports } = useServices();
  const progress = queueProgress(jobs);
  if (progress && progress.of > 1) {
    const { files, of, part, left } = progress;
    return (
      <div className={styles['whole']}>
        <Progress label="All imports" part={part} says={`${files} of ${of} files done`} className={styles['wholeBar']}>
          <div className={styles['words']}>
            <span>{files.toLocaleString('en')} of {of.toLocaleString('en')} files done</span>
            {left && <span className={styles['left']}>{left}</span>}
          </div>
        </Progress>
        <Button look="quiet" onPress={() => void imports.cancelAll()}>Cancel all</Button>
      </div>
    );
  }
  if (progress || jobs.length < 2) return null;
  return (
    <div className={styles['whole']}>
      <output className={styles['wholeBar']}>{outcomes(jobs)}</output>
      <Button look="quiet" onPress={imports.dismissFinished}>Clear the list</Button>
    </div>
  );
}

/** "12 imported, 1 already there, 2 not imported" */
function outcomes(jobs: readonly ImportJob[]): string {
  const number = (...states: ImportJob['state'][]): number => jobs.filter(({ state }) => states.includes(state)).length;
  const parts: [number, string][] = [[number('done'), 'imported'], [number('already'), 'already there'], [number('cancelled'), 'cancelled'], [number('locked'), 'waiting for a password'], [number('failed'), 'not imported']];
  return parts.filter(([many]) => many > 0).map(([many, words]) => `${many.toLocaleString('en')} ${words}`).join(', ');
}

function ImportLine({ job }: { job: ImportJob }) {
  const { imports } = useServices();
  const active = isActive(job);
  return (
    <li className={styles['line']}>
      <div className={styles['head']}>
        <span className={styles['name']}>{job.name}</span>
        {active
          ? <Button look="quiet" isDisabled={job.state === 'stopping'} onPress={() => void imports.cancel(job.id)}>Cancel</Button>
          : <Button look="quiet" icon aria-label={`Dismiss ${job.name}`} onPress={() => imports.dismiss(job.id)}><Icon name="close" size={13} /></Button>}
      </div>
      {active ? <Running job={job} /> : job.state === 'locked' ? <Locked job={job} /> : <Outcome job={job} />}
    </li>
  );
}

function Running({ job }: { job: ImportJob }) {
  const known = job.total > 0;
  const waiting = job.phase === null && job.state !== 'stopping';
  const words = job.state === 'stopping' ? 'Stopping' : job.phase === null ? 'Waiting for its turn' : PHASES[job.phase];
  const left = timeLeft(job);
  return (
    <Progress label={`Import of ${job.name}`} part={known ? job.done / job.total : waiting ? 0 : null} says={`${words}${known ? `, ${job.done} of ${job.total}` : ''}`}>
      <div className={styles['words']}>
        <span>{words}</span>
        {known && <span>{job.done.toLocaleString('en')} of {job.total.toLocaleString('en')}</span>}
        {left && <span className={styles['left']}>{left}</span>}
      </div>
    </Progress>
  );
}

/** A file that asks for its password; it is used once and kept nowhere. */
function Locked({ job }: { job: ImportJob }) {
  const { imports } = useServices();
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles['locked']}
      onSubmit={(event) => {
        event.preventDefault();
        void imports.unlock(job, password);
      }}
    >
      <p role="alert">{job.problem}</p>
      <div className={styles['password']}>
        <Line label="Password" type="password" value={password} onChange={setPassword} maxLength={1000} />
        <Button type="submit" isDisabled={password === ''}>Open it</Button>
      </div>
    </form>
  );
}

function Outcome({ job }: { job: ImportJob }) {
  const { report } = job;
  if (job.state === 'failed' || job.state === 'cancelled' || !report) {
    return job.state === 'failed' ? <p role="alert" className={styles['failed']}>{job.problem}</p> : <output className={styles['words']}>{job.problem}</output>;
  }
  const { chapters, passages, footnotes, warnings } = report.counts;
  const found = [count(chapters, 'chapter'), count(passages, 'passage'), count(footnotes, 'note'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])].join(', ');
  return (
    <output className={styles['words']}>
      <span>{job.state === 'already' ? 'Already in the library, so it was not imported twice.' : `Imported: ${found}.`}</span>
      <Go to={readRoute({ report: report.id })}>Read it</Go>
    </output>
  );
}
