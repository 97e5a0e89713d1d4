import { useCommand, useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions } from '../parts/menu.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { Progress } from '../parts/progress.tsx';
import { useSelected, useStore } from '../parts/store.ts';
import type { PackSession } from './session.ts';
import type { Preview } from './use-preview.ts';
import { useOutputs, type Format, type Running } from './use-outputs.ts';
import styles from './outputs.module.css';

const FORMATS: { id: Format; label: string }[] = [
  { id: 'docx', label: 'Save as Word' }, { id: 'html', label: 'Save as HTML' }, { id: 'markdown', label: 'Save as Markdown' }, { id: 'pack', label: 'Save as pack file' },
];

/** The ways in which a pack leaves the app: PDF, paper, files. */
export function Outputs({ session, preview, onRenewed }: { session: PackSession; preview: Preview | null; onRenewed: () => void }) {
  const { about, client, notices } = useServices();
  const said = preview?.notices ?? [];
  const renew = (): void => {
    client('packs.renew', { id: session.store.get().id }).then(onRenewed, notices.failed);
  };
  const { canPrint } = useStore(about);
  const copies = useSelected(session.store, ({ head }) => head.copies.length);
  const { running, result, save, cancel, print } = useOutputs(session);
  useCommand('pack:pdf', () => void save('pdf'));
  useCommand('pack:print', canPrint ? () => void print() : null);
  return (
    <PaneGroup title="Take it along">
      <div className={styles['ways']}>
        <Button look="go" isDisabled={running !== null} onPress={() => void save('pdf')}>{copies > 1 ? `Save ${copies} PDFs` : 'Save PDF'}</Button>
        {canPrint && <Button onPress={() => void print()}><Icon name="print" />Print</Button>}
        <Actions label="Other files" items={FORMATS} onAction={(id) => void save(id as Format)}>
          <Button isDisabled={running !== null}>Files<Icon name="down" size={12} /></Button>
        </Actions>
      </div>
      {running && <Making running={running} onCancel={cancel} />}
      <output className={styles['result']}>{result}</output>
      {said.length > 0 && <ul className={styles['said']}>{said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
      {preview?.renewable && <Button onPress={renew}>Take what the reports say now</Button>}
    </PaneGroup>
  );
}

function Making({ running: { words, done, total }, onCancel }: { running: Running; onCancel: () => void }) {
  return (
    <Progress label="Making the file" part={total > 1 ? (done + 0.5) / total : null} says={words} className={styles['progress']}>
      <div className={styles['words']}>
        <span>{words}</span>
        <Button look="quiet" onPress={onCancel}>Cancel</Button>
      </div>
    </Progress>
  );
}
