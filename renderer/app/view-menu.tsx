import { useRef, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Button } from '../parts/button.tsx';
import { Toggle } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Bubble } from '../parts/overlay.tsx';
import { useStore } from '../parts/store.ts';
import { useServices } from './services.ts';
import { TEXT_SIZES, type Settings } from './settings.ts';
import styles from './view-menu.module.css';

const THEMES: Record<Settings['theme'], string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Theme, size of the text, and whether letters alone are commands. */
export function ViewMenu() {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={anchor} look="quiet" icon aria-label="View: theme, text size, keys" aria-haspopup="dialog" aria-expanded={open} onPress={() => setOpen(true)}>
        <Icon name="letter" size={21} />
      </Button>
      <Bubble label="View" anchor={anchor} open={open} onClose={() => setOpen(false)} placement="bottom end">
        <ViewSettings onKeys={() => setOpen(false)} />
      </Bubble>
    </>
  );
}

function ViewSettings({ onKeys }: { onKeys: () => void }) {
  const { settings, commands } = useServices();
  const { theme, textSize, singleKeys } = useStore(settings.store);
  return (
    <div className={styles['view']}>
      <RadioGroup className={styles['group']!} value={theme} onChange={(value) => void settings.change({ theme: value as Settings['theme'] })}>
        <Label className={styles['label']!}>Theme</Label>
        <div className={styles['themes']}>
          {(Object.keys(THEMES) as Settings['theme'][]).map((id) => <Radio key={id} value={id} className={styles['theme']!}>{THEMES[id]}</Radio>)}
        </div>
      </RadioGroup>
      <fieldset className={styles['group']}>
        <legend className={styles['label']}>Text size</legend>
        <div className={styles['sizes']}>
          <Button icon aria-label="A−: smaller text" isDisabled={textSize <= TEXT_SIZES[0]} onPress={() => void settings.resizeText(-1)}>A−</Button>
          <output className={styles['size']} aria-live="polite">{textSize} %</output>
          <Button icon aria-label="A+: larger text" isDisabled={textSize >= TEXT_SIZES.at(-1)!} onPress={() => void settings.resizeText(1)}>A+</Button>
        </div>
      </fieldset>
      <Toggle label="Letters alone are commands" on={singleKeys} onChange={(on) => void settings.change({ singleKeys: on })} />
      <Button
        look="quiet" onPress={() => {
          onKeys();
          commands.run('help');
        }}
      >
        All keys
        <kbd>?</kbd>
      </Button>
    </div>
  );
}
