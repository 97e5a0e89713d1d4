import { readRoute } from '../app/router.ts';
import { useCommand, useServices } from '../app/services.ts';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { translationsOf } from './translations.ts';
import type { Chapter } from './blocks.ts';
import styles from './languages.module.css';

interface LanguagesProps {
  report: string;
  chapter: Chapter;
  language: string;
  /** The passage at the top of the screen. */
  top: () => string | null;
}

/** The languages that a chapter can be read in. Another one opens at the passage that is being read; nothing is shown where there is one only. */
export function Languages({ report, chapter, language, top }: LanguagesProps) {
  const { router, changes } = useServices();
  const { value } = useCall('read.links', { report, chapter: chapter.chapter.id }, useStore(changes.library));
  const offered = translationsOf(chapter.passages, value?.links ?? [], { report, language });
  const here = offered.findIndex((one) => one.report === report);
  const read = (other: (typeof offered)[number]): void => {
    const at = top();
    // At the beginning of the chapter its title is wanted, and not its first passage.
    const place = at === null || at === chapter.passages[0]?.id ? null : other.at(at);
    router.go(readRoute({ report: other.report, chapter: other.chapter, passage: place }));
  };
  useCommand('language', offered.length < 2 ? null : () => read(offered[(here + 1) % offered.length]!));
  return offered.length > 1 && (
    <ul className={styles['languages']} aria-label="Languages of this chapter">
      {offered.map((one) => (
        <li key={one.report}>
          {one.report === report
            ? <span className={styles['here']} lang={one.language} aria-current="true">{one.name}</span>
            : <button type="button" className={styles['other']} lang={one.language} onClick={() => read(one)}>{one.name}</button>}
        </li>
      ))}
    </ul>
  );
}
