import { useState } from 'react';
import { useCommand, useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Screen } from '../parts/screen.tsx';
import { Empty, Problem, Waiting } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { CheckWindow } from './check-window.tsx';
import { ImportList } from './import-list.tsx';
import { OwnReports } from './own-reports.tsx';
import { ReportList } from './report-list.tsx';
import styles from './library-screen.module.css';

/** What the library holds, how it is filled, and how it is kept in order. */
export function Library() {
  const { changes, commands } = useServices();
  const [checking, setChecking] = useState(false);
  const { value, error, waiting, retry } = useCall('library.list', {}, useStore(changes.library));
  useCommand('check', () => setChecking(true));
  const own = value?.reports.filter((report) => !report.builtIn) ?? [];
  const builtIn = value?.reports.filter((report) => report.builtIn) ?? [];
  return (
    <Screen
      title="Library" wide
      actions={(
        <>
          <Button look="quiet" onPress={() => setChecking(true)}><Icon name="check" />Check</Button>
          <Button look="quiet" onPress={() => commands.run('import-folder')}><Icon name="folder" />Import a folder</Button>
          <Button look="go" onPress={() => commands.run('import')}><Icon name="import" />Import reports</Button>
        </>
      )}
    >
      <ImportList />
      {error && <Problem error={error} retry={retry} />}
      {!value && waiting && <Waiting what="Reading the library" />}
      {value && own.length === 0 && <NoReports builtIn={builtIn.length > 0} />}
      {value && <OwnReports reports={own} />}
      {builtIn.length > 0 && (
        <section className={styles['shelf']}>
          <h2 className={styles['shelfTitle']}>Come with Attaché</h2>
          <ReportList reports={builtIn} open={0} level={3} />
        </section>
      )}
      <HiddenBriefings />
      <CheckWindow open={checking} onClose={() => setChecking(false)} />
    </Screen>
  );
}

/** The way back for the briefings that the reader has taken out. */
function HiddenBriefings() {
  const { client, changes, notices } = useServices();
  const briefings = useCall('library.hidden', {}, useStore(changes.library)).value?.briefings ?? 0;
  if (briefings === 0) return null;
  return (
    <p className={styles['hidden']}>
      {briefings === 1 ? 'A briefing that comes with Attaché is hidden.' : `${briefings} briefings that come with Attaché are hidden.`}
      <Button look="quiet" onPress={() => void client('library.bringBack', {}).catch(notices.failed)}>{briefings === 1 ? 'Bring it back' : 'Bring them back'}</Button>
    </p>
  );
}

function NoReports({ builtIn }: { builtIn: boolean }) {
  const { commands } = useServices();
  return (
    <Empty title={builtIn ? 'No reports of yours yet' : 'The library is empty'} action={<Button look="go" onPress={() => commands.run('import')}>Import reports</Button>}>
      <p>Drop a report, or a whole folder of them, anywhere on this window, or choose its file: PDF, Word, OpenDocument, EPUB, a web page (HTML or MHTML), an e-mail (EML), Markdown or plain text. Attaché finds its chapters, passages and footnotes, and what each passage is about.</p>
      <p>Nothing leaves this machine.</p>
    </Empty>
  );
}
