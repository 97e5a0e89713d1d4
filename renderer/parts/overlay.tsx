import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react';
import { Dialog, Heading, Modal, ModalOverlay, Popover, type PopoverProps } from 'react-aria-components';
import { useServices } from '../app/services.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { useSelected } from './store.ts';
import styles from './overlay.module.css';

interface WindowProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** An "alert" must be answered; a "wide" one holds a list or a table. */
  kind?: 'plain' | 'alert' | 'wide';
}

/** Closes what is open when the reader travels on, also by the browser's Back: it was about the place that is left. */
function useCloseOnTravel(open: boolean, onClose: () => void): void {
  const visit = useSelected(useServices().router.location, (location) => location.visit);
  const before = useRef({ visit, open });
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (open && before.current.open && before.current.visit !== visit) close();
    before.current = { visit, open };
  }, [visit, open]);
}

/** A window in front of everything else: Esc closes it, and the focus goes back to where it was. */
export function Window({ title, open, onClose, children, kind = 'plain' }: WindowProps) {
  useCloseOnTravel(open, onClose);
  return (
    <ModalOverlay isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable={kind !== 'alert'} className={styles['veil']!}>
      <Modal className={classes(styles['window'], kind === 'wide' && styles['wide'])}>
        <Dialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className={styles['dialog']!}>
          <div className={styles['head']}>
            <Heading slot="title" level={2} className={styles['title']!}>{title}</Heading>
            {kind !== 'alert' && <Button look="quiet" icon aria-label="Close" onPress={onClose}><Icon name="close" /></Button>}
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of answers at the foot of a window. */
export function Answers({ children }: { children: ReactNode }) {
  return <div className={styles['answers']}>{children}</div>;
}

interface DrawerProps {
  label: string;
  side: 'left' | 'right';
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A pane that has no room beside the text: it slides over it. */
export function Drawer({ label, side, open, onClose, children }: DrawerProps) {
  return (
    <ModalOverlay isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable className={styles['veil']!}>
      <Modal className={classes(styles['drawer'], styles[side])}>
        <Dialog aria-label={label} className={classes(styles['dialog'], styles['pane'])}>
          <Button look="quiet" icon aria-label={`Close: ${label.toLowerCase()}`} onPress={onClose}><Icon name="close" /></Button>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface BubbleProps {
  label: string;
  anchor: RefObject<Element | null>;
  open: boolean;
  onClose: () => void;
  placement?: PopoverProps['placement'];
  children: ReactNode;
}

/** A small sheet beside what was pressed. */
export function Bubble({ label, anchor, open, onClose, placement = 'bottom', children }: BubbleProps) {
  return (
    <Popover triggerRef={anchor} isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose()} placement={placement} offset={6} className={styles['bubble']!}>
      <Dialog aria-label={label} className={styles['dialog']!}>{children}</Dialog>
    </Popover>
  );
}
