import type { Result } from '../../db/contract/methods.ts';
import { classes } from '../parts/classes.ts';
import { PaneGroup } from '../parts/panes.tsx';
import { Problem, Waiting } from '../parts/states.tsx';
import { useCall } from '../parts/use-call.ts';
import styles from './review.module.css';

type Source = Result<'review.source'>;
type Page = Extract<Source, { kind: 'page' }>;
interface Span {
  from: number;
  to: number;
}

/** Where a passage stands in the file that was imported: its lines among their neighbours, or its page. */
export function SourcePane({ report, kind, lines }: { report: string; kind: 'lines' | 'pages' | 'none'; lines: Span | null }) {
  const { value, error, waiting, retry } = useCall('review.source', kind === 'none' || lines === null ? null : { report, ...lines });
  return (
    <PaneGroup title={kind === 'pages' && value?.kind === 'page' ? `Page ${value.page} of ${value.pages} of the file` : 'In the source'}>
      {kind === 'none' && <p className={styles['quiet']}>The file that this report was imported from is not kept with it, so that its source cannot be shown. Import it again to have it here.</p>}
      {kind !== 'none' && lines === null && <p className={styles['quiet']}>Choose a doubt or a passage to see where it comes from.</p>}
      {error && <Problem error={error} retry={retry} />}
      {waiting && !value && <Waiting what="Reading the source" />}
      {lines && value && !error && (value.kind === 'lines' ? <Lines first={value.first} lines={value.lines} span={lines} /> : <PagePicture page={value} span={lines} />)}
    </PaneGroup>
  );
}

function Lines({ first, lines, span }: { first: number; lines: readonly string[]; span: Span }) {
  return (
    <ol className={styles['source']} start={first} aria-label="Lines of the source">
      {lines.map((line, at) => {
        const n = first + at;
        const isMeant = n >= span.from && n <= span.to;
        return (
          <li key={n} className={classes(styles['line'], isMeant && styles['meant'])}>
            <span className={styles['n']}>{n}</span>
            {isMeant ? <b className={styles['raw']}>{line || ' '}</b> : <span className={styles['raw']}>{line || ' '}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** Room around the lit lines, in points. */
const AROUND = 1.5;
const showAtOnce = (mark: SVGRectElement | null): void => mark?.scrollIntoView({ block: 'center' });

function PagePicture({ page, span }: { page: Page; span: Span }) {
  const meant = page.lines.filter(({ n }) => n >= span.from && n <= span.to);
  // Letters that are printed twice in one place, which makes them look bold, are drawn once.
  const runs = new Map(page.runs.map((run) => [`${run.x}/${run.y}/${run.text}`, run]));
  return (
    <figure className={styles['page']} aria-label={`Page ${page.page}, with the passage marked`}>
      <svg viewBox={`0 0 ${page.width} ${page.height}`}>
        {meant.map(({ n, x, y, width, height }, at) => (
          <rect
            key={`${page.page}/${span.from}/${n}`} ref={at === 0 ? showAtOnce : null} className={styles['mark']}
            x={x - AROUND} y={y - AROUND} width={width + 2 * AROUND} height={height + 2 * AROUND}
          />
        ))}
        {[...runs].map(([key, { text, x, y, width, size, bold, italic }]) => (
          <text
            key={key} x={x} y={y} fontSize={size} textLength={width > 0 && text.length > 1 ? width : undefined} lengthAdjust="spacingAndGlyphs"
            fontWeight={bold ? 700 : 400} fontStyle={italic ? 'italic' : 'normal'}
          >
            {text}
          </text>
        ))}
      </svg>
    </figure>
  );
}
