import type { Handlers } from '../contract/dispatch.ts';
import type { Result } from '../contract/methods.ts';
import { labelOf } from '../facets/taxonomies.ts';
import type { Change, Correction, Outcome } from '../model/correction.ts';
import { AttacheError } from '../model/errors.ts';
import { sentenceOf } from '../review/sentences.ts';
import type { Library } from '../store/library.ts';
import { changeOf } from './change-of.ts';
import { doubtsOf } from './doubts-of.ts';
import type { Remake } from './importer.ts';
import { changesReport, workOf } from './mend.ts';
import { createSourceReader } from './report-source.ts';
import type { Rooms } from './rooms.ts';

type ReviewHandlers = Pick<Handlers, Extract<keyof Handlers, `review.${string}`>>;
type Done = Result<'review.correct'>;

const BUILT_IN = 'This briefing comes with Attaché; it is not corrected here.';

/** The calls of the review: what the importer was unsure of, what readers mended. */
export function reviewHandlers(rooms: Rooms): ReviewHandlers {
  const { library, desk, importer, indexed, emit } = rooms;
  const sources = createSourceReader(rooms);

  /** Does something to the corrections of a report's work, and makes the work's reports again; where that fails, nothing has happened. */
  const mended = async (report: string, act: (work: string) => Act): Promise<Done> => {
    await indexed;
    return importer.review(async (remake) => {
      const work = workOf(mendable(library, report));
      const { correction, takeBack, isNew } = act(work);
      if (changesReport(correction)) {
        try {
          await remakeWork(rooms, work, remake, isNew ? { report, correction: correction.id } : null);
        } catch (error) {
          takeBack();
          throw explained(error);
        }
      }
      emit({ type: 'changed', what: 'library' });
      return { report, correction: correction.id, passage: placeOf(library, report, correction) };
    });
  };

  return {
    'review.open': ({ report }) => opened(rooms, report, sources.kindOf(report)),
    'review.source': ({ report, from, to, around }) => sources.read(report, from, to, around),
    'review.correct': ({ report, change }) => mended(report, (work) => {
      const correction = desk.correct(work, changeOf(library, report, change));
      return { correction, takeBack: () => desk.dropCorrection(correction.id), isNew: true };
    }),
    'review.undo': ({ report }) => mended(report, (work) => {
      const correction = desk.corrections(work).at(-1);
      if (!correction) throw new AttacheError('bad-request', 'No correction of this report is left to take back.');
      desk.undoCorrection(correction.id, true);
      return { correction, takeBack: () => desk.undoCorrection(correction.id, false), isNew: false };
    }),
    'review.redo': ({ report }) => mended(report, (work) => {
      const correction = desk.undoneCorrection(work);
      if (!correction) throw new AttacheError('bad-request', 'No correction of this report was taken back since the last one was made.');
      desk.undoCorrection(correction.id, false);
      return { correction, takeBack: () => desk.undoCorrection(correction.id, true), isNew: false };
    }),
  };
}

/** What was done to the desk, and how it is taken back. */
interface Act {
  correction: Correction;
  takeBack: () => void;
  isNew: boolean;
}

/**
 * Makes every report again that was not made with all corrections that stand: Attaché was ended between the writing of
 * a correction and the making of the report.
 * @returns whether there was any
 */
export async function catchUp(rooms: Rooms): Promise<boolean> {
  const { library, desk, importer } = rooms;
  const behind = (): string[] => library.listReports().filter((report) => !report.builtIn).filter((report) => {
    const wanted = desk.corrections(workOf(report)).filter(changesReport).map(({ id }) => id);
    const made = library.review.outcomes(report.id).map(({ correction }) => correction);
    return wanted.length !== made.length || wanted.some((id, at) => id !== made[at]);
  }).map(workOf);
  if (behind().length === 0) return false;
  await importer.review(async (remake) => {
    for (const work of new Set(behind())) await remakeWork(rooms, work, remake, null);
  });
  return true;
}

/** Corrections are a work's: all its editions in the library are made again. */
async function remakeWork({ library, desk }: Rooms, work: string, remake: Remake, mustFit: { report: string; correction: string } | null): Promise<void> {
  const reports = library.listReports().filter((report) => !report.builtIn && workOf(report) === work).map(({ id }) => id);
  await remake({ reports, corrections: desk.corrections(work), mustFit });
}

function mendable(library: Library, id: string): { title: string } {
  const report = library.report(id);
  if (report.builtIn) throw new AttacheError('bad-request', BUILT_IN);
  return report;
}

/** Tells that the correction was taken back. What a bug says has been logged where it was met. */
function explained(error: unknown): AttacheError {
  if (error instanceof AttacheError && error.code === 'bad-request') return error;
  if (error instanceof AttacheError && error.code !== 'internal') return new AttacheError(error.code, `${error.message} The correction was not made.`, { cause: error });
  return new AttacheError('internal', 'The report could not be made again with this correction. The correction was taken back, and the report is as it was.', { cause: error });
}

/** Where the eye should stay after a correction was made or taken back. */
function placeOf(library: Library, report: string, { id, change }: Correction): string | null {
  const made = library.review.outcomes(report).find(({ correction }) => correction === id);
  return made?.passage ?? presentPassage(library, report, change);
}

function presentPassage(library: Library, report: string, change: Change): string | null {
  if (change.kind === 'rename' || change.anchor === null) return null;
  const { passage } = change.anchor;
  return library.hasPassage(report, passage) ? passage : library.review.presentId(report, passage);
}

function opened({ library, desk }: Rooms, report: string, source: 'lines' | 'pages' | 'none'): Result<'review.open'> {
  const { builtIn, title } = library.report(report);
  const work = workOf({ title });
  const corrections = builtIn ? [] : desk.corrections(work);
  const accepted = new Set(corrections.flatMap(({ change }) => (change.kind === 'accept' ? [change.about] : [])));
  const all = builtIn ? [] : doubtsOf(library, report);
  const passages = new Map(library.passages(report).map((passage) => [passage.id, passage]));
  const notes = new Map(library.footnotes(report).map((note) => [note.id, note]));
  const outcomes = new Map(library.review.outcomes(report).map((outcome) => [outcome.correction, outcome]));
  const undone = builtIn ? null : desk.undoneCorrection(work);
  const open = all.filter(({ key }) => !accepted.has(key));
  return {
    doubts: open.map((doubt) => {
      const passage = passages.get(doubt.passage ?? '');
      return { ...doubt, section: passage?.section ?? null, chapter: passage?.chapter ?? notes.get(doubt.footnote ?? '')?.chapter ?? null };
    }),
    accepted: all.length - open.length,
    corrections: corrections.map((correction) => correctionView(library, report, correction, outcomes.get(correction.id))),
    canUndo: corrections.length > 0 ? sentenceOf(corrections.at(-1)!.change, labelOf) : null, canRedo: undone && sentenceOf(undone.change, labelOf),
    source, why: builtIn ? BUILT_IN : null,
  };
}

function correctionView(library: Library, report: string, { id, change, createdAt }: Correction, outcome: Outcome | undefined): Result<'review.open'>['corrections'][number] {
  const fits = change.kind === 'accept' || outcome?.fits === true;
  return {
    id, kind: change.kind, what: sentenceOf(change, labelOf), createdAt, fits,
    passage: outcome?.passage ?? (fits ? presentPassage(library, report, change) : null),
    message: fits ? null : 'Its place was not found in this edition of the report. The correction is kept, and is made again where it fits.',
  };
}
