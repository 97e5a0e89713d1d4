import type { Result } from '../../db/contract/methods.ts';
import { authorWords, pageWords } from '../../db/model/cite.ts';
import { tableRows } from '../../db/model/table-cells.ts';
import { readRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { ActivePackList } from '../packs/active-pack-list.tsx';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { NoteText } from '../parts/note-text.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { PassageText } from '../parts/passage-text.tsx';
import { Problem } from '../parts/states.tsx';
import { TableText } from '../parts/table-text.tsx';
import { Evidence } from '../parts/tags.tsx';
import { useCall } from '../parts/use-call.ts';
import { usePassageActions } from '../parts/use-passage-actions.ts';
import { SimilarPassages } from './similar-passages.tsx';
import type { Hit } from './use-search.ts';
import styles from './passage-pane.module.css';

interface PassagePaneProps {
  hit: Hit | null;
  /** Whether passages like it are shown too. */
  similar: boolean;
  onSimilar: () => void;
}

/** The selected passage whole, with the found words marked, its notes, its source, and what can be done with it. */
export function PassagePane({ hit, similar, onSimilar }: PassagePaneProps) {
  const { router } = useServices();
  const at = hit && { report: hit.report, passage: hit.id };
  const words = hit?.snippet.flatMap((part) => (part.hit ? [part.text] : [])) ?? [];
  const { value, error, retry } = useCall('read.passage', at);
  const { add, copy } = usePassageActions();
  return (
    <div data-shown>
      <PaneGroup title="Passage">
        {!at && <p className={styles['none']}>Select a passage to see it whole, with its notes.</p>}
        {error && <Problem error={error} retry={retry} />}
        {hit && at && value && !error && (
          <>
            {/* What the reader looked for comes first, however long the passage is. */}
            <Notes notes={value.footnotes.filter(({ n }) => n === hit.footnote)} words={words} found />
            <Words passage={value.passage} words={words} />
            <p className={styles['source']}>
              {[authorWords(value.chapter.authors), value.chapter.title, pageWords(value.passage.pages)].filter(Boolean).join(', ')}
            </p>
            <div className={styles['ways']}>
              <Button look="go" onPress={() => add(at.report, at.passage)}>Add to pack</Button>
              <Button onPress={() => void copy(at.report, at.passage)}>Copy with citation</Button>
              <Button look="quiet" onPress={() => router.go(readRoute({ report: at.report, chapter: value.chapter.id, passage: at.passage, lit: true, note: hit.footnote }))}>
                Read it in place
                <Icon name="right" size={13} />
              </Button>
            </div>
            <Notes notes={value.footnotes.filter(({ n }) => n !== hit.footnote)} words={words} />
            <details className={styles['why']}>
              <summary>Why these tags</summary>
              <Evidence tags={value.passage.tags} />
            </details>
          </>
        )}
      </PaneGroup>
      {at && <SimilarPassages at={at} open={similar} onTurn={onSimilar} />}
      <ActivePackList />
    </div>
  );
}

function Words({ passage, words }: { passage: Result<'read.passage'>['passage']; words: readonly string[] }) {
  const rows = tableRows(passage, passage.footnotes);
  if (rows) return <div className={styles['table']} data-passage={passage.id}><TableText rows={rows} words={words} /></div>;
  return <p className={styles['text']} data-passage={passage.id}><PassageText text={passage.text} calls={passage.footnotes} words={words} /></p>;
}

function Notes({ notes, words, found = false }: { notes: Result<'read.passage'>['footnotes']; words: readonly string[]; found?: boolean }) {
  if (notes.length === 0) return null;
  return (
    <ol className={classes(styles['notes'], found && styles['found'])} aria-label={found ? 'The note in which the words stand' : 'Notes'}>
      {notes.map((note) => (
        <li key={note.id} className={styles['note']}>
          <b className={styles['number']}>{note.n}</b>
          <NoteText text={note.text} words={words} />
        </li>
      ))}
    </ol>
  );
}
