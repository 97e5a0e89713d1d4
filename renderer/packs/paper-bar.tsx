import { Group, Input, TextField } from 'react-aria-components';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Zoom } from './paper-frame.ts';
import styles from './preview.module.css';

export interface Shown {
  page: number;
  pages: number;
  scale: number;
}

/** The steps of the zoom, as shares of the size on paper. */
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const;

interface PaperBarProps {
  shown: Shown;
  onPage: (page: number) => void;
  onZoom: (zoom: Zoom) => void;
}

/** Below the paper: from page to page, and how large. */
export function PaperBar({ shown: { page, pages, scale }, onPage, onZoom }: PaperBarProps) {
  const smaller = STEPS.findLast((step) => step < scale - 0.01);
  const larger = STEPS.find((step) => step > scale + 0.01);
  return (
    <Group aria-label="Pages and zoom" className={styles['bar']!}>
      <Button look="quiet" icon aria-label="Page before" isDisabled={page <= 1} onPress={() => onPage(page - 1)}><Icon name="left" /></Button>
      <PageField page={page} pages={pages} onPage={onPage} />
      <Button look="quiet" icon aria-label="Page after" isDisabled={page >= pages} onPress={() => onPage(page + 1)}><Icon name="right" /></Button>
      <span className={styles['apart']} aria-hidden="true" />
      <Button look="quiet" icon aria-label="Smaller" isDisabled={smaller === undefined} onPress={() => smaller && onZoom(smaller)}><span aria-hidden="true">−</span></Button>
      <Button look="quiet" aria-label={`Size ${Math.round(scale * 100)} %. Fit the width`} onPress={() => onZoom('fit')}>{Math.round(scale * 100)} %</Button>
      <Button look="quiet" icon aria-label="Larger" isDisabled={larger === undefined} onPress={() => larger && onZoom(larger)}><Icon name="plus" size={13} /></Button>
    </Group>
  );
}

/** The number of the page that is read; another number leads there. */
function PageField({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (wanted > 0) onPage(Math.min(wanted, pages));
  };
  return (
    <span className={styles['page']}>
      <TextField
        aria-label={`Page, of ${pages}`} value={typed ?? String(page)} onChange={setTyped} onBlur={go} maxLength={5}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      >
        <Input className={styles['number']!} inputMode="numeric" />
      </TextField>
      <span aria-hidden="true">of {pages}</span>
    </span>
  );
}
