import { memo } from 'react';
import { tableRows } from '../../db/model/table-cells.ts';
import { classes } from '../parts/classes.ts';
import { Icon } from '../parts/icon.tsx';
import { PassageText } from '../parts/passage-text.tsx';
import { TableText } from '../parts/table-text.tsx';
import { PassagePicture } from './passage-picture.tsx';
import type { Block, SetPassage } from './blocks.ts';
import styles from './chapter-text.module.css';

interface ChapterTextProps {
  report: string;
  blocks: readonly Block[];
  /** The passages that commands mean. */
  chosen: ReadonlySet<string>;
  /** The passage that was looked for. */
  lit: string | null;
}

/** The words of a chapter. Presses of its buttons are answered by the article around it, so that long chapters stay light. */
export const ChapterText = memo(function ChapterText({ report, blocks, chosen, lit }: ChapterTextProps) {
  const look = (set: SetPassage): string => classes(chosen.has(set.passage.id) && styles['chosen'], set.passage.id === lit && styles['lit']);
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      const Heading = `h${block.level as 2 | 3 | 4 | 5 | 6}` as const;
      return <Heading key={`s ${block.id}`} className={styles['heading']} data-section={block.id}>{block.title}</Heading>;
    }
    if (block.kind === 'passage') return <SetText key={block.set.passage.id} report={report} set={block.set} look={look(block.set)} />;
    return (
      <ul key={`l ${block.id}`} className={styles['list']}>
        {block.items.map((set) => <li key={set.passage.id}><SetText report={report} set={set} look={look(set)} /></li>)}
      </ul>
    );
  });
});

const call = (n: string) => <button type="button" className={styles['call']} data-note={n} aria-haspopup="dialog" aria-label={`Note ${n}`}>{n}</button>;

const SetText = memo(function SetText({ report, set: { passage, lead, page, turns }, look }: { report: string; set: SetPassage; look: string }) {
  const rows = tableRows(passage, passage.footnotes);
  return (
    <div className={classes(styles['passage'], styles[passage.kind], look)} data-passage={passage.id} data-in={passage.section} tabIndex={-1}>
      {page !== null && <PageLabel label={page} words={`Page ${page}`} />}
      {turns !== null && <PageLabel label={turns} words={`Page ${turns} begins in this passage`} turning />}
      {passage.picture && <PassagePicture report={report} passage={passage.id} size={passage.picture} words={passage.text} />}
      {rows
        ? <TableText rows={rows} call={call} />
        : <p><PassageText text={passage.text} calls={passage.footnotes} lead={lead} call={call} /></p>}
      <button type="button" className={styles['mark']} data-mark={passage.id} aria-haspopup="dialog" aria-label="About this passage"><Icon name="more" /></button>
    </div>
  );
});

/** A printed page begins here; its number stands in the margin. */
function PageLabel({ label, words, turning = false }: { label: string; words: string; turning?: boolean }) {
  return (
    <span className={classes(styles['page'], turning && styles['turning'])} title={words}>
      <span aria-hidden="true">{label}</span>
      <span className="aloud">{words}. </span>
    </span>
  );
}
