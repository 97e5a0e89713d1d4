import { useEffect, useRef, useState } from 'react';
import type { Params } from '../../db/contract/methods.ts';
import { useServices } from '../app/services.ts';
import { asError } from '../host/host.ts';
import { count } from '../parts/words.ts';
import type { PackSession } from './session.ts';

export type Format = Params<'packs.export'>['format'];

/** A file that is being made. */
export interface Running {
  job: string;
  /** "Setting the pages", "Copy 2 of 3: Making the PDF, 21 pages". */
  words: string;
  done: number;
  total: number;
}

const STAGES: Partial<Record<string, string>> = { setting: 'Setting the pages', printing: 'Making the PDF', checking: 'Checking every note and number' };

/** Makes files of a pack and prints it. What is on the screen is written down first. */
export function useOutputs(session: PackSession) {
  const { client, host, notices } = useServices();
  const [running, setRunning] = useState<Running | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const current = useRef<string | null>(null);
  const before = useRef('');
  useEffect(() => host.onEvent((event) => {
    if (event.type !== 'progress' || event.job !== current.current) return;
    const pages = event.pages === undefined ? '' : `, ${count(event.pages, 'page')}`;
    setRunning({ job: event.job, words: `${before.current}${STAGES[event.phase] ?? 'Making the file'}${pages}`, done: event.done, total: event.total });
  }), [host]);

  /** What is not on the disk cannot be printed; a pack that could not be saved says why. */
  const written = async (): Promise<boolean> => {
    await session.flush();
    const { save, problem } = session.store.get();
    if (save !== 'saved') notices.problem(problem ?? 'The pack is not saved yet. Try again in a moment.');
    return save === 'saved';
  };
  /** The numbers of the copies that are made, one file each; null is a pack without copies. */
  const copiesOf = (format: Format | 'paper'): (number | null)[] => {
    const { copies } = session.store.get().head;
    return (format === 'pdf' || format === 'paper') && copies.length > 0 ? copies.map((_, at) => at + 1) : [null];
  };
  const make = async (format: Format, job: string) => {
    const made = [];
    const copies = copiesOf(format);
    for (const copy of copies) {
      if (current.current !== job) return [];
      before.current = copies.length > 1 ? `Copy ${copy} of ${copies.length}: ` : '';
      made.push(await client('packs.export', { id: session.store.get().id, format, job, copy }));
    }
    return made;
  };
  const save = async (format: Format): Promise<void> => {
    if (current.current !== null || !(await written())) return;
    const job = `export-${Date.now().toString(36)}`;
    current.current = job;
    setResult(null);
    setRunning({ job, words: 'Making the file', done: 0, total: 0 });
    try {
      const made = await make(format, job);
      const [first] = made;
      if (current.current !== job || !first) return;
      const kept = made.length === 1 ? await host.saveFile(first.file, first.name) : await host.saveFiles(made.map(({ file, name }) => ({ file, name })));
      if (kept !== 'saved') return;
      const what = made.length === 1 ? `“${first.name}”` : `${made.length} copies, one file each`;
      setResult([`Saved ${what}`, first.pages === null ? '' : `, ${count(first.pages, 'page')}`, '. ', ...first.notices].join(''));
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
  /** Each copy goes to the printer by itself; whoever leaves one dialog leaves the rest. */
  const print = async (): Promise<void> => {
    try {
      if (!(await written())) return;
      for (const copy of copiesOf('paper')) if (await host.printPack(session.store.get().id, copy) === 'cancelled') return;
    } catch (error) {
      notices.failed(error);
    }
  };
  return { running, result, save, cancel, print };
}
