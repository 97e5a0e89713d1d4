import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { focusAtOnce } from '../parts/focus-at-once.ts';
import { Answers, Window } from '../parts/overlay.tsx';
import type { ReportSummary } from './report-summary.ts';

/** Asks before a report is taken out: it cannot be put back without its file. */
export function RemoveReport({ report, open, onClose }: { report: ReportSummary; open: boolean; onClose: () => void }) {
  const { client, notices } = useServices();
  const remove = (): void => {
    onClose();
    client('library.remove', { report: report.id }).then(() => notices.done(`Removed “${report.title}”.`), notices.failed);
  };
  return (
    <Window title="Remove this report?" kind="alert" open={open} onClose={onClose}>
      <p>
        “{report.title}” is taken out of the library. Its file on your disk is not touched; import it again to bring it back.
        Packs keep their places for its passages and say that they are missing.
      </p>
      <Answers>
        <Button ref={focusAtOnce} onPress={onClose}>Keep it</Button>
        <Button look="danger" onPress={remove}>Remove</Button>
      </Answers>
    </Window>
  );
}
