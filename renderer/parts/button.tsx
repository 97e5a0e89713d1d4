import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** "go" is the one thing a screen is for; "quiet" stands in a line of text or a bar; "danger" takes something away. */
  look?: 'plain' | 'go' | 'quiet' | 'danger';
  ref?: Ref<HTMLButtonElement>;
  /** Room for an icon only. */
  icon?: boolean;
}

export function Button({ look = 'plain', icon = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes(styles['button'], styles[look], icon && styles['icon'])} />;
}
