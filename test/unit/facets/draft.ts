import type { Evidence, FacetName, Tag } from '../../../db/model/facet.ts';
import type { Passage, ReportDraft, Section } from '../../../db/model/report.ts';
import { tagPassages } from '../../../db/facets/tag.ts';

/** A chapter for a test: sections by title (a title that ends in a full stop is a run-in lead), with their passages. */
export interface TestChapter {
  title: string;
  sections: Record<string, string[]>;
}

/** A report with these chapters; passages get the ids "p1", "p2" … in reading order. Passages under '' have no section. */
export function draftOf(chapters: TestChapter[], title = 'A study'): ReportDraft {
  const passages: Passage[] = [];
  const made = chapters.map(({ title, sections }, c) => {
    const list: Section[] = [];
    for (const [heading, texts] of Object.entries(sections)) {
      const runIn = heading.endsWith('.');
      const id = `c${c}.${list.length}`;
      if (heading) list.push({ id, title: heading, level: runIn ? 2 : 1, runIn });
      for (const text of texts) {
        passages.push({
          id: `p${passages.length + 1}`, chapter: `c${c}`, section: heading ? id : null, kind: 'paragraph', text,
          pages: { from: null, to: null }, lines: { from: 1, to: 1 }, footnotes: [],
        });
      }
    }
    return { id: `c${c}`, number: c + 1, title, authors: [], pages: { from: null, to: null }, sections: list };
  });
  return {
    report: { id: 'r', title, subtitle: null, publisher: null, date: null, language: 'en', licence: null, sourceName: 'r.txt', sourceSha256: '', builtIn: false },
    chapters: made, passages, footnotes: [], warnings: [], authored: new Map(), pictures: [],
  };
}

/** The tags of one text that stands alone under a chapter title and, if given, a heading. */
export function tagsOf(text: string, { title = 'Notes on Japan', heading = '' } = {}): Tag[] {
  return tagPassages(draftOf([{ title, sections: { [heading]: [text] } }])).get('p1')!;
}

/** The values of one facet among tags. */
export function values(tags: readonly Tag[], facet: FacetName): string[] {
  return tags.filter((tag) => tag.facet === facet).map((tag) => tag.value);
}

/** The evidence of one value. */
export function evidence(tags: readonly Tag[], value: string): Evidence[] {
  return tags.find((tag) => tag.value === value)?.evidence ?? [];
}
