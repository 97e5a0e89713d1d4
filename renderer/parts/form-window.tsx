import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Answers, Window } from './overlay.tsx';

interface FormWindowProps {
  title: string;
  /** Takes what was typed; the window closes behind it. */
  onDone: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A window that asks for something: Enter or “Keep it” takes it, Esc or “Cancel” leaves everything as it was. */
export function FormWindow({ title, onDone, onClose, children }: FormWindowProps) {
  return (
    <Window title={title} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDone();
          onClose();
        }}
      >
        {children}
        <Answers>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="go" type="submit">Keep it</Button>
        </Answers>
      </form>
    </Window>
  );
}
