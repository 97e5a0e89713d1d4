/** How much of a file is looked at, in bytes, from the first byte that is no ASCII. */
const SAMPLE = 32_768;
/** So few letters tell nothing. */
const LETTERS_AT_LEAST = 12;

interface Candidate {
  encoding: string;
  /** Letters of the script; what else is not ASCII must be rare. */
  script: RegExp;
  /** The commonest of them, and the share that they have at least in running text; wrong readings stay far below. */
  common: RegExp;
  share: number;
}

const HAN_SIMPLIFIED = /[的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长政经济关系安全合]/gu;
const HAN_TRADITIONAL = /[的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長政濟關係安全合與]/gu;
const PUNCTUATION = '\\u2010-\\u2027\\u3000-\\u303f\\uff00-\\uff65';

/** Encodings that older files outside the west are in, each known by the letters that a text in its languages is full of. */
const CANDIDATES: readonly Candidate[] = [
  ...['shift_jis', 'euc-jp'].map((encoding) => ({ encoding, script: new RegExp(`[\\u3040-\\u30ff\\u4e00-\\u9fff${PUNCTUATION}]`, 'gu'), common: /[\u3041-\u30ff]/gu, share: 0.2 })),
  { encoding: 'euc-kr', script: new RegExp(`[\\uac00-\\ud7a3\\u4e00-\\u9fff${PUNCTUATION}]`, 'gu'), common: /[이다는을의에가고하지로한사은도리기를인어과나시대정]/gu, share: 0.25 },
  { encoding: 'gb18030', script: new RegExp(`[\\u4e00-\\u9fff${PUNCTUATION}]`, 'gu'), common: HAN_SIMPLIFIED, share: 0.15 },
  { encoding: 'big5', script: new RegExp(`[\\u4e00-\\u9fff${PUNCTUATION}]`, 'gu'), common: HAN_TRADITIONAL, share: 0.15 },
  { encoding: 'windows-874', script: /[\u0e01-\u0e5b]/gu, common: /[านรกอเงมยลวดทสตะปบคหแจพช่้ัีิ็์]/gu, share: 0.75 },
  ...['windows-1251', 'koi8-r', 'iso-8859-5'].map((encoding) => ({ encoding, script: /[\u0400-\u04ff]/gu, common: /[оеаинтсрвліу]/gu, share: 0.5 })),
  { encoding: 'windows-1253', script: /[\u0370-\u03ff]/gu, common: /[αοιετνσςηρπκμλυάόίέή]/gu, share: 0.6 },
  { encoding: 'windows-1256', script: /[\u0600-\u06ff]/gu, common: /[اليمنوربتةدعس]/gu, share: 0.6 },
  { encoding: 'windows-1255', script: /[\u0590-\u05ff]/gu, common: /[יוהלאמרתבנ]/gu, share: 0.55 },
];
/** Of what is no ASCII, so much belongs to the script. */
const SCRIPT_AT_LEAST = 0.92;
/** Western texts have letters with accents one at a time; where they stand in rows longer than this on average, it is another script. */
const ROW = 1.7;

/**
 * Guesses the encoding of a text that is neither UTF-8 nor UTF-16: it is read in each encoding that can be, and the one
 * counts in which the commonest letters of its languages are as frequent as they are in running text.
 * @returns a label for TextDecoder; "windows-1252", which every Latin-1 file is, where nothing speaks for another
 */
export function guessEncoding(bytes: Uint8Array): string {
  const from = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(Math.max(0, from), from + SAMPLE);
  if (from < 0 || rowLength(sample) < ROW) return 'windows-1252';
  let best = { encoding: 'windows-1252', score: 1 };
  for (const { encoding, script, common, share } of CANDIDATES) {
    const text = read(sample, encoding);
    const letters = text?.replace(/[\0-\x7f\u00a0]/g, '') ?? '';
    if (letters.length < LETTERS_AT_LEAST || count(letters, script) < letters.length * SCRIPT_AT_LEAST) continue;
    const score = count(letters, common) / letters.length / share;
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** How many bytes beyond ASCII stand together, on average. */
function rowLength(sample: Uint8Array): number {
  let bytes = 0;
  let rows = 0;
  sample.forEach((byte, at) => {
    if (byte < 0x80) return;
    bytes += 1;
    if (at === 0 || sample[at - 1]! < 0x80) rows += 1;
  });
  return bytes / (rows || 1);
}

/** @returns null where the bytes are none of this encoding's */
function read(sample: Uint8Array, encoding: string): string | null {
  try {
    // The sample may end within a letter.
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
