import type { Handlers } from '../contract/dispatch.ts';
import type { StoredPassage } from '../store/report-reader.ts';
import { figuresIn, figureRow } from '../packs/figures-in.ts';
import { draftBrief } from './brief.ts';
import { findInPack } from './find-in-pack.ts';
import { passagesOf, showsPassages } from './pack-passages.ts';
import { resolvePack } from './resolve-pack.ts';
import type { Rooms } from './rooms.ts';

type ComposeHandlers = Pick<Handlers, Extract<keyof Handlers, `compose.${string}`>>;

/** A table of more is no table to read. */
const MOST_FIGURES = 60;

/** The calls that help to put a pack together. */
export function composeHandlers({ library, desk, search }: Rooms): ComposeHandlers {
  const viewOf = () => {
    const chapters = new Map<string, { title: string; sections: Map<string, string>; order: string[] }>();
    return ({ report, id, kind, text, pages, chapter, section }: StoredPassage) => {
      const key = `${report}/${chapter}`;
      if (!chapters.has(key)) {
        for (const one of library.chapters(report)) {
          chapters.set(`${report}/${one.id}`, { title: one.title, sections: new Map(one.sections.map((s) => [s.id, s.title])), order: library.passagesOfChapter(report, one.id).map((p) => p.id) });
        }
      }
      const { title, sections, order } = chapters.get(key)!;
      const at = order.indexOf(id);
      return {
        report, id, kind, text, pages, chapter, chapterTitle: title, section: section === null ? null : (sections.get(section) ?? null), before: order[at - 1] ?? null, after: order[at + 1] ?? null,
      };
    };
  };
  return {
    'compose.passages': async ({ item }) => ({ passages: showsPassages(item) ? (await passagesOf(library, search, item)).passages.map(viewOf()) : [] }),
    'compose.pictures': ({ report }) => ({
      pictures: library.chapters(report).flatMap(({ id, title }) => library.passagesOfChapter(report, id)
        .filter(({ picture }) => picture !== null).map((passage) => ({ passage: passage.id, caption: passage.text, pages: passage.pages, chapterTitle: title }))),
    }),
    'compose.figures': async ({ item }) => {
      const { passages } = showsPassages(item) ? await passagesOf(library, search, item) : { passages: [] };
      return { rows: passages.flatMap(({ report, id, text }) => figuresIn(text).map((figure) => figureRow(figure, { report, passage: id }))).slice(0, MOST_FIGURES) };
    },
    'compose.find': async ({ id, query }) => ({ found: findInPack(await resolvePack(library, search, desk.getPack(id).pack, desk.copies.of(id)), query) }),
    'compose.brief': (wishes) => ({ pack: draftBrief(library, wishes) }),
  };
}
