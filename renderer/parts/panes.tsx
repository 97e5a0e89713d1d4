import { useState, type ReactNode, type Ref } from 'react';
import { useServices } from '../app/services.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import { Drawer } from './overlay.tsx';
import { useStore } from './store.ts';
import { useRoom } from './use-room.ts';
import styles from './panes.module.css';

export interface Pane {
  /** What it is called, for its button, its landmark and a screen reader. */
  label: string;
  icon: IconName;
  content: ReactNode;
  /** Nothing in it can have the focus; so that it can be scrolled by keyboard, it takes the focus itself. */
  bare?: boolean;
  /** How often it was asked for; each time, it is opened where it has become a drawer. */
  asked?: number;
  /** What is chosen in it is no journey: as a drawer it stays open until it is closed. */
  stays?: boolean;
}

interface PanesProps {
  left?: Pane | undefined;
  right?: Pane | undefined;
  /** The pane that stays where there is room for only one. */
  keep: 'left' | 'right';
  /** A broader left pane, for lists that are worked in. */
  broad?: boolean;
  /** What stands between the buttons of the panes that have become drawers. */
  tools?: ReactNode;
  scroller?: Ref<HTMLElement>;
  /** The main part fills its space and scrolls by itself. */
  filled?: boolean;
  /** The main part keeps no distance of its own from its edges. */
  flush?: boolean;
  children: ReactNode;
}

/** Text in the middle, panes at its sides; a pane for which there is no room becomes a drawer with a button. */
export function Panes({ left, right, keep, broad = false, tools, scroller, filled = false, flush = false, children }: PanesProps) {
  const room = useRoom();
  const stays = (side: 'left' | 'right'): boolean => room === 'wide' || (room === 'medium' && keep === side);
  const leftRail = left && stays('left') ? left : null;
  const rightRail = right && stays('right') ? right : null;
  const leftDrawer = left && !leftRail ? left : null;
  const rightDrawer = right && !rightRail ? right : null;
  return (
    <div className={classes(styles['panes'], leftRail && styles['hasLeft'], rightRail && styles['hasRight'], broad && styles['broad'])}>
      {leftRail && <Rail side="left" pane={leftRail} />}
      <div className={styles['middle']}>
        {(leftDrawer || rightDrawer) && (
          <section className={styles['bar']} aria-label="Panes">
            {leftDrawer && <DrawerButton side="left" pane={leftDrawer} />}
            <div className={styles['tools']}>{tools}</div>
            {rightDrawer && <DrawerButton side="right" pane={rightDrawer} />}
          </section>
        )}
        <main className={classes(styles['main'], filled && styles['filled'], flush && styles['flush'])} id="main" tabIndex={-1} ref={scroller}>{children}</main>
      </div>
      {rightRail && <Rail side="right" pane={rightRail} />}
    </div>
  );
}

function Rail({ side, pane }: { side: 'left' | 'right'; pane: Pane }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it a pane of plain text could not be scrolled by keyboard
  return <aside className={classes(styles['rail'], styles[side])} aria-label={pane.label} tabIndex={pane.bare ? 0 : undefined}>{pane.content}</aside>;
}

function DrawerButton({ side, pane }: { side: 'left' | 'right'; pane: Pane }) {
  const { visit } = useStore(useServices().router.location);
  // Whoever travels on has no more use for an open drawer.
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const open = openedAt !== null && (pane.stays === true || openedAt === visit);
  const { asked = 0 } = pane;
  const [heard, setHeard] = useState(asked);
  if (asked !== heard) {
    setHeard(asked);
    setOpenedAt(visit);
  }
  return (
    <>
      <Button look="quiet" onPress={() => setOpenedAt(visit)} aria-haspopup="dialog" aria-expanded={open}>
        <Icon name={pane.icon} />
        {pane.label}
      </Button>
      <Drawer side={side} label={pane.label} open={open} onClose={() => setOpenedAt(null)}>{pane.content}</Drawer>
    </>
  );
}

/** A group in a pane: a small heading and what belongs to it. */
export function PaneGroup({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles['group']}>
      <div className={styles['groupHead']}>
        <h2 className={styles['groupTitle']}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
