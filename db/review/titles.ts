import type { Change } from '../model/correction.ts';
import type { Chapter } from '../model/report.ts';

type Rename = Extract<Change, { kind: 'rename' }>;

/** A title that can be changed, and the title of the chapter that it stands in; null for a chapter's own. */
interface Titled {
  titled: { title: string };
  within: string | null;
}

/**
 * Finds the chapter or section that a correction names: by its title in its chapter; else, in an edition that cut its
 * chapters otherwise, by a title that comes only once; else by the new title, where the edition bears it by now.
 */
export function findTitled(chapters: readonly Chapter[], { target, from, to, chapter, nth }: Rename): { title: string } | undefined {
  const all = chapters.flatMap((one): Titled[] => (target === 'chapter' ? [{ titled: one, within: null }] : one.sections.map((section) => ({ titled: section, within: one.title }))));
  const anywhere = all.filter(({ titled }) => titled.title === from);
  const here = anywhere.filter(({ within }) => within === chapter);
  const found = here[nth] ?? here[0] ?? (anywhere.length === 1 ? anywhere[0] : all.find(({ titled }) => titled.title === to));
  return found?.titled;
}

/** Tells which chapter or section is meant. @returns null where there is none with this id */
export function renameOf(chapters: readonly Chapter[], target: Rename['target'], id: string, to: string): Rename | null {
  const holder = target === 'chapter' ? null : chapters.find((one) => one.sections.some((section) => section.id === id));
  const titled: readonly { id: string; title: string }[] = target === 'chapter' ? chapters : chapters.filter((one) => one.title === holder?.title).flatMap((one) => one.sections);
  const meant = titled.find((one) => one.id === id);
  if (!meant) return null;
  return { kind: 'rename', target, from: meant.title, to, chapter: holder?.title ?? null, nth: titled.filter((one) => one.title === meant.title).indexOf(meant) };
}
