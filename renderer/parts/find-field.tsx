import type { RefObject } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import { Icon } from './icon.tsx';
import styles from './find-field.module.css';

interface FindFieldProps {
  label: string;
  /** What stands in it while it is empty; the label where there is none. */
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** On Enter. */
  onSubmit?: () => void;
  input: RefObject<HTMLInputElement | null>;
}

/** A field that finds something among what is shown, as one types; Escape empties it. */
export function FindField({ label, placeholder = label, value, onChange, onSubmit, input }: FindFieldProps) {
  return (
    <SearchField aria-label={label} className={styles['field']!} value={value} onChange={onChange} {...(onSubmit ? { onSubmit } : {})}>
      <Icon name="search" size={14} />
      <Input ref={input} className={styles['input']!} placeholder={placeholder} maxLength={500} />
      {value !== '' && <AriaButton className={styles['clear']!} aria-label="Clear"><Icon name="close" size={12} /></AriaButton>}
    </SearchField>
  );
}
