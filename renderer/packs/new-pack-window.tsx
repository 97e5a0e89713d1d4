import { useState } from 'react';
import { useCommand, useServices } from '../app/services.ts';
import { Window } from '../parts/overlay.tsx';
import { emptyPack } from './pack-desk.ts';
import { TEMPLATES } from './templates.ts';
import styles from './windows.module.css';

/** How a pack begins: empty, drafted from the library, or with the headings of its kind in place. */
export function NewPackWindow() {
  const { packs, router, settings, notices, commands } = useServices();
  const [open, setOpen] = useState(false);
  useCommand('pack:new', () => setOpen(true));
  const begin = (title: string, items: Parameters<typeof emptyPack>[2]): void => {
    setOpen(false);
    packs.create(emptyPack(title, settings.store.get().marking, items)).then((id) => router.go({ place: 'packs', pack: id })).catch(notices.failed);
  };
  return (
    <Window title="New pack" open={open} onClose={() => setOpen(false)}>
      <ul className={styles['kinds']}>
        <Kind label="Empty pack" about="A cover; everything else is yours" onPress={() => begin('Untitled pack', [])} />
        <Kind
          label="Brief me" about="A draft on a country from what the library holds, with its sources" onPress={() => {
            setOpen(false);
            // The window must be gone first, so that the next one finds the focus where it was.
            setTimeout(() => commands.run('pack:brief'));
          }}
        />
        {TEMPLATES.map(({ id, label, about, title, items }) => <Kind key={id} label={label} about={about} onPress={() => begin(title, items)} />)}
      </ul>
    </Window>
  );
}

function Kind({ label, about, onPress }: { label: string; about: string; onPress: () => void }) {
  return (
    <li>
      <button type="button" className={styles['kind']} onClick={onPress}>
        <b>{label}</b>
        <small>{about}</small>
      </button>
    </li>
  );
}
