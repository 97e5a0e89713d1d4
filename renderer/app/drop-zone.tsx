import { useEffect, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useServices } from './services.ts';
import styles from './drop-zone.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

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
      const files = [...(event.dataTransfer?.files ?? [])];
      const packs = files.filter((file) => file.name.endsWith('.attache.json'));
      const reports = files.filter((file) => !packs.includes(file));
      for (const pack of packs) onPackFile(pack);
      if (reports.length === 0) return;
      if (router.location.get().route.place !== 'library') router.go({ place: 'library' });
      void imports.drop(reports);
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
        Drop reports to import them
      </p>
    </div>
  );
}
