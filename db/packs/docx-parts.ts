import { FootnoteReferenceRun, HeadingLevel, ImageRun, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { PackPicture } from '../model/pack.ts';

/** What is set into one Word document: which notes were called before, and how many ordered lists were begun. */
export interface DocxWork {
  called: Set<number>;
  lists: number;
}

/** Text as XML can hold it: control characters, lone surrogates and non-characters become U+FFFD. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd');
}

/** True where the first letter of a text is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

export interface RunLook {
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  font?: string;
  rightToLeft?: boolean;
}

/** One stretch of text, its white space as it stands on one line. */
export function textRun(text: string, look: RunLook = {}): TextRun {
  return new TextRun({ text: clean(text).replace(/\s+/g, ' '), ...look });
}

/** Text whose line breaks are kept. */
export function lineRuns(text: string, look: RunLook = {}): TextRun[] {
  return clean(text).split('\n').map((line, at) => new TextRun({ text: line, ...look, ...(at === 0 ? {} : { break: 1 }) }));
}

/**
 * The call of a note. Word numbers its notes in the order of their calls, which is the pack's; a second call to the
 * same note is the number itself, or Word would count it as another.
 */
export function callRun(number: number, work: DocxWork): ParagraphChild {
  if (work.called.has(number)) return new TextRun({ text: String(number), superScript: true });
  work.called.add(number);
  return new FootnoteReferenceRun(number);
}

/** A paragraph in one of the document's styles, set in the direction of its words. */
export function styled(style: string, words: string, children: ParagraphChild[] = directed(words), more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style, ...(isRightToLeft(words) ? { bidirectional: true } : {}), ...more, children });
}

function directed(words: string): ParagraphChild[] {
  return [textRun(words, isRightToLeft(words) ? { rightToLeft: true } : {})];
}

const RANKS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const;

/** A heading: rank 2, the highest below the title, is Word's Heading 1. */
export function headingOf(rank: number, words: string, children: ParagraphChild[] = directed(words)): Paragraph {
  return new Paragraph({ heading: RANKS[Math.min(RANKS.length, Math.max(2, rank) - 1) - 1]!, ...(isRightToLeft(words) ? { bidirectional: true } : {}), children });
}

/** The widest and the highest that a picture may be on an upright page, in pixels of a 96th of an inch: 150 by 200 mm. */
const PICTURE = { width: 567, height: 756 };

/** A picture of a report in a paragraph of its own, as large as it is there, but no larger than the page. */
export function pictureParagraph({ mime, width, height, base64 }: PackPicture, alt: string): Paragraph {
  const scale = Math.min(1, PICTURE.width / width, PICTURE.height / height);
  const image = new ImageRun({
    type: mime === 'image/png' ? 'png' : 'jpg', data: Buffer.from(base64, 'base64'), transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: clean(alt).slice(0, 200), title: '', description: clean(alt).slice(0, 1000) },
  });
  return new Paragraph({ style: 'BodyText', keepNext: true, children: [image] });
}
