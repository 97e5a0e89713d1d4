import { Button } from '../parts/button.tsx';
import { useSelected } from '../parts/store.ts';
import { useServices } from '../app/services.ts';
import type { PackSession } from './session.ts';
import styles from './save-state.module.css';

const WORDS = { saved: 'Saved', waiting: 'Not saved yet', saving: 'Saving', failed: 'Not saved', conflict: 'Not saved' } as const;

/** How far the pack is written: it says "Saved" only of what is on the disk. */
export function SaveState({ session }: { session: PackSession }) {
  const { notices, packs, router } = useServices();
  const save = useSelected(session.store, (state) => state.save);
  const problem = useSelected(session.store, (state) => state.problem);
  const keep = async (): Promise<void> => {
    router.go({ place: 'packs', pack: await packs.keepAsCopy(session) });
    notices.done('Your version is a pack of its own now. The other pack is as the other window left it.');
  };
  return (
    <>
      <output className={save === 'failed' || save === 'conflict' ? styles['bad'] : styles['quiet']}>{WORDS[save]}</output>
      {problem !== null && (
        <div className={styles['problem']} role="alert">
          <p>{problem}</p>
          {save === 'conflict' ? (
            <>
              <p>What you changed here since then is only in this window. Opening the newer version gives it up.</p>
              <Button onPress={() => void keep().catch(notices.failed)}>Keep mine as a copy</Button>
              <Button onPress={() => void session.reload().catch(notices.failed)}>Open the newer version, without my changes</Button>
            </>
          ) : <Button onPress={() => void session.flush()}>Try again</Button>}
        </div>
      )}
    </>
  );
}
