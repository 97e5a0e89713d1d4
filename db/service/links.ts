import type { Result } from '../contract/methods.ts';
import { AttacheError } from '../model/errors.ts';
import { pageWords } from '../model/cite.ts';
import { slug } from '../model/ids.ts';
import type { StoredChapter } from '../store/report-reader.ts';
import type { Citation, LinkedPassage } from '../store/origins.ts';
import type { Library } from '../store/library.ts';

type Links = Result<'read.links'>;
type Link = Links['links'][number];

/**
 * What leads from the passages of a chapter to other reports of the library, and back: a retelling's passages to their
 * sources, a report's passages to what retells them, a translation to its original. Where a source is in no report that
 * is here, there is no link.
 * @throws AttacheError 'not-found'
 */
export function linksOf(library: Library, report: string, chapter: string): Links {
  const here = library.chapters(report).find((one) => one.id === chapter);
  if (!here) throw new AttacheError('not-found', 'This chapter is not in the library (any more).');
  return {
    links: [...sourceLinks(library, report, chapter), ...retoldLinks(library, report, here), ...translationLinks(library, report, chapter)],
    confidence: library.origins.confidence(report, chapter),
  };
}

/** A work is a report with its title, in whatever edition; one with another title is known by the passages that it holds. */
function editionsOf(library: Library, own: string, work: string | null, passages: readonly string[]): string[] {
  const titled = library.origins.works().filter(({ id, title }) => id !== own && (id === work || slug(title) === work)).map(({ id }) => id);
  return [...new Set([...titled, ...library.origins.reportsHolding(passages, own)])];
}

function sourceLinks(library: Library, report: string, chapter: string): Link[] {
  const citations = library.origins.citations(report, chapter);
  if (citations.length === 0) return [];
  const work = library.origins.works().find(({ id }) => id === report)!.retells;
  const wanted = citations.flatMap(({ target }) => (target === null ? [] : [target]));
  return editionsOf(library, report, work, wanted).flatMap((edition) => {
    const lead = leadingInto(library, edition, wanted);
    return citations.flatMap((citation) => lead(citation));
  });
}

/** Makes links into one report. A passage that it words otherwise is led to by its chapter. */
function leadingInto(library: Library, edition: string, wanted: readonly string[]): (citation: Citation) => Link[] {
  const chapters = new Map(library.chapters(edition).map((chapter) => [chapter.id, chapter]));
  const found = new Map(library.origins.placesOf(edition, wanted).map((place) => [place.passage, place]));
  const { title, language } = library.report(edition);
  const read = new Map<string, ReturnType<Library['passagesOfChapter']>>();
  const passagesOf = (id: string): ReturnType<Library['passagesOfChapter']> => {
    if (!read.has(id)) read.set(id, library.passagesOfChapter(edition, id));
    return read.get(id)!;
  };
  return ({ passage, chapter, target, note }) => {
    const into = chapters.get((target === null ? null : found.get(target)?.chapter) ?? chapter);
    if (!into) return [];
    const caller = note === null ? undefined : passagesOf(into.id).find((one) => one.footnotes.some(({ n }) => n === note));
    const place = note === null ? (target !== null && found.has(target) ? target : null) : (caller?.id ?? null);
    const pages = passagesOf(into.id).find((one) => one.id === place)?.pages ?? { from: null, to: null };
    const to = { report: edition, chapter: into.id, passage: place, note: place === null ? null : note, language };
    return [{ passage, kind: 'source', to, label: [title, chapterWords(into), note === null ? null : `note ${note}`, pageWords(pages)].filter(Boolean).join(', ') }];
  };
}

const chapterWords = ({ number, title }: StoredChapter): string => (number === null ? title : `chapter ${number}: ${title}`);

function retoldLinks(library: Library, report: string, chapter: StoredChapter): Link[] {
  const titles = new Map(library.origins.works().map((one) => [one.id, one.title]));
  const led = (passage: string, from: LinkedPassage, note: string | null): Link => ({
    passage, kind: 'retold', to: { report: from.report, chapter: from.chapter, passage: from.passage, note, language: from.language },
    label: `${titles.get(from.report)!}: ${[from.chapterTitle, from.section].filter(Boolean).join(', ')}`,
  });
  const direct = library.origins.citing(report, chapter.id).map((from) => led(from.target, from, null));
  const known = new Set(direct.map(({ passage, to }) => `${passage} ${to.report} ${to.passage}`));
  const byNote = new Map(library.passagesOfChapter(report, chapter.id).flatMap((passage) => passage.footnotes.map(({ n }) => [n, passage.id] as const)));
  const work = slug(titles.get(report)!);
  const retellings = library.origins.works().filter(({ retells }) => retells !== null && (retells === work || retells === report));
  const throughNotes = retellings.flatMap(({ id }) => library.origins.citingNotes(id, chapter.id)).flatMap((from) => {
    const caller = byNote.get(from.note);
    return caller === undefined || known.has(`${caller} ${from.report} ${from.passage}`) ? [] : [led(caller, from, from.note)];
  });
  return [...direct, ...throughNotes];
}

function translationLinks(library: Library, report: string, chapter: string): Link[] {
  const works = library.origins.works();
  const own = works.find(({ id }) => id === report)!;
  const others = works.filter(({ id, title, translates }) => id !== report
    && ((translates !== null && (translates === report || translates === slug(own.title))) || (own.translates !== null && (own.translates === id || own.translates === slug(title)))));
  const here = library.passagesOfChapter(report, chapter).map(({ id }) => id);
  return others.flatMap(({ id, language }) => library.origins.placesOf(id, here).map((place): Link => ({
    passage: place.passage, kind: 'translation', to: { report: id, chapter: place.chapter, passage: place.passage, note: null, language },
    label: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
  })));
}
