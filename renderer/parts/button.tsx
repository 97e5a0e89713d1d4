import { useState, type Ref } from 'react';
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

/**
 * A button. One that is switched off while it has the focus, as “Save” is while it saves, does nothing and keeps the
 * focus: a browser would take it away, and with it the reader's place on the screen.
 */
export function Button({ look = 'plain', icon = false, isDisabled = false, onFocusChange, ...props }: ButtonProps) {
  const [focused, setFocused] = useState(false);
  const off = isDisabled && focused ? { 'aria-disabled': true, onPress: undefined, type: 'button' } as const : null;
  return (
    <AriaButton
      {...props} {...off} isDisabled={isDisabled && !focused} className={classes(styles['button'], styles[look], icon && styles['icon'])}
      onFocusChange={(is) => {
        setFocused(is);
        onFocusChange?.(is);
      }}
    />
  );
}
