import { describe, expect, test } from 'vitest';
import { decode } from '../../../db/import/decode.ts';
import { AttacheError } from '../../../db/model/errors.ts';

const WORDS = 'Hafenführer: “Amber Coast”, 3 % – Café';
const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) => Uint8Array.from([...text].flatMap((letter) => {
  const code = letter.charCodeAt(0);
  return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
}));
/** The beginning of a compound file, and one name of its directory. */
const compound = (name: string) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(1000), ...utf16(name, false), ...new Uint8Array(1000)]);
const failure = (content: Uint8Array): AttacheError => {
  try {
    decode(content, 'report.txt');
  } catch (error) {
    return error as AttacheError;
  }
  throw new Error('it was read');
};

describe('a text is read whatever it was saved in', () => {
  test.each([
    ['UTF-8', bytes(WORDS)],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(WORDS)])],
    ['UTF-16 little-endian with a mark', Uint8Array.from([0xff, 0xfe, ...utf16(WORDS, false)])],
    ['UTF-16 big-endian with a mark', Uint8Array.from([0xfe, 0xff, ...utf16(WORDS, true)])],
    ['UTF-16 little-endian without one', utf16(WORDS, false)],
    ['UTF-16 big-endian without one', utf16(WORDS, true)],
    ['Windows-1252', Uint8Array.from([...'Hafenf'].map((c) => c.charCodeAt(0)).concat(0xfc, ...[...'hrer: '].map((c) => c.charCodeAt(0)), 0x93, ...[...'Amber Coast'].map((c) => c.charCodeAt(0)), 0x94, ...[...', 3 % '].map((c) => c.charCodeAt(0)), 0x96, ...[...' Caf'].map((c) => c.charCodeAt(0)), 0xe9))],
  ])('%s', (_name, content) => {
    expect(decode(content, 'report.txt').text).toBe(WORDS);
  });

  test('UTF-8 with a line that was pasted from an older program, and a sign that was cut', () => {
    const western = Uint8Array.from([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x43, 0x61, 0x66, 0xe9, 0x0a]);
    expect(decode(Uint8Array.from([...bytes(`${WORDS}\n`), ...western, ...bytes(`${WORDS} € `), 0xe2, 0x82]), 'report.txt').text).toBe(`${WORDS}\n“A” – Café\n${WORDS} € â‚`);
  });

  test('Vietnamese in an older encoding has its tones on their letters', () => {
    expect(decode(Uint8Array.from([0x54, 0x69, 0xea, 0xec, 0x6e, 0x67, 0x20, 0x56, 0x69, 0xea, 0xf2, 0x74]), 'report.txt', 'windows-1258').text).toBe('Tiếng Việt');
  });

  test('line ends of every system become one', () => {
    expect(decode(bytes('a\r\nb\rc\nd'), 'report.txt').text).toBe('a\nb\nc\nd');
  });
});

describe('what is no text is refused with a sentence', () => {
  test.each([
    ['nothing', new Uint8Array(), 'file-empty', /is empty/],
    ['only blanks', bytes(' \n\t \n'), 'file-empty', /only blanks/],
    ['a program', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'file-not-text', /no readable text/],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'file-not-text', /ZIP file, but neither a Word document, an OpenDocument text nor an EPUB/],
    ['RTF', bytes('{\\rtf1 Ember has two piers.}'), 'file-not-text', /an RTF file.*save it as DOCX/],
    ['RTF behind a mark and a blank line', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('\r\n{\\rtf1 Ember has two piers.}')]), 'file-not-text', /an RTF file/],
    ['a message of Outlook', compound('__substg1.0_0037001F'), 'file-not-text', /Outlook’s own format \(\.msg\).*save it as HTML or text/],
    ['an old Word file', compound('WordDocument'), 'file-not-text', /old Word file.*save it as DOCX/],
    ['an old Excel file', compound('Workbook'), 'file-not-text', /old Excel file/],
    ['a locked file', compound('EncryptedPackage'), 'file-not-text', /locked with a password\. Save it without one/],
    ['another old file', compound('Contents'), 'file-not-text', /old Office file/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'file-not-text', /picture/],
  ])('%s', (_name, content, code, sentence) => {
    const error = failure(content);
    expect(error).toBeInstanceOf(AttacheError);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
    expect(error.message).toContain('Nothing was imported');
  });
});

test.each([
  ['shift_jis', '港の条約は大嵐の翌年に結ばれ、外国の水先人に四つの港が開かれた。カンボジアとベトナムの協力は続いている。', '8d6082cc8ff096f182cd91e5979282cc9782944e82c98c8b82ce82ea81418a4f8d9182cc908590e6906c82c98e6c82c282cc8d6082aa8a4a82a982ea82bd8142834a8393837b8357834182c6837883678369838082cc8ba697cd82cd91b182a282c482a282e98142'],
  ['euc-jp', '港の条約は大嵐の翌年に結ばれ、外国の水先人に四つの港が開かれた。カンボジアとベトナムの協力は続いている。', 'b9c1a4cebef2ccf3a4cfc2e7cdf2a4cecde2c7afa4cbb7eba4d0a4eca1a2b3b0b9f1a4cebfe5c0e8bfcda4cbbbcda4c4a4ceb9c1a4acb3aba4aba4eca4bfa1a3a5aba5f3a5dca5b8a5a2a4c8a5d9a5c8a5caa5e0a4ceb6a8cecfa4cfc2b3a4a4a4c6a4a4a4eba1a3'],
  ['euc-kr', '큰 폭풍이 있은 다음 해에 항구 조약이 체결되었고 외국 도선사에게 네 개의 항구가 열렸다. 두 나라의 협력은 지금도 이어지고 있다.', 'c5ab20c6f8c7b3c0cc20c0d6c0ba20b4d9c0bd20c7d8bfa120c7d7b1b820c1b6bee0c0cc20c3bcb0e1b5c7befab0ed20bfdcb1b920b5b5bcb1bbe7bfa1b0d420b3d720b0b3c0c720c7d7b1b8b0a120bfadb7c8b4d92e20b5ce20b3aab6f3c0c720c7f9b7c2c0ba20c1f6b1ddb5b520c0ccbeeec1f6b0ed20c0d6b4d92e'],
  ['gb18030', '大风暴之后的第二年签订了港口条约，四个港口向外国的引水员开放。两国的合作一直在继续，没有人希望它结束。', 'b4f3b7e7b1a9d6aebaf3b5c4b5dab6fec4eac7a9b6a9c1cbb8dbbfdaccf5d4bca3accbc4b8f6b8dbbfdacff2cde2b9fab5c4d2fdcbaed4b1bfaab7c5a1a3c1bdb9fab5c4bacfd7f7d2bbd6b1d4dabcccd0f8a3acc3bbd3d0c8cbcfa3cdfbcbfcbde1caf8a1a3'],
  ['big5', '大風暴之後的第二年簽訂了港口條約，四個港口向外國的引水員開放。兩國的合作一直在繼續，沒有人希望它結束。', 'a46aadb7bcc9a4a7abe1aabab2c4a447a67ec3b1ad71a446b4e4a466b1f8acf9a141a57cadd3b4e4a466a656a57eb0eaaabaa4dea4f4adfbb67da9f1a143a8e2b0eaaabaa658a740a440aabda662c47ec4f2a141a853a6b3a448a7c6b1e6a5a6b5b2a7f4a143'],
  ['windows-874', 'สนธิสัญญาท่าเรือได้รับการลงนามในปีหลังพายุใหญ่ และท่าเรือสี่แห่งเปิดให้นำร่องต่างชาติ ความร่วมมือของสองประเทศยังดำเนินต่อไป', 'cab9b8d4cad1adadd2b7e8d2e0c3d7cde4b4e9c3d1baa1d2c3c5a7b9d2c1e3b9bbd5cbc5d1a7bed2c2d8e3cbade820e1c5d0b7e8d2e0c3d7cdcad5e8e1cbe8a7e0bbd4b4e3cbe9b9d3c3e8cda7b5e8d2a7aad2b5d420a4c7d2c1c3e8c7c1c1d7cda2cda7cacda7bbc3d0e0b7c8c2d1a7b4d3e0b9d4b9b5e8cde4bb'],
  ['windows-1251', 'Договор о гаванях был подписан через год после большой бури, и четыре порта открылись для иностранных лоцманов.', 'c4eee3eee2eef020ee20e3e0e2e0edfff520e1fbeb20efeee4efe8f1e0ed20f7e5f0e5e720e3eee420efeef1ebe520e1eeebfcf8eee920e1f3f0e82c20e820f7e5f2fbf0e520efeef0f2e020eef2eaf0fbebe8f1fc20e4ebff20e8edeef1f2f0e0ededfbf520ebeef6ece0edeee22e'],
  ['koi8-r', 'Договор о гаванях был подписан через год после большой бури, и четыре порта открылись для иностранных лоцманов.', 'e4cfc7cfd7cfd220cf20c7c1d7c1ced1c820c2d9cc20d0cfc4d0c9d3c1ce20dec5d2c5da20c7cfc420d0cfd3ccc520c2cfccd8dbcfca20c2d5d2c92c20c920dec5d4d9d2c520d0cfd2d4c120cfd4cbd2d9ccc9d3d820c4ccd120c9cecfd3d4d2c1ceced9c820cccfc3cdc1cecfd72e'],
  ['windows-1253', 'Η συνθήκη των λιμανιών υπογράφηκε έναν χρόνο μετά τη μεγάλη καταιγίδα και τέσσερα λιμάνια άνοιξαν για ξένους πλοηγούς.', 'c720f3f5ede8deeae720f4f9ed20ebe9ece1ede9feed20f5f0efe3f1dcf6e7eae520ddede1ed20f7f1fcedef20ece5f4dc20f4e720ece5e3dcebe720eae1f4e1e9e3dfe4e120eae1e920f4ddf3f3e5f1e120ebe9ecdcede9e120dcedefe9eee1ed20e3e9e120eeddedeff5f220f0ebefe7e3effdf22e'],
  ['windows-1256', 'وقعت معاهدة الموانئ في العام الذي تلا العاصفة الكبيرة وفتحت أربعة موانئ أمام المرشدين الأجانب.', 'e6dedaca20e3dac7e5cfc920c7e1e3e6c7e4c620dded20c7e1dac7e320c7e1d0ed20cae1c720c7e1dac7d5ddc920c7e1dfc8edd1c920e6ddcacdca20c3d1c8dac920e3e6c7e4c620c3e3c7e320c7e1e3d1d4cfede420c7e1c3ccc7e4c82e'],
  ['windows-1252', 'L’accord des ports fut signé l’année d’après la grande tempête; quatre ports ont été ouverts aux pilotes étrangers – à Ember déjà.', '4c926163636f72642064657320706f72747320667574207369676ee9206c92616e6ee965206492617072e873206c61206772616e64652074656d70ea74653b2071756174726520706f727473206f6e7420e974e9206f757665727473206175782070696c6f74657320e97472616e67657273209620e020456d6265722064e96ae02e'],
])('text in %s is read as what it says', (encoding, text, hex) => {
  const file = Buffer.concat([Buffer.from('Memo 12\n\n'), Buffer.from(hex, 'hex')]);
  expect(decode(file, 'memo.txt')).toEqual({ text: `Memo 12\n\n${text}`, encoding });
});
