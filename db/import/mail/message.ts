import { AttacheError } from '../../model/errors.ts';
import type { ReportFacts } from '../../model/facts.ts';
import type { ImportWarning } from '../../model/report.ts';
import type { BlockSource, SourceBlock } from '../../model/source.ts';
import { decodeNamed } from '../decode.ts';
import { readPage } from '../html/read-html.ts';
import { readPicture } from '../pictures.ts';
import { readText } from '../text.ts';
import { first, type Element } from '../tree.ts';
import { createAddresses, withAll } from './addresses.ts';
import { bodiesOf, isLocked, type Body } from './bodies.ts';
import { apartByDepth, unflow } from './flowed.ts';
import { factsOfMessage, headingOfMessage } from './message-facts.ts';
import { readParts, type Part } from './message-parts.ts';
import { dropPreview } from './preheader.ts';
import { topOf } from './top.ts';

/** Files are named so far; the others are counted. */
const NAMED_AT_MOST = 12;
const DEEPEST_HEADING = 9;

/**
 * Reads a message as it was sent (.eml): its subject, sender and date as facts, its HTML or its plain text, and the
 * messages that it passes on. Files that were sent with it are named and not read.
 * @throws AttacheError 'file-empty', 'file-not-text', 'file-too-large'
 */
export async function readMessage(bytes: Uint8Array, name: string): Promise<BlockSource> {
  const message = await readParts(topOf(bytes, name), name);
  const facts = factsOfMessage(message);
  const reading: Reading = { name, facts, blocks: [], notes: [], pictures: [], warnings: [], shown: [], attached: [] };
  addMessage(message, 1, reading);
  const { blocks, notes, pictures, warnings, shown, attached } = reading;
  if (blocks.length === 0) throw withoutText(message, name, attached);
  const files = attached.length === 0 ? [] : [attachedWarning(attached)];
  return { kind: 'blocks', facts, works: { retells: null, translates: null }, blocks: titled(blocks, facts.title), notes, pictures, warnings: [...warnings, ...files], inside: shown };
}

interface Reading extends Pick<BlockSource, 'blocks' | 'notes' | 'pictures' | 'warnings'> {
  name: string;
  facts: ReportFacts;
  shown: string[];
  attached: string[];
}

/** @param level that of headings in its text */
function addMessage(message: Part, level: number, reading: Reading): void {
  const { bodies, attached } = bodiesOf(message);
  const inside = new Set<Part>();
  const addresses = createAddresses(withAll(message).filter(({ type }) => type.startsWith('image/')), '');
  const open = (source: string): Uint8Array | null => {
    const part = addresses.find(source);
    if (part) inside.add(part);
    return part?.content() ?? null;
  };
  const pictures: { part: Part; at: number }[] = [];
  for (const { kind, part, otherwise } of bodies) {
    const before = reading.blocks.length;
    if (kind === 'message') addForwarded(part, level, reading);
    else if (kind === 'picture') pictures.push({ part, at: reading.blocks.length });
    else addText(kind, part, level, open, reading);
    if (otherwise && reading.blocks.length === before) addText('text', otherwise, level, open, reading);
  }
  const left = pictures.reverse().filter(({ part, at }) => !inside.has(part) && !addPicture(part, at, reading)).map(({ part }) => part).reverse();
  for (const part of [...attached.filter((one) => !inside.has(one)), ...left]) reading.attached.push(part.fileName?.normalize('NFC') ?? part.type);
}

/** A message that another one passes on stands in its text, below its own heading. */
function addForwarded(message: Part, level: number, reading: Reading): void {
  const before = reading.blocks.length;
  reading.blocks.push({ kind: 'heading', level: Math.min(level, DEEPEST_HEADING), text: headingOfMessage(message), line: reading.shown.length + 1, runIn: false });
  addMessage(message, level + 1, reading);
  if (reading.blocks.length === before + 1) reading.blocks.pop();
}

function addText(kind: Body['kind'], part: Part, level: number, open: (source: string) => Uint8Array | null, reading: Reading): void {
  if (part.content().every((byte) => byte <= 0x20)) return;
  const { text } = decodeNamed(part.content(), reading.name, part.params.get('charset'));
  const nth = reading.shown.length;
  if (kind === 'html') addPage(readPage(text, reading.name, { open, prepare: dropPreview, factsOf: (root) => noteLanguage(root, reading) }), level, reading);
  const lines = kind === 'html' ? text.split('\n') : linesOf(text, part);
  if (kind === 'text') addTyped(lines, nth, reading.blocks);
  for (const line of lines) reading.shown.push(line);
}

/** A message's own facts are in its head; of its text only its language is asked. */
function noteLanguage(root: Element, { facts }: Reading): ReportFacts {
  const language = first(root, 'html')?.attributes['lang'];
  if (language) facts.language ??= language;
  return {};
}

function addPage(page: BlockSource, level: number, reading: Reading): void {
  const before = reading.shown.length;
  const pictures = reading.pictures.length;
  const keyOf = (key: string): string => (before === 0 ? key : `${before}-${key}`);
  for (const block of page.blocks) {
    if (block.kind === 'heading') reading.blocks.push({ ...block, level: Math.min(block.level + level - 1, DEEPEST_HEADING), line: block.line + before, notes: block.notes?.map(keyOf) });
    else {
      const typed = block.typed?.map((line) => ({ ...line, n: line.n + before }));
      reading.blocks.push({
        ...block, line: block.line + before, lastLine: block.lastLine + before, picture: block.picture === null ? null : block.picture + pictures,
        notes: block.notes.map(({ key, offset }) => ({ key: keyOf(key), offset })), ...(typed ? { typed } : {}),
      });
    }
  }
  for (const note of page.notes) reading.notes.push({ ...note, key: keyOf(note.key), line: note.line + before });
  reading.pictures.push(...page.pictures);
  reading.warnings.push(...page.warnings);
}

function linesOf(text: string, { params }: Part): string[] {
  const isFlowed = params.get('format')?.toLowerCase() === 'flowed';
  return apartByDepth((isFlowed ? unflow(text, params.get('delsp')?.toLowerCase() === 'yes') : text).split('\n').map((line) => line.trimEnd()));
}

/** Plain text is cut up where other typed texts are. */
function addTyped(lines: readonly string[], before: number, blocks: SourceBlock[]): void {
  const typed = readText(lines.join('\n')).lines.map((line) => ({ ...line, n: line.n + before, mark: false }));
  if (typed.length === 0) return;
  blocks.push({
    kind: 'paragraph', text: typed.map((line) => line.text).join(' '), notes: [], typed, line: typed[0]!.n, lastLine: typed.at(-1)!.n,
    tags: null, ref: null, pages: { from: null, to: null }, picture: null,
  });
}

/** @returns whether it was one to keep, or too small to be looked at */
function addPicture(part: Part, at: number, { blocks, pictures }: Reading): boolean {
  const picture = readPicture(part.content());
  if (picture === 'unknown') return false;
  if (picture === 'ornament') return true;
  const line = Math.max(1, blocks[at - 1]?.line ?? 1);
  blocks.splice(at, 0, { kind: 'figure', text: 'Picture without a caption', notes: [], line, lastLine: line, tags: null, ref: null, pages: { from: null, to: null }, picture: pictures.length });
  pictures.push(picture);
  return true;
}

/**
 * The subject stands above the text, whose headings go below it, unless the text begins with a title of its own above
 * other headings.
 */
function titled(blocks: readonly SourceBlock[], title: string | undefined): SourceBlock[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const [own] = blocks;
  if (title === undefined || (own?.kind === 'heading' && levels.length > 1 && levels.filter((level) => level <= own.level).length === 1)) return [...blocks];
  const lower = (block: SourceBlock): SourceBlock => (block.kind === 'heading' ? { ...block, level: Math.min(block.level + 1, DEEPEST_HEADING) } : block);
  return [{ kind: 'heading', level: 1, text: title, line: 1, runIn: false }, ...blocks.map(lower)];
}

function namedFiles(files: readonly string[]): string {
  const named = files.slice(0, NAMED_AT_MOST).map((file) => `“${file}”`).join(', ');
  return files.length > NAMED_AT_MOST ? `${named} and ${files.length - NAMED_AT_MOST} more` : named;
}

function attachedWarning(files: readonly string[]): ImportWarning {
  const one = files.length === 1;
  return { code: 'attachment-unread', message: `${one ? 'A file' : `${files.length} files`} sent with this message ${one ? 'was' : 'were'} not read: ${namedFiles(files)}. Save ${one ? 'it' : 'them'} from your mail program, and import ${one ? 'it' : 'them'}.`, line: null };
}

function withoutText(message: Part, name: string, files: readonly string[]): AttacheError {
  if (isLocked(message)) return new AttacheError('file-not-text', `“${name}” is an encrypted or sealed message, which Attaché cannot open. Nothing was imported. Open it in your mail program, save its text or the files sent with it, and import these.`);
  if (files.length === 0) return new AttacheError('file-empty', `“${name}” is a message without text. Nothing was imported. Save it again from your mail program.`);
  return new AttacheError('file-empty', `“${name}” is a message without text of its own. It was sent with ${namedFiles(files)}. Nothing was imported. Save ${files.length === 1 ? 'this file' : 'these files'} from your mail program, and import ${files.length === 1 ? 'it' : 'them'}.`);
}
