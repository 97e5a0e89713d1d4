/** Radicals that fonts share with the signs of words, and the forms that Arabic letters take beside each other: nobody types them in a search. */
const FORMS = /[\u2f00-\u2fdf\ufb50-\ufdcf\ufe70-\ufefc]/g;
/**
 * The supplementary radicals that are words too, each before the sign that is typed (Unicode, EquivalentUnifiedIdeograph):
 * Chromium writes the radical where a font draws both alike.
 */
const RADICALS = '⺁厂⺟母⺠民⺩王⺫目⺬示⺮竹⺻聿⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const WORDS = new Map(Array.from({ length: RADICALS.length / 2 }, (_none, at) => [RADICALS[2 * at]!, RADICALS[2 * at + 1]!]));
const RADICAL = /[\u2e80-\u2ef3]/g;
/** Thai and Lao write one vowel with two signs in a file, and a mark of tone between them. */
const SPLIT_VOWELS = /[\u0e4d\u0ecd]([\u0e48-\u0e4b\u0ec8-\u0ecb]?)([\u0e32\u0eb2])/g;
const VOWELS: Record<string, string> = { '\u0e32': '\u0e33', '\u0eb2': '\u0eb3' };

/** @returns a text with the signs that are typed, for those that stand in the file only because a font draws them so */
export function asTyped(text: string): string {
  return text.replace(FORMS, (sign) => sign.normalize('NFKC')).replace(RADICAL, (sign) => WORDS.get(sign) ?? sign).replace(SPLIT_VOWELS, (_signs, tone: string, vowel: string) => tone + VOWELS[vowel]!);
}
