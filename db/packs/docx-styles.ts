import { AlignmentType, BorderStyle, convertMillimetersToTwip, LevelFormat, LineRuleType, type ILevelsOptions, type IParagraphStyleOptions, type IPropertiesOptions } from 'docx';

const BODY = 'Cambria';
const SANS = 'Calibri';
const BLACK = '000000';

/** How far lines stand apart, in 240ths of one. The rule is written down: LibreOffice takes a height without one for exact, and cuts pictures. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

const heading = (size: number) => ({
  run: { font: SANS, size, bold: true, color: BLACK }, paragraph: { keepNext: true, keepLines: true, spacing: { before: size * 10, after: 80 } },
});

const own = (id: string, name: string, run: IParagraphStyleOptions['run'], paragraph: IParagraphStyleOptions['paragraph']): IParagraphStyleOptions => (
  { id, name, basedOn: 'Normal', quickFormat: true, run: run ?? {}, paragraph: paragraph ?? {} });

/** The styles of a pack in Word: text of 11 points, black, the names of Word's own styles where there are any. Sizes are half points. */
export function stylesOf(language: string): NonNullable<IPropertiesOptions['styles']> {
  return {
    default: {
      document: {
        run: { font: BODY, size: 22, color: BLACK, language: { value: language === 'en' ? 'en-GB' : language, eastAsia: 'ja-JP', bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 120, ...lines(276) } },
      },
      title: { run: { font: SANS, size: 52, bold: true, color: BLACK }, paragraph: { spacing: { before: 1200, after: 160 } } },
      heading1: heading(32), heading2: heading(27), heading3: heading(24), heading4: heading(22), heading5: heading(22),
      footnoteText: { run: { font: BODY, size: 18 }, paragraph: { spacing: { after: 40, ...lines(240) } } },
    },
    paragraphStyles: [
      own('BodyText', 'Body Text', {}, {}),
      own('Subtitle', 'Subtitle', { font: SANS, size: 28 }, { spacing: { after: 360 } }),
      own('Quote', 'Quote', {}, { indent: { left: 400, right: 400 }, spacing: { before: 120, after: 160 } }),
      own('PullQuote', 'Pull Quote', { italics: true, size: 24 }, { indent: { left: 700, right: 700 }, spacing: { before: 120, after: 200 } }),
      own('Caption', 'caption', { font: SANS, size: 19, bold: true }, { keepNext: true }),
      own('ListBullet', 'List Bullet', {}, { spacing: { after: 60 } }),
      own('Source', 'Source', { font: SANS, size: 19 }, { keepNext: true, spacing: { after: 120 } }),
      own('Remark', 'Remark', { font: SANS, size: 18, italics: true }, { keepNext: true, spacing: { before: 200 }, indent: { left: 400, right: 400 }, border: { left: { style: BorderStyle.SINGLE, size: 6, space: 8, color: BLACK } } }),
      own('AsSet', 'Table as Set', { font: 'Courier New', size: 17 }, { alignment: AlignmentType.LEFT, spacing: lines(240) }),
      own('TableText', 'Table Text', { font: SANS, size: 18 }, { spacing: { after: 20, ...lines(240) } }),
      own('Entry', 'Index Entry', { size: 20 }, { indent: { left: 300, hanging: 300 }, spacing: { after: 30, ...lines(240) } }),
      own('Marking', 'Marking', { font: SANS, size: 18, bold: true }, { alignment: AlignmentType.CENTER, spacing: { after: 0, ...lines(240) } }),
      own('PageNumber', 'Page Line', { font: SANS, size: 17 }, { alignment: AlignmentType.CENTER, spacing: { after: 40, ...lines(240) } }),
      own('ContentsHeading', 'TOC Heading', { font: SANS, size: 32, bold: true }, { keepNext: true, spacing: { before: 480, after: 120 } }),
    ],
  };
}

/** Lists ten levels deep: Word knows nine, a deeper one stands on the ninth. */
export const DEEPEST_LIST = 8;
const levels = (format: ILevelsOptions['format'], text: (level: number) => string, start: number): ILevelsOptions[] => (
  Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level, format: format ?? LevelFormat.BULLET, text: text(level), start: level === 0 ? start : 1,
    alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 300 } } },
  })));

export const BULLETS = { reference: 'points', levels: levels(LevelFormat.BULLET, (level) => (level % 2 === 0 ? '•' : '–'), 1) };

/** A row of numbers for one ordered list, so that each begins where its author let it. */
export function numbersOf(reference: string, start: number): { reference: string; levels: ILevelsOptions[] } {
  return { reference, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start) };
}

const PAPER = { A4: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }, Letter: { width: 12240, height: 15840 } };
const MARGIN = { upright: convertMillimetersToTwip(30), turned: convertMillimetersToTwip(25), above: convertMillimetersToTwip(26) };

/** A page of the pack's paper, in twentieths of a point; a page on its side for what is wide. */
export function pageOf(paper: keyof typeof PAPER, turned: boolean): { width: number; height: number; side: number; above: number; text: number } {
  const { width, height } = PAPER[paper];
  const side = turned ? MARGIN.turned : MARGIN.upright;
  return { width, height, side, above: MARGIN.above, text: (turned ? height : width) - 2 * side };
}
