import { isName } from './signatures.ts';

const BY = /^(?:(?:written |edited )?by|authors?:|von|par|por|di|door|oleh:?|penulis:|tác giả:|av|af)\s+(\p{Lu}.{2,120})$/iu;
/** "作者：", "文／", "글": what stands before names that are written without capitals. */
const EASTERN_BY = /^(?:作者|著者|執筆者?|执笔|撰文|文責|文|저자|글쓴이|글)\s?(?:[:：／/]\s?|\s)(.{2,60})$/u;
const BETWEEN_NAMES = /\s*(?:,|;|&|[、，；]|\s(?:and|und|et|y|e|en|dan|og|och|và)\s)\s*/;
/** Words of offices, bodies, titles and markings, which are written like names. */
const NO_PERSON = /\b(?:fellows?|directors?|professors?|editors?|analysts?|ministers?|secretary|ambassadors?|president|chair|head|senior|staff|team|correspondent|institutes?|universit\w+|ministry|ministère|ministerium|kementerian|embassy|botschaft|ambassade|kedutaan|department|division|directorate|delegation|referat|cent(?:er|re)s?|council|bank|press|research|studies|programme?|policy|foundation|office|agency|commission|group|report|law|decree|order|sea|land|air|inc|ltd|for|release|embargo\w*|immediate|confidential|restricted|unclassified|secret)\b/i;
/** Names in signs and syllables: family name and given name in two to four of them, or foreign ones with a dot between. */
const EASTERN = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,3}[ \u3000]\p{Script=Han}{1,3}|\p{Script=Han}{1,2}[ \u3000]?\p{Script=Hiragana}{2,4}|[김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진나지엄원] ?\p{Script=Hangul}{2}|\p{Script=Katakana}[\p{Script=Katakana}ー]*(?:[・·=＝][\p{Script=Katakana}ー]+)+)$/u;
/** Frequent family names of China: "李明 王芳" are two persons, "田中 花子" is one. */
const TWO_CHINESE = /^([王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐]\p{Script=Han}{1,2})[ \u3000]([王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐]\p{Script=Han}{1,2})$/u;
/** What bodies, offices and parts of a text end with in these scripts, or are called. */
const NO_EASTERN = /[省庁廳局部課课会會院社所室党黨国國県县市区區学學大報报訊讯材料書书論论文言旨要約约章節节史処表版稿訳译案録录集号期回日月年처청원부실국과회]$|^(?:声明|聲明|讲话|講話|演说|演説|談話|谈话|宣言|通知|公告|公示|説明|评论|評論|社説|意見|意见|提言|答申|纪要|改訂|修订|概要|背景|目次|目录|目錄|序|前言|結論|结论|摘要|요약|서론|결론|목차|배경)/u;

/** @returns the persons that a line names, and nothing else: "A", "A and B", "A, B and C"; null for any other line */
export function namesOf(line: string): string[] | null {
  const names = line.split(BETWEEN_NAMES).flatMap((name) => TWO_CHINESE.exec(name)?.slice(1) ?? [name]).filter(Boolean);
  return names.length > 0 && names.every((name) => (isName(name) && !NO_PERSON.test(name)) || (EASTERN.test(name) && !NO_EASTERN.test(name))) ? names : null;
}

/** @returns true for a name that only what stands beside it tells from other words of as many signs */
export const isEasternName = (name: string): boolean => EASTERN.test(name);

/** @returns the persons that a line says it is by: "By A and B"; null for any other line */
export function bylineOf(line: string): string[] | null {
  const names = BY.exec(line)?.[1] ?? EASTERN_BY.exec(line)?.[1];
  return names === undefined ? null : namesOf(names);
}
