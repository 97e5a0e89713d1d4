import { useState } from 'react';
import { COMMANDS, COMMAND_IDS } from '../../db/contract/commands.ts';
import { Window } from '../parts/overlay.tsx';
import { useStore } from '../parts/store.ts';
import { useCommand, useServices } from './services.ts';
import { keyWords } from './shortcuts.ts';
import styles from './help.module.css';

const GROUPS = [...new Set(COMMAND_IDS.map((id) => COMMANDS[id].group))];

/** All keys on one sheet; they come from the same table as the menu and the palette. */
export function Help() {
  const [open, setOpen] = useState(false);
  useCommand('help', () => setOpen(true));
  return (
    <Window title="Keys" kind="wide" open={open} onClose={() => setOpen(false)}>
      <KeyTable />
    </Window>
  );
}

function KeyTable() {
  const { settings } = useServices();
  const { singleKeys } = useStore(settings.store);
  return (
    <>
      {!singleKeys && <p className={styles['off']}>Letters alone are switched off in “View”. Keys with Ctrl or ⌘ work.</p>}
      <div className={styles['groups']}>
        {GROUPS.map((group) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['title']}>{group}</h3>
            <dl className={styles['list']}>
              {COMMAND_IDS.filter((id) => COMMANDS[id].group === group && COMMANDS[id].keys.length > 0).map((id) => (
                <div key={id} className={styles['row']}>
                  <dt>{COMMANDS[id].label}</dt>
                  <dd>{COMMANDS[id].keys.map((key) => <kbd key={key}>{keyWords(key)}</kbd>)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['more']}>What can be typed into the search stands under “How to search” (<kbd>{keyWords(COMMANDS['search-help'].keys[0])}</kbd>).</p>
      <p className={styles['more']}>In the list of a pack: Enter on the handle picks an item up, the arrows move it, Enter puts it down.</p>
    </>
  );
}
