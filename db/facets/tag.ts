import type { Tag } from '../model/facet.ts';
import type { ReportDraft } from '../model/report.ts';
import { keepKnownValues } from './authored.ts';
import { countriesOf, focusOf } from './country.ts';
import { domainsBegin, domainsOf } from './domain.ts';
import { Limitations, limitationsBegin } from './limitation.ts';
import { mentionsIn, namesBegin } from './mentions.ts';
import { partnerOf, partnersBegin } from './partner.ts';
import { Reader } from './reading.ts';
import { settingsOf } from './setting.ts';

/** Makes what reads a report. */
export function readerFor(draft: ReportDraft): Reader {
  const letters = draft.passages.reduce((sum, { text }) => sum + text.length, 0);
  return new Reader((word) => namesBegin(word) || domainsBegin(word) || limitationsBegin(word) || partnersBegin(word), letters);
}

/**
 * Gives every passage its tags, with the evidence for each. What an author set by hand is taken as it is, as far as
 * the values are known, and the draft is warned of the others; all else comes from the rules in `rules/*.json`.
 * @param draft a report whose structure is known
 * @param reader of this report, where others need the words too
 * @returns tags by passage id; every passage has an entry
 */
export function tagPassages(draft: ReportDraft, reader: Reader = readerFor(draft)): Map<string, Tag[]> {
  keepKnownValues(draft);
  const passages = Map.groupBy(draft.passages, (passage) => passage.chapter);
  const chapters = draft.chapters.map((chapter) => ({ chapter, settings: settingsOf(chapter, passages.get(chapter.id) ?? [], reader) }));
  const limitations = new Limitations(partnerOf(draft, chapters.flatMap(({ settings }) => settings.map((setting) => setting.reading)), reader));
  const tags = new Map<string, Tag[]>(draft.passages.map((passage) => [passage.id, []]));
  for (const { chapter, settings } of chapters) {
    const named = settings.map((setting) => ({ setting, mentions: mentionsIn(setting.reading) }));
    const focus = focusOf(reader.read(chapter.title), named);
    for (const one of named) {
      const { id } = one.setting.passage;
      tags.set(id, draft.authored.get(id) ?? [...countriesOf(one, focus), ...domainsOf(one.setting), ...limitations.of(one.setting)]);
    }
  }
  return tags;
}
