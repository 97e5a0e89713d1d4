import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readTextFile } from '../../db/import/read-text-file.ts';
import { tagPassages } from '../../db/facets/tag.ts';
import { makeReport, saveMade } from '../../db/service/keep-report.ts';
import { openLibrary, type Library } from '../../db/store/library.ts';
import { structureReport } from '../../db/structure/structure.ts';
import { realReport } from '../helpers/shared.ts';
import type { BenchPassage } from './generator.ts';

/**
 * Puts the real report into a library folder, as the app imports it.
 * @param beside whether the briefings that ship with the app stand beside it, as they do for its users
 * @throws where it is not at hand
 */
export function importRealReport(folder: string, beside = false): Library {
  const shared = realReport();
  if (!shared) throw new Error('The real report is not at hand.');
  const bytes = readFileSync(shared.file);
  const library = openLibrary(folder);
  for (const language of beside ? ['en', 'de'] : []) {
    const name = `briefing.${language}.md`;
    const made = briefing(language);
    const source = readTextFile(made, name);
    saveMade(library, makeReport(source, { name, bytes: made, sha256: name, builtIn: true }, () => {}), name, { format: source.format, bytes: made }, () => {});
  }
  const draft = structureReport(readTextFile(bytes, 'report.txt'), { name: 'report.txt', sha256: 'report', builtIn: false }, () => {});
  library.saveReport(draft, tagPassages(draft), { format: 'text', bytes }, () => {});
  return library;
}

/** What ships with the app, joined as the bundler joins it (db/briefings/built-ins.ts). */
function briefing(language: string): Uint8Array {
  const folder = path.join(import.meta.dirname, '../../db/briefings/japan-southeast-asia', language);
  return new TextEncoder().encode(readdirSync(folder).sort().map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n').concat('\n'));
}

/** The passages of a library as the other engines get them. */
export function passagesOf(library: Library): BenchPassage[] {
  return library.listReports().flatMap(({ id: report }) => {
    const notes = new Map(library.footnotes(report).map((note) => [`${note.chapter}/${note.n}`, note.text]));
    const chapters = new Map(library.chapters(report).map((chapter) => [chapter.id, chapter]));
    return library.passages(report).map((passage): BenchPassage => {
      const chapter = chapters.get(passage.chapter)!;
      const section = chapter.sections.find(({ id }) => id === passage.section);
      return {
        id: passage.id, report, text: passage.text, heading: `${chapter.title} \n ${section?.title ?? ''}`,
        notes: passage.footnotes.map(({ n }) => notes.get(`${passage.chapter}/${n}`) ?? '').join(' \n '),
        tags: passage.tags.map(({ facet, value }) => [facet, value]),
      };
    });
  });
}
