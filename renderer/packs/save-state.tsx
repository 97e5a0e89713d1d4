import { Button } from '../parts/button.tsx';
import { useSelected } from '../parts/store.ts';
import { useServices } from '../app/services.ts';
import type { PackSession } from './session.ts';
import styles from './save-state.module.css';

const WORDS = { saved: 'Saved', waiting: 'Not saved yet', saving: 'Saving', failed: 'Not saved', conflict: 'Not saved' } as const;

/** How far the pack is written: it says "Saved" only of what is on the disk. */
export function SaveState({ session }: { session: PackSession }) {
  const { notices } = useServices();
  const save = useSelected(session.store, (state) => state.save);
  const problem = useSelected(session.store, (state) => state.problem);
  return (
    <div className={styles['state']}>
      <output className={save === 'failed' || save === 'conflict' ? styles['bad'] : styles['quiet']}>{WORDS[save]}</output>
      {problem !== null && (
        <div className={styles['problem']} role="alert">
          <p>{problem}</p>
          {save === 'conflict'
            ? <Button onPress={() => void session.reload().catch(notices.failed)}>Open the newer version</Button>
            : <Button onPress={() => void session.flush()}>Try again</Button>}
        </div>
      )}
    </div>
  );
}
