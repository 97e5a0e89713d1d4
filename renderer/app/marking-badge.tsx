import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../parts/button.tsx';
import { MarkingField } from '../parts/marking-field.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { classes } from '../parts/classes.ts';
import { useStore } from '../parts/store.ts';
import { useServices } from './services.ts';
import styles from './marking-badge.module.css';

/** The marking of this desk: shown at the top, given to new packs, changed on a press. */
export function MarkingBadge() {
  const { settings } = useServices();
  const { marking } = useStore(settings.store);
  const [open, setOpen] = useState(false);
  return (
    <>
      <AriaButton
        className={classes(styles['badge'], marking === '' && styles['none'])} onPress={() => setOpen(true)}
        aria-label={marking === '' ? 'No marking. Set one' : `Marking, applied by you: ${marking}. Change it`}
      >
        {marking === '' ? 'No marking' : marking}
      </AriaButton>
      <Window title="Marking" open={open} onClose={() => setOpen(false)}>
        {open && <MarkingForm onClose={() => setOpen(false)} />}
      </Window>
    </>
  );
}

function MarkingForm({ onClose }: { onClose: () => void }) {
  const { settings } = useServices();
  const [marking, setMarking] = useState(settings.store.get().marking);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void settings.change({ marking: marking.trim() });
        onClose();
      }}
    >
      <p className={styles['explained']}>It stands here and on every page of new packs. You apply it; Attaché never classifies.</p>
      <MarkingField value={marking} onChange={setMarking} />
      <Answers>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" type="submit">Apply</Button>
      </Answers>
    </form>
  );
}
