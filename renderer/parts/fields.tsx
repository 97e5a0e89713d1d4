import { useId } from 'react';
import { ComboBox, Button as AriaButton, Input, Label, ListBox, ListBoxItem, Popover, Switch, TextArea, TextField } from 'react-aria-components';
import { focusAtOnce, selectAtOnce } from './focus-at-once.ts';
import { Icon } from './icon.tsx';
import styles from './fields.module.css';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
}

/** A line of text. */
export function Line({ label, value, onChange, placeholder, maxLength = 500, type = 'text', focused = false }: FieldProps & { type?: 'text' | 'password'; focused?: boolean }) {
  return (
    <TextField className={styles['field']!} type={type} value={value} onChange={onChange} maxLength={maxLength}>
      <Label className={styles['label']!}>{label}</Label>
      <Input ref={focused ? selectAtOnce : null} className={styles['input']!} placeholder={placeholder} />
    </TextField>
  );
}

/** Several lines of text. */
export function Lines({ label, value, onChange, placeholder, maxLength, rows = 3, focused = false }: FieldProps & { rows?: number; focused?: boolean }) {
  return (
    <TextField className={styles['field']!} value={value} onChange={onChange} maxLength={maxLength ?? 200_000}>
      <Label className={styles['label']!}>{label}</Label>
      <TextArea ref={focused ? focusAtOnce : null} className={styles['input']!} placeholder={placeholder} rows={rows} />
    </TextField>
  );
}

/** A day as it may be kept, or none. A year of five digits can be typed, and is none of ours. */
const DAY = /^(?:\d{4}-\d{2}-\d{2})?$/;

/** A day; the browser's own field knows every calendar habit of its user. */
export function Day({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>{label}</label>
      <input id={id} type="date" max="9999-12-31" className={styles['input']} value={value} onChange={({ target }) => DAY.test(target.value) && onChange(target.value)} />
    </div>
  );
}

/** A line of text with usual answers; anything may be typed. */
export function Suggest({ label, value, onChange, suggestions, placeholder, maxLength = 500 }: FieldProps & { suggestions: readonly string[] }) {
  return (
    <ComboBox
      className={styles['field']!} allowsCustomValue menuTrigger="manual" inputValue={value} onInputChange={(text) => onChange(text.slice(0, maxLength))}
      defaultFilter={() => true} onSelectionChange={(key) => key !== null && onChange(String(key))}
    >
      <Label className={styles['label']!}>{label}</Label>
      <div className={styles['combo']}>
        <Input className={styles['input']!} placeholder={placeholder} />
        <AriaButton className={styles['open']!} aria-label="Usual answers"><Icon name="down" size={14} /></AriaButton>
      </div>
      <Popover className={styles['list']!}>
        <ListBox className={styles['options']!}>
          {suggestions.map((word) => <ListBoxItem key={word} id={word} textValue={word} className={styles['option']!}>{word}</ListBoxItem>)}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** On or off. */
export function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <Switch className={styles['switch']!} isSelected={on} onChange={onChange}>
      <span className={styles['track']} aria-hidden="true" />
      {label}
    </Switch>
  );
}
