import type { Result } from '../../db/contract/methods.ts';
import { readRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { Go } from '../parts/link.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import styles from './bubbles.module.css';

type Links = Result<'read.links'>;

const KINDS: readonly { kind: Links['links'][number]['kind']; heading: string }[] = [
  { kind: 'source', heading: 'Where this comes from' }, { kind: 'retold', heading: 'Retold in' }, { kind: 'translation', heading: 'In another language' },
];
const SURE: Record<Links['confidence'][number]['word'], string> = {
  tentative: 'The report itself is tentative here.', contradicted: 'The report contradicts itself here.',
  doubtful: 'What the report says here cannot be quite right.', inferred: 'A conclusion of this briefing; the report does not say it in so many words.',
};

/** Where a passage comes from and where it is retold, each a way to go there; nothing where nothing is known. */
export function PassageLinks({ report, chapter, passage, onGo }: { report: string; chapter: string; passage: string; onGo: () => void }) {
  const { changes } = useServices();
  const { value } = useCall('read.links', { report, chapter }, useStore(changes.library));
  if (!value) return null;
  const mine = value.links.filter((link) => link.passage === passage);
  const sure = value.confidence.find((one) => one.passage === passage);
  return (
    <>
      {sure && <p className={styles['sure']}>{SURE[sure.word]}</p>}
      {KINDS.map(({ kind, heading }) => {
        const links = mine.filter((link) => link.kind === kind);
        return links.length > 0 && (
          <section key={kind} className={styles['links']}>
            <h2 className={styles['heading']}>{heading}</h2>
            <ul>
              {links.map(({ to, label }) => (
                <li key={`${to.report} ${to.chapter} ${to.passage} ${to.note}`}>
                  <Go to={readRoute({ report: to.report, chapter: to.chapter, passage: to.passage, lit: to.passage !== null })} onGo={onGo}>{label}</Go>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
