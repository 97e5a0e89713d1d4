import { Autocomplete, Button as AriaButton, Input, Label, ListBox, ListBoxItem, ListLayout, Popover, SearchField, Select, SelectValue, useFilter, Virtualizer } from 'react-aria-components';
import { focusAtOnce } from './focus-at-once.ts';
import { Icon } from './icon.tsx';
import styles from './fields.module.css';

export interface Option {
  id: string;
  label: string;
}
interface ChoiceProps {
  label: string;
  value: string;
  onChange: (id: string) => void;
  options: readonly Option[];
  /** The label is only read out. */
  hidden?: boolean;
  /** It has the focus as soon as its window is there. */
  focused?: boolean;
}

/** More options than this are found by typing, and only those in sight are drawn: a library may have a thousand reports. */
const MANY = 30;
/** The field leads through the list below it: Autocomplete says which list, and which option is meant. */
const OPEN_COMBOBOX = { role: 'combobox', 'aria-expanded': true };
/** An option of one line, in pixels. */
const ROW_PX = 33;

/** One of several. */
export function Choice({ label, value, onChange, options, hidden = false, focused = false }: ChoiceProps) {
  return (
    <Select className={styles['field']!} value={value} onChange={(key) => key !== null && onChange(String(key))} {...(hidden ? { 'aria-label': label } : {})}>
      {!hidden && <Label className={styles['label']!}>{label}</Label>}
      <AriaButton ref={focused ? focusAtOnce : null} className={styles['select']!}>
        <SelectValue className={styles['chosen']!} />
        <Icon name="down" size={14} />
      </AriaButton>
      <Popover className={styles['list']!}>
        {options.length > MANY ? <ManyOptions options={options} /> : <ListBox className={styles['options']!} items={options}>{toItem}</ListBox>}
      </Popover>
    </Select>
  );
}

function ManyOptions({ options }: { options: readonly Option[] }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label="Find one of them" className={styles['finder']!}>
        <Input ref={focusAtOnce} {...OPEN_COMBOBOX} className={styles['input']!} placeholder="Type to find one" />
      </SearchField>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: ROW_PX }}>
        <ListBox className={styles['many']!} items={options} renderEmptyState={() => <p className={styles['none']}>None has these words.</p>}>{toItem}</ListBox>
      </Virtualizer>
    </Autocomplete>
  );
}

const toItem = ({ id, label }: Option) => <ListBoxItem id={id} textValue={label} className={styles['option']!}>{label}</ListBoxItem>;
