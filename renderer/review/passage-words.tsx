import { tableRows } from '../../db/model/table-cells.ts';
import { PassageText } from '../parts/passage-text.tsx';
import { TableText } from '../parts/table-text.tsx';
import type { Passage } from './use-review.ts';
import styles from './passage-words.module.css';

/** A passage's words; a table in its rows and cells, unless the place is to be shown at which it was joined. */
export function PassageWords({ passage, offset }: { passage: Passage; offset: number | null }) {
  const rows = offset === null ? tableRows(passage, passage.footnotes) : null;
  if (rows) return <div className={styles['table']}><TableText rows={rows} /></div>;
  return <p className={styles['words']}><Seamed passage={passage} offset={offset} /></p>;
}

/** Where two pieces were joined, a mark stands between them. */
function Seamed({ passage, offset }: { passage: Passage; offset: number | null }) {
  const { text, footnotes } = passage;
  if (offset === null) return <PassageText text={text} calls={footnotes} />;
  const before = footnotes.filter((call) => call.offset < offset);
  const behind = footnotes.filter((call) => call.offset >= offset).map(({ n, offset: at }) => ({ n, offset: at - offset }));
  return (
    <>
      <PassageText text={text.slice(0, offset)} calls={before} />
      <span className={styles['seam']} title="Two pieces were joined here">│</span>
      <PassageText text={text.slice(offset)} calls={behind} />
    </>
  );
}
