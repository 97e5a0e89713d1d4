import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';

export interface Choice {
  id: string;
  label: string;
  icon?: IconName;
  /** A line above it. */
  apart?: boolean;
  danger?: boolean;
  disabled?: boolean;
}

/** A button (its first child) that opens a short list of actions. */
export function Actions({ label, items, onAction, children }: { label: string; items: readonly Choice[]; onAction: (id: string) => void; children: ReactNode }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles['sheet']!} placement="bottom end">
        <Menu aria-label={label} className={styles['menu']!} onAction={(key) => onAction(String(key))} disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}>
          {items.flatMap(({ id, label: words, icon, apart, danger }) => [
            ...(apart ? [<Separator key={`before ${id}`} className={styles['line']!} />] : []),
            <MenuItem key={id} id={id} textValue={words} className={classes(styles['item'], danger && styles['danger'])}>
              {icon && <Icon name={icon} />}
              {words}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
