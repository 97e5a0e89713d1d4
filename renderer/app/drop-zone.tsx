import { useEffect, useState } from 'react';
import { manifestNames } from '../../db/model/facts.ts';
import { Icon } from '../parts/icon.tsx';
import { useServices } from './services.ts';
import { takeDropped } from './dropped-files.ts';
import styles from './drop-zone.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A pack's file is named as a manifest is; a manifest lies beside its report. */
function isPack({ name }: File, files: readonly File[]): boolean {
  return name.endsWith('.attache.json') && !files.some((report) => manifestNames(report.name).includes(name));
}

/** The whole window takes reports, and pack files, that are dropped on it. */
export function DropZone({ onPackFile }: { onPackFile: (file: File) => void }) {
  const { imports, router } = useServices();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      setOver(depth > 0);
    };
    const allow = (event: DragEvent): void => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void takeDropped(event.dataTransfer).then(({ files, problems }) => {
        const packs = files.filter((file) => isPack(file, files));
        for (const pack of packs) onPackFile(pack);
        const reports = files.filter((file) => !packs.includes(file));
        if (reports.length + problems.length === 0) return undefined;
        if (router.location.get().route.place !== 'library') router.go({ place: 'library' });
        return imports.take(reports, problems);
      });
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener);
    };
  }, [imports, router, onPackFile]);
  if (!over) return null;
  return (
    <div className={styles['veil']}>
      <p className={styles['words']}>
        <Icon name="import" size={24} />
        Drop reports, or a folder of them, to import them
      </p>
    </div>
  );
}
