import type { PassageRef } from '../../db/model/pack.ts';
import { shownWords, type ItemWords } from './item-words.ts';
import type { Row } from './session.ts';

/** A passage that a point or a figure may rest on, as a list shows it. */
export interface NamedSource {
  label: string;
  ref: PassageRef;
}

/** A passage as one word. */
export const refName = ({ report, passage }: PassageRef): string => JSON.stringify([report, passage]);
export function refOf(name: string): PassageRef {
  const [report, passage] = JSON.parse(name) as [string, string];
  return { report, passage };
}

/** The passages that stand in a pack by themselves. */
export function sourcesIn(rows: readonly Row[], entries: ReadonlyMap<string, ItemWords> | null): NamedSource[] {
  return rows.flatMap(({ key, item }) => {
    if (item.kind !== 'passage' && item.kind !== 'range') return [];
    const { title, detail } = shownWords(item, entries?.get(key));
    return [{ label: [title, detail].filter(Boolean).join(' · '), ref: { report: item.report, passage: item.kind === 'passage' ? item.passage : item.from } }];
  });
}
