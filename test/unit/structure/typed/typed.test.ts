import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../helpers/drafts.ts';

const kinds = (text: string): [string, string][] => draftOf(text).passages.map((passage) => [passage.kind, passage.text]);
const outline = (text: string): unknown[] => draftOf(text).chapters.map(({ title, sections }) => (sections.length === 0 ? title : [title, ...sections.map((section) => `${section.level} ${section.title}`)]));

const BODY = 'The channel was dredged in 2004, and the pilots were paid for it\nout of the dues, which the council raised twice.';
const JOINED = BODY.replace('\n', ' ');

describe('lists in a typed text', () => {
  test('dashes, stars, numbers and letters begin items; what follows is a paragraph', () => {
    expect(kinds(`${BODY}\n\n- Keep the channel open\n  in winter.\n- Pay the pilots.\n\n* A star.\n\n* Two stars.\n\n1. First.\n2. Second.\n\na) Low water.\nb) High water.\n\nAfterwards the council meets.`)).toEqual([
      ['paragraph', JOINED], ['list-item', 'Keep the channel open in winter.'], ['list-item', 'Pay the pilots.'], ['list-item', 'A star.'], ['list-item', 'Two stars.'],
      ['list-item', 'First.'], ['list-item', 'Second.'], ['list-item', 'Low water.'], ['list-item', 'High water.'], ['paragraph', 'Afterwards the council meets.'],
    ]);
  });

  test('items stand right below their sentence where it ends in a colon', () => {
    expect(kinds('The council has two tasks:\n- dredging\n- pilotage')).toEqual([['paragraph', 'The council has two tasks:'], ['list-item', 'dredging'], ['list-item', 'pilotage']]);
  });

  test('a paragraph stands right behind a list whose items hang', () => {
    expect(kinds('- Keep the channel open in winter\n  and in summer.\n- Pay the pilots, and\n  the lamps.\nThe council meets in May.').at(-1)).toEqual(['paragraph', 'The council meets in May.']);
  });

  test.each([
    ['a dash in a wrapped line', 'The harbour of Aldmoor has four piers and a dry dock\n- the last one on the coast - which nobody uses.'],
    ['a negative number', 'The balance of the port fell in the year of the loan from\n-5 million crowns to\n-7 million crowns, and it fell again.'],
    ['a year at a line’s beginning', 'The loan was signed in the spring of the year before\n2005. It was never paid out, since no guarantee was given.'],
    ['a line of dialogue', '— Who paid for the channel?'],
  ])('%s is no item', (_name, text) => {
    expect(kinds(text)).toEqual([['paragraph', text.replaceAll('\n', ' ')]]);
  });

  test('lines behind ">" are a quotation', () => {
    expect(kinds('Ben wrote:\n\n> The pilots were\n> paid in 2004.\n>\n> Nobody asked.\n\nThat is not so.')).toEqual([
      ['paragraph', 'Ben wrote:'], ['quotation', 'The pilots were paid in 2004.'], ['quotation', 'Nobody asked.'], ['paragraph', 'That is not so.'],
    ]);
  });

  test('lines that are set in are a quotation, and columns a table', () => {
    expect(kinds(`${BODY}\n\n      The pilots were paid,\n      and the lamps were lit.\n\nPort        Loan     Paid\nAldmoor     12       4\n\n${BODY}`)).toEqual([
      ['paragraph', JOINED], ['quotation', 'The pilots were paid, and the lamps were lit.'], ['table', 'Port | Loan | Paid\nAldmoor | 12 | 4'], ['paragraph', JOINED],
    ]);
  });
});

test('lines in scripts without blanks are joined without one', () => {
  expect(kinds('港長は月曜日、契約が解決するまで水先人は第四泊地より上流の船に乗らな\nいと述べた。港は二年に十一人の水先人を失ったという。')).toEqual([['paragraph', '港長は月曜日、契約が解決するまで水先人は第四泊地より上流の船に乗らないと述べた。港は二年に十一人の水先人を失ったという。']]);
  expect(kinds('항만청장은 월요일 계약이 해결될 때까지 도선사들이 배에 오르지 않을 것이라고\n말했다. 항구는 두 겨울 동안 열한 명의 도선사를 잃었다.').at(-1)![1]).toContain('것이라고 말했다');
});

describe('lines that stand below each other on purpose', () => {
  test('are passages by themselves: letterheads, addresses, who signed', () => {
    expect(kinds(`Harbour Council\nOffice of the Chair\n12 March\n\n${BODY}\n\nIvo Brandt\nChair of the Council\nTel. 555 0147`).map(([, text]) => text)).toEqual(['Harbour Council', 'Office of the Chair', '12 March', JOINED, 'Ivo Brandt', 'Chair of the Council', 'Tel. 555 0147']);
  });

  test('but not verse, a sentence, or a title over two lines', () => {
    expect(kinds(`${BODY}\n\n      The pilots were paid\n      And the lamps were lit.\n\n${BODY}`)[1]).toEqual(['quotation', 'The pilots were paid And the lamps were lit.']);
    expect(kinds(`${BODY}\n\nThe council met.\nNobody came.`)[1]![1]).toBe('The council met. Nobody came.');
    const draft = draftOf(`Ports without Piers: Credit and Cargo\nin Small States\n\nAda Merrow and Ben Castell\n\nMay 2023\n\n${BODY}`);
    expect([draft.report.title, draft.report.date, draft.chapters[0]!.authors]).toEqual(['Ports without Piers: Credit and Cargo in Small States', '2023-05', ['Ada Merrow', 'Ben Castell']]);
  });
});

test('paragraphs that are counted keep their numbers', () => {
  const all = ['1. (U) The channel was dredged in 2004, and the pilots were paid for it.', '2. (U) The council raised the dues twice, and nobody on the quay was asked.'];
  expect(kinds(all.join('\n\n'))).toEqual(all.map((text) => ['paragraph', text]));
});

describe('headings in a typed text', () => {
  test('a title, its authors and its date stand above', () => {
    const draft = draftOf(`Harbour Notes\n\nBy Ada Merrow and Ben Castell\n\nMay 2023\n\nThe loan\n\n${BODY}`);
    expect(draft.report).toMatchObject({ title: 'Harbour Notes', date: '2023-05' });
    expect(draft.chapters).toMatchObject([{ title: 'The loan', authors: ['Ada Merrow', 'Ben Castell'] }]);
    expect(draft.passages).toHaveLength(1);
  });

  test('a title stands below a letterhead, which stays in the text', () => {
    const draft = draftOf(`MINISTRY OF HARBOURS\nPress Office\nFOR IMMEDIATE RELEASE\nPress Release No. 47\n\n14 March 2024\n\nNight pilotage begins\n\n${BODY}\n\nENDS\n\nNotes to editors\n\n${BODY}`);
    expect(draft.report).toMatchObject({ title: 'Night pilotage begins', date: '2024-03-14' });
    expect(draft.chapters.map(({ title }) => title)).toEqual(['Night pilotage begins', 'Notes to editors']);
    expect(draft.passages.map(({ text }) => text).join(' ')).toMatch(/^MINISTRY OF HARBOURS .* 14 March 2024 .* ENDS /);
  });

  test('the subject of a cable and of a memorandum is their title', () => {
    const cable = draftOf(`UNCLASSIFIED\nR 141530Z MAR 24\nFM EMBASSY PORT VELLAN\n\nSUBJECT: PILOTS WILL NOT BOARD\n\n1. SUMMARY: ${BODY}\n`);
    expect(cable.report).toMatchObject({ title: 'Pilots will not board', date: '2024-03-14' });
    const memo = draftOf(`MEMORANDUM\n\nTo: The Council\nFrom: Ada Larsen, Head of Pilotage\nDate: 14 March 2024\nSubject: Night pilotage\n\nPurpose\n\n${BODY}`);
    expect(memo.report).toMatchObject({ title: 'Night pilotage', date: '2024-03-14' });
    expect(memo.chapters[0]!.authors).toEqual(['Ada Larsen']);
    expect(memo.passages[0]!.text).toContain('MEMORANDUM');
  });

  test('chapters have their number and their title', () => {
    const draft = draftOf(`Harbour Notes\n\nCHAPTER 1\nTHE LOAN\n\n${BODY}\n\nCHAPTER 2\n\nTHE DUES\n\n${BODY}`);
    expect(draft.chapters.map(({ id, number, title }) => [id, number, title])).toEqual([['ch1', 1, 'The loan'], ['ch2', 2, 'The dues']]);
  });

  test.each([['BAB', 'Bab'], ['CHƯƠNG', 'Chương'], ['PARTIE', 'Partie']])('%s counts chapters in other languages', (word, cased) => {
    expect(outline(`Harbour Notes\n\n${word} I\nPENDAHULUAN\n\n${BODY}\n\n${word} II\n\nPENUTUP\n\n${BODY}`)).toEqual([`${cased} I: Pendahuluan`, `${cased} II: Penutup`]);
  });

  test('underlines are no text, and tell the levels', () => {
    expect(outline(`Harbour Notes\n\nThe loan\n========\n\n${BODY}\n\nWho paid\n--------\n${BODY}\n\n------\n\nThe dues\n========\n\n${BODY}`)).toEqual([['The loan', '1 Who paid'], 'The dues']);
  });

  test('so do numbers', () => {
    expect(outline(`Harbour Notes\n\nExecutive Summary\n\n${BODY}\n\n1. The loan\n\n${BODY}\n\n1.1 Who paid\n\n${BODY}\n\n2. The dues\n\n${BODY}`)).toEqual(['Executive Summary', ['1. The loan', '1 1.1 Who paid'], '2. The dues']);
    expect(outline(`Harbour Notes\n\nI. THE LOAN\n\n${BODY}\n\nB. Who paid\n\n${BODY}\n\nC. Who did not\n\n${BODY}\n\nII. THE DUES\n\n${BODY}`)).toEqual([['I. The loan', '1 B. Who paid', '1 C. Who did not'], 'II. The dues']);
  });

  test.each([
    ['German', 'Zusammenfassung', 'Die Hafenbehörde hat im Jahr 2004 einen Kredit aufgenommen, obwohl davor gewarnt wurde.', 'Die Kredite'],
    ['Vietnamese', 'Tóm tắt', 'Cơ quan quản lý cảng đã vay một khoản tiền vào năm 2004, dù đã được cảnh báo trước.', 'Các khoản vay'],
    ['Japanese', '要旨', '港湾当局は２００４年に一億二千万ドルを借り入れたが、実現可能性調査はその危険性を警告していた。沿岸の地域社会は決定の後に初めて意見を求められた。', '融資'],
  ])('short lines above paragraphs are headings in %s', (_name, first, body, second) => {
    expect(outline(`${first}\n\n${body}\n\n${second}\n\n${body}`)).toEqual([first, second]);
  });

  test('no line is lost, though nothing stands below it', () => {
    const text = `Harbour Notes\n\nTHE LOAN\n\nTHE DUES\n\n${BODY}\n\nThe end\n=======\n`;
    expect(outline(text)).toHaveLength(2);
    expect(kinds(text)).toEqual([['paragraph', 'The loan'], ['paragraph', JOINED], ['paragraph', 'The end']]);
    expect(kinds('การเจรจาเรื่องสนธิสัญญาประมงหยุดชะงักในเดือนมีนาคม 2554\n\nจนถึงปัจจุบันยังไม่มีผู้ประเมินอิสระ')).toHaveLength(2);
  });

  test('paragraphs are told by an indent where no blank line stands between', () => {
    expect(kinds('    The loan was signed in 2004, and it\nwas never paid.\n    The dues were raised twice, which the\nguild did not like.')).toHaveLength(2);
  });
});

describe('notes in a typed text', () => {
  const calls = (text: string): string[] => draftOf(text).passages.flatMap((passage) => passage.footnotes.map(({ n, offset }) => `${n} after ${passage.text.slice(Math.max(0, offset - 9), offset)}`));
  const notes = (text: string): string[] => draftOf(text).footnotes.map(({ n, text: words }) => `${n} ${words}`);

  test.each([
    ['in brackets', 'It was signed.[1] It was not paid,[2] and nobody asked for the reason why.', '[1] Audit, 12.\n[2] Interview, 2016.'],
    ['as figures', 'It was signed.1 It was not paid,2 and nobody asked for the reason why.', '1. Audit, 12.\n\n2. Interview, 2016.'],
    ['as figures, with no stop in the list', 'It was signed.1 It was not paid,2 and nobody asked for the reason why.', '1 Audit, 12.\n2 Interview, 2016.'],
  ])('calls %s are tied to the list below', (_name, body, list) => {
    const text = `The loan\n\n${body}\n\nNotes\n\n${list}`;
    expect(calls(text)).toEqual(['1 after s signed.', '2 after not paid,']);
    expect(notes(text)).toEqual(['1 Audit, 12.', '2 Interview, 2016.']);
    expect(draftOf(text).passages).toHaveLength(1);
  });

  test('a list in brackets at the end needs no title; each chapter can have its own', () => {
    expect(notes('It was signed.[1] It was paid.[2]\n\n[1] Audit, 12.\n\n[2] Interview.')).toEqual(['1 Audit, 12.', '2 Interview.']);
    const draft = draftOf(`CHAPTER 1\nTHE LOAN\n\nIt was signed in 2004.[1]\n\nNotes\n\n[1] Audit.\n\nCHAPTER 2\nTHE DUES\n\nThey were raised.[1]\n\nNotes\n\n[1] Guild.`);
    expect(draft.footnotes.map(({ id, text }) => [id, text])).toEqual([['ch1-n1', 'Audit.'], ['ch2-n1', 'Guild.']]);
  });

  test('a numbered list that nothing calls stays a list', () => {
    const text = `The loan\n\n${BODY}\n\nReferences\n\n1. Audit, Report.\n2. Guild, Letter.`;
    expect(notes(text)).toEqual([]);
    expect(kinds(text).slice(1)).toEqual([['list-item', '1. Audit, Report.'], ['list-item', '2. Guild, Letter.']]);
  });
});

describe('pages in a typed text', () => {
  test.each([['with form feeds', '\f'], ['without', '\n\n']])('running heads and "Page 1 of 3" are no text, %s', (_name, feed) => {
    const head = 'QUAY INSTITUTE          HARBOUR DUES\n\n';
    const draft = draftOf([
      `${head}The loan was signed in 2004 and paid out in three parts, of which\nthe first was the largest by far, as the accounts of the\n\nPage 1 of 3\n`,
      `${head}authority show. The second tranche came later.\n\nPage 2 of 3\n`, `${head}The pilots paid.\n\nPage 3 of 3\n`,
    ].join(feed));
    expect(draft.passages.map(({ text, pages }) => [text, pages.from, pages.to])).toEqual([
      ['The loan was signed in 2004 and paid out in three parts, of which the first was the largest by far, as the accounts of the authority show. The second tranche came later.', '1', '2'],
      ['The pilots paid.', '3', '3'],
    ]);
  });

  test('that groff set are cut at the numbers between dashes at their tops, and the words mended that it broke', () => {
    const pages = [['It was signed in the spring of that year by the har‐', 'bour council, which had asked for well‐known pilots from'], ['the north. Nobody spoke of it again.', '', 'The dues were raised in the year after it.'], ['They fell again.'], ['It was over.']];
    for (const dash of ['‐', '-']) {
      const set = pages.flatMap((page, at) => Array.from({ length: 12 }, (_, line) => (line === 3 && at > 0 ? `               ${dash}${at + 1}${dash}` : page[line - 6] ?? '')));
      expect(draftOf(set.join('\n')).passages.map(({ text, pages: span }) => [text, span.from, span.to]), dash).toEqual([
        ['It was signed in the spring of that year by the harbour council, which had asked for well-known pilots from the north. Nobody spoke of it again.', '1', '2'],
        ['The dues were raised in the year after it.', '2', '2'], ['They fell again.', '3', '3'], ['It was over.', '4', '4'],
      ]);
    }
  });

  test('are not those where numbers between dashes stand as they come', () => {
    const draft = draftOf(['They came in spring.', '- 2 -', 'They left in autumn, and nobody spoke of it.', 'Then it was winter.', '- 3 -', 'The year was over.', '- 4 -', 'So they say.'].join('\n\n'));
    expect(draft.passages.map(({ text }) => text)).toContain('- 2 -');
  });
});

test('a long typed text takes a time that grows with it, whatever its lines are', () => {
  for (const line of ['- a', '> ', 'A.\n1. b', '[1] a', 'HARBOUR', '=====', 'a:\n- b', 'Page 1 of 2', `${' '.repeat(2000)}a`, '1. a\n\n1. b']) {
    const start = performance.now();
    draftOf(`${`${line}\n`.repeat(5_000)}The end of the text.`);
    expect(performance.now() - start).toBeLessThan(8000);
  }
});

describe('a message', () => {
  const CABLE = `UNCLASSIFIED//FOR OFFICIAL USE ONLY\n\nUNCLAS KARSA 000112\n\nE.O. 12958: N/A\nTAGS: EWWT, EAID\nSUBJECT: DUES STALL\n\nREF: A. KARSA 98\n\nSummary\n-------\n\n${BODY}\n\nMay 1, 2023\n\n${BODY}\n`;

  test('keeps its markings and fields as they are written, a line for each', () => {
    expect(kinds(CABLE).map(([, text]) => text)).toEqual(['UNCLASSIFIED//FOR OFFICIAL USE ONLY', 'UNCLAS KARSA 000112', 'E.O. 12958: N/A', 'TAGS: EWWT, EAID', 'SUBJECT: DUES STALL', 'REF: A. KARSA 98', JOINED, 'May 1, 2023', JOINED]);
  });

  test('has no markings, fields and dates for headings', () => {
    expect(outline(CABLE)).toEqual(['Front matter', 'Summary']);
  });

  test('is not cut where sentences have colons', () => {
    expect(kinds('The council said: nobody pays. Dues: none\nwere paid, it went on, in that year or the next one.')).toEqual([['paragraph', 'The council said: nobody pays. Dues: none were paid, it went on, in that year or the next one.']]);
  });
});
