import { AttacheError } from '../model/errors.ts';
import type { ReportFacts } from '../model/facts.ts';
import { squash } from '../model/fold.ts';
import { slug } from '../model/ids.ts';
import type { ReportDraft, ReportMeta } from '../model/report.ts';
import type { BlockSource, PagedSource, Progress, ReportSource } from '../model/source.ts';
import { readAuthoredFront, toldByBlocks } from './authored-front.ts';
import { structureBlocks, titleOfBlocks } from './authored.ts';
import { namesOf } from './bylines.ts';
import { doubtBlocks } from './doubts/doubts.ts';
import { aboutLaid } from './laid/about.ts';
import { structureLaid } from './laid/laid.ts';
import { shippedFacts } from './manifest.ts';
import { isPaperKind } from './paper-kinds.ts';
import { structurePages } from './paged.ts';
import { blocksOfTyped } from './typed/typed.ts';
import { isTyped, typedLines } from './typed/pages.ts';
import { isPrinted, printedLines } from './typed/printed.ts';
import { withTyped } from './typed/within.ts';

/** The file that a report comes from; `facts` are those of a manifest beside it. */
export interface ReportFile {
  name: string;
  sha256: string;
  builtIn: boolean;
  facts?: ReportFacts;
}

/**
 * Turns what a file holds into a report: chapters, sections, passages in reading order, footnotes.
 * @param file where it came from; the report's id is made of its title
 * @throws AttacheError 'file-empty' where nothing in it can be read as a passage
 */
export function structureReport(read: ReportSource, file: ReportFile, _tell: (progress: Progress) => void): ReportDraft {
  const source = madeOf(read, file.facts ?? {});
  const facts = factsOf(source, file.facts ?? {});
  const title = facts.title ?? titleFromName(file.name);
  const structured = structureOf(source, title, facts);
  if (structured.passages.length === 0) throw new AttacheError('file-empty', `“${file.name}” holds no text that could be read as a report. Nothing was imported.`);
  const { subtitle = null, publisher = null, date = null, language = 'en', licence = null } = facts;
  const report: ReportMeta = { id: slug(title), title, subtitle, publisher, date, language, licence, sourceName: file.name, sourceSha256: file.sha256, builtIn: file.builtIn };
  return { report, ...structured, ...languageBy(source, facts, file.facts ?? {}) };
}

function languageBy({ format }: ReportSource, all: ReportFacts, own: ReportFacts): Pick<ReportDraft, 'languageBy'> {
  if (all.language === undefined) return { languageBy: 'nobody' };
  return own.language === undefined && LANGUAGE_BY_PROGRAM.test(format) ? { languageBy: 'program' } : {};
}

/** What the structure is found in: a text that somebody typed, or that was taken from printed pages, is blocks by then. */
function madeOf(read: ReportSource, facts: ReportFacts): ReportSource {
  if (read.kind === 'blocks') return read.format === SAID_IN_HEAD ? withTyped(read) : withFront(withTyped(read));
  if (read.kind !== 'pages') return read;
  if (isTyped(read)) return { ...blocksOfTyped({ lines: typedLines(read), notes: [] }), format: read.format };
  return isPrinted(read) && !facts.pages && !isShipped(read) ? { ...blocksOfTyped(printedLines(read)), format: read.format } : read;
}

/** Of reports that the app knows, a manifest names the chapters. */
const isShipped = ({ lines }: PagedSource): boolean => shippedFacts(lines.map(({ text }) => text)) !== null;

function structureOf(source: ReportSource, title: string, facts: ReportFacts): Omit<ReportDraft, 'report'> {
  if (source.kind === 'pages') return { ...structurePages(source, title, facts), authored: new Map(), pictures: [] };
  if (source.kind === 'laid-out') return { ...structureLaid(source, title, facts), authored: new Map() };
  const made = structureBlocks(source, title, facts);
  return { ...made, doubts: doubtBlocks(made) };
}

/** Formats whose files say of themselves only what a program wrote there; elsewhere somebody did. */
const BY_PROGRAM = /^(?:html|mhtml|docx|odt)$/;
/** Formats that have a language for each text, which hardly anybody sets. */
const LANGUAGE_BY_PROGRAM = /^(?:html|mhtml|mail|docx|odt|pdf)$/;
/** A message's head says who wrote it and when; names and dates in its text are its text. */
const SAID_IN_HEAD = 'mail';

/** Reads what a document says of itself where its text begins. */
function withFront<S extends BlockSource & { format: string }>(source: S): S {
  const own = source.facts.authors?.flatMap((author) => namesOf(author) ?? [author]);
  const heading = source.blocks.find(({ kind }) => kind === 'heading')?.text;
  const hasTitle = titleOfBlocks(source.blocks) !== null || (heading !== undefined && squash(heading) === squash(source.facts.title ?? ''));
  const { facts: taken, blocks } = readAuthoredFront(source.blocks, hasTitle, source.facts);
  const told = toldByBlocks(blocks, hasTitle ? heading : source.facts.title);
  const facts = { ...told, ...taken };
  const isKnown = own !== undefined && (!BY_PROGRAM.test(source.format) || (facts.authors ?? []).every((author) => own.includes(author)));
  const authors = isKnown ? own : (facts.authors ?? own);
  const { title: subject, ...others } = facts;
  const title = source.facts.title ?? titleOfBlocks(source.blocks);
  const named = subject !== undefined && (title === null || isPaperKind(title)) ? { title: subject } : {};
  return { ...source, blocks, facts: { ...others, ...source.facts, ...named, ...(authors === undefined ? {} : { authors }) } };
}

/** What a manifest says goes before what the file says of itself. */
function factsOf(source: ReportSource, own: ReportFacts): ReportFacts {
  return { ...saidBy(source), ...own };
}

function saidBy(source: ReportSource): ReportFacts {
  if (source.kind === 'blocks') return { title: titleOfBlocks(source.blocks) ?? undefined, ...source.facts };
  const lines = source.kind === 'pages' ? source.lines : source.pages.flatMap((page) => page.lines);
  return { ...(source.kind === 'laid-out' ? aboutLaid(source) : {}), ...shippedFacts(lines.map((line) => line.text)) };
}

/** "japan-southeast-asia.txt" → "Japan southeast asia" */
function titleFromName(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '').replace(/[-_]+/g, ' ').trim() || name;
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}
