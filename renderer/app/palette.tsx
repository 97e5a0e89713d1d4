import { useState } from 'react';
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField, useFilter } from 'react-aria-components';
import { COMMANDS, COMMAND_IDS, type CommandId } from '../../db/contract/commands.ts';
import { focusAtOnce } from '../parts/focus-at-once.ts';
import { Window } from '../parts/overlay.tsx';
import { useCommand, useServices } from './services.ts';
import { keyWords } from './shortcuts.ts';
import styles from './palette.module.css';

/** Every command that something on the screen answers now, found by typing. */
export function Palette() {
  const [open, setOpen] = useState(false);
  useCommand('palette', () => setOpen(true));
  return (
    <Window title="Commands" open={open} onClose={() => setOpen(false)}>
      {open && <CommandList onDone={() => setOpen(false)} />}
    </Window>
  );
}

function CommandList({ onDone }: { onDone: () => void }) {
  const { commands } = useServices();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [ids] = useState(() => COMMAND_IDS.filter((id) => id !== 'palette' && commands.available(id)));
  const groups = [...new Set(ids.map((id) => COMMANDS[id].group))];
  const run = (id: CommandId): void => {
    onDone();
    // The window must be gone first, so that the command finds the focus where it was.
    setTimeout(() => commands.run(id));
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label="Find a command" className={styles['field']!}>
        <Input ref={focusAtOnce} className={styles['input']!} placeholder="What would you like to do?" />
      </SearchField>
      <Menu className={styles['list']!} aria-label="Commands" onAction={(key) => run(key as CommandId)} renderEmptyState={() => <p className={styles['none']}>No command by that name.</p>}>
        {groups.map((group) => (
          <MenuSection key={group}>
            <Header className={styles['group']!}>{group}</Header>
            {ids.filter((id) => COMMANDS[id].group === group).map((id) => (
              <MenuItem key={id} id={id} textValue={COMMANDS[id].label} className={styles['item']!}>
                {COMMANDS[id].label}
                <span className={styles['keys']}>{COMMANDS[id].keys.slice(0, 1).map((key) => <kbd key={key}>{keyWords(key)}</kbd>)}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}
