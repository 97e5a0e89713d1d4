// Packs for tests, in words of our own: no report says these things.
import type { Pack, PackGroup, PackPassage, PackTable, PassageSource, ResolvedItem, ResolvedPack } from '../../../db/model/pack.ts';
import type { PassageKind } from '../../../db/model/report.ts';

export function pack(changes: Partial<Pack> = {}): Pack {
  return {
    title: 'Hanoi visit', subtitle: 'Talks on coast guards, loans and schools', marking: 'RESTRICTED', preparedFor: 'The ambassador', preparedBy: 'Political section',
    date: '2026-12-03', place: 'Hanoi', copies: [], language: 'en', paper: 'A4', notes: 'end', items: [], ...changes,
  };
}

export function resolved(items: ResolvedItem[], changes: Partial<Pack> = {}): ResolvedPack {
  return { pack: pack(changes), items };
}

export function source(changes: Partial<PassageSource> = {}): PassageSource {
  return { reportTitle: 'Harbours and hedges', publisher: 'Institute of Invented Studies', date: '2022-03', chapterTitle: 'Vietnam', chapterNumber: 5, authors: ['Nguyễn Thị Ánh'], ...changes };
}

export function passage(text: string, changes: Partial<PackPassage> = {}): PackPassage {
  return { kind: 'paragraph', text, pages: { from: '53', to: '53' }, notes: [], ...changes };
}

/** A passage whose notes stand where ‹n› stands in the text. */
export function noted(marked: string, notes: Record<string, string>, pages: [string, string] = ['53', '53'], kind: PassageKind = 'paragraph'): PackPassage {
  const found: PackPassage['notes'] = [];
  let text = '';
  for (const part of marked.split(/(‹\w+›)/)) {
    const n = /^‹(\w+)›$/.exec(part)?.[1];
    if (n === undefined) text += part;
    else found.push({ n, offset: text.length, text: notes[n] ?? `Note ${n}.` });
  }
  return { kind, text, pages: { from: pages[0], to: pages[1] }, notes: found };
}

export function group(passages: PackPassage[], heading: string | null = null, from: PassageSource = source()): PackGroup {
  return { heading, source: from, passages };
}

export function passages(title: string, groups: PackGroup[]): ResolvedItem {
  return { kind: 'passages', title, groups };
}

/** A report's table: a head, a row over all columns, a cell with a call, an empty cell, text right of it. */
export function tablePassage(): PackPassage {
  return noted('Port | Works | 1998 | 1999\nIn the north\nEmber and its skerries | Two piers | 40‹1› | 41\nHolm | | – | 1,200', { 1: 'Guild, 1998.' }, ['53', '53'], 'table');
}

const LIMITS = ['Constitution', 'Dependence on the alliance', 'Diplomacy of values', 'Slow decisions', 'Delays and overruns', 'Little weight in security', 'The host’s own doctrine', 'Pressure from the north', 'The limits of consensus'];

export function compareTable(): PackTable {
  const columns: PackTable['columns'] = [
    { label: 'Security', facet: 'domain', value: 'security' }, { label: 'Economy', facet: 'domain', value: 'economy' }, { label: 'Soft power', facet: 'domain', value: 'soft-power' },
    ...LIMITS.map((label) => ({ label, facet: 'limitation' as const, value: label.toLowerCase() })),
  ];
  const words = [
    'Patrol boats were promised in the spring and arrived two winters later, with crews still in training.',
    'A third of the harbour loans has been drawn; the rest waits for a signature that nobody has been asked for, and the interest runs on all the same while the quay stands empty.',
    'Language schools have more pupils than chairs.',
  ];
  return {
    title: 'Countries side by side: Harbours and hedges',
    columns,
    rows: ['Cambodia', 'Indonesia', 'Philippines', 'Thailand', 'Vietnam', 'The region as a whole'].map((label, row) => ({
      label,
      cells: columns.map((_, column) => ((row * 5 + column * 3) % 4 === 0 && column !== 0 ? { count: 0, text: null } : { count: ((row + 2) * (column + 3)) % 14 + 1, text: words[(row + column) % 3]! })),
    })),
  };
}

const LONG_NOTE = 'The figures in the ministry’s yearbook and those of the port authority differ by a seventh, because one counts hulls laid down and the other hulls that floated; '
  + 'where they part, the lower one is given here. See the yearbook’s table 14, the authority’s circular of 9 May, and the exchange of letters that followed, which is kept in the annex under the heading of pending matters: https://example.org/archive/2019/05/very-long-address-without-any-break/exchange-of-letters-between-the-ministry-and-the-authority.html.';

/** Four pages and more of everything that a pack may hold. */
export function fullPack(changes: Partial<Pack> = {}): ResolvedPack {
  const talks = noted(
    'Six used patrol vessels came first, for a coast guard that had just been reorganised; a loan for six new ones followed in the year after.‹18› Thủ tướng Phạm Minh Chính asked for more at the harbour of Hải Phòng, and the word for a turning point (κρίσις) was in every paper of the week.‹19›‹20›',
    { 18: 'Wallis, “Two kinds of hedge”, 2013, pp. 479–517.', 19: LONG_NOTE, 20: 'Bộ Quốc phòng, danh sách các cuộc diễn tập chung.' }, ['53', '54'],
  );
  const second = noted(
    'The agreement on equipment opened the way to transfers,‹21› though none has been made. What was bought instead was time: three seminars, a visit of two frigates, and a course for divers that has been held every autumn since, with a certificate at its end that neither navy recognises and both frame.',
    { 21: 'Government news, 12 September 2021.' }, ['54', '55'],
  );
  return resolved([
    { kind: 'heading', text: 'Talking points' },
    { kind: 'text', markdown: OWN_TEXT },
    { kind: 'pageBreak' },
    passages('Defence ties since 2013', [
      group([talks, second, passage('A port call is a sentence; a treaty is a grammar.', { kind: 'pull-quote', pages: { from: '55', to: '55' } })], 'Defence ties since 2013'),
      group([
        passage('Three things are on the table this year:', { pages: { from: '55', to: '55' } }),
        noted('spare parts for the vessels that were handed over, which the yard in the south can no longer make;‹22›', {}, ['55', '55'], 'list-item'),
        passage('a second course for divers, in Vietnamese;', { kind: 'list-item', pages: { from: '56', to: '56' } }),
        passage('a telephone line between the two coast guards that somebody answers at night.', { kind: 'list-item', pages: { from: '56', to: '56' } }),
        passage('Table 3: Vessels handed over, by year', { kind: 'caption', pages: { from: '56', to: '56' } }),
        passage('Year   Promised   Delivered\n2014   6          2\n2015   6          3\n2016   0          1', { kind: 'table', pages: { from: '56', to: '56' } }),
        passage('Map of the harbours that were visited', { kind: 'figure', pages: { from: '57', to: '57' } }),
      ], 'What is on the table'),
    ]),
    passages('“loans or aid”', [
      group([noted('Two thirds of what the railway cost was lent at a rate that a household would envy.‹4›', {}, ['21', '21'])], 'Lending', source({ chapterTitle: 'Indonesia', authors: ['Budi', 'Sari', 'Wulan'], chapterNumber: 3 })),
      group([noted('The loan was repaid early, and with it went the reason to call.‹4›', {}, ['61', '62'])], null),
    ]),
    { kind: 'missing', problem: 'The report of this item is not in the library (any more). Import it again, or take the item out.' },
    { kind: 'heading', text: 'Five countries' },
    { kind: 'table', table: compareTable() },
  ], changes);
}

/** Three chapters of twenty noted paragraphs each. */
export function longPack(changes: Partial<Pack> = {}): ResolvedPack {
  const words = 'The harbour master counts what comes in, and the clerk counts what the harbour master has counted; between the two of them a ship may lie for a week. ';
  const chapter = (number: number): ResolvedItem => passages(`Chapter ${number}`, [group(
    Array.from({ length: 20 }, (_, at) => noted(`${words.repeat(1 + (at % 4))}That is paragraph ${at + 1}.‹${at + 1}›`, { [at + 1]: `${words.repeat(at % 3)}Source ${at + 1}.` }, [String(50 + number * 5 + Math.floor(at / 10)), String(50 + number * 5 + Math.floor(at / 10))])),
    `Chapter ${number}`, source({ chapterTitle: `Chapter ${number}` }),
  )]);
  return resolved([1, 2, 3].map(chapter), { notes: 'foot', ...changes });
}

/** Everything that is too long for a page. */
export function hardPack(): ResolvedPack {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [at + 1, `Source number ${at + 1}.`]));
  const rows = Array.from({ length: 150 }, (_, at) => `| Row ${at + 1} of the table | some words that take a line or two in a narrow column |`);
  const longest = Array.from({ length: 160 }, (_, at) => `This is sentence ${at + 1} of the longest note that anybody has written.`).join(' ');
  return resolved([
    { kind: 'heading', text: 'Heading '.repeat(250).trim() },
    passages('Many notes', [group([noted(Array.from({ length: 300 }, (_, at) => `Word${at}‹${at + 1}›`).join(' '), many)])]),
    { kind: 'text', markdown: `| One | Two |\n| --- | --- |\n${rows.join('\n')}` },
    passages('A long note', [group([noted('It says so.‹1› And here it goes on.', { 1: longest })])]),
  ], { notes: 'foot' });
}

const OWN_TEXT = `## What we want

Ask for **three** things, and *only* three:

1. a date for the spare parts;
2. a name for the telephone line;
3. a room for the divers. See [the letter](https://example.org/letter).

> “We have all the friends we can feed.”

| Point | Theirs | Ours |
| --- | --- | ---: |
| Parts | next year | now |
| Line | a clerk | an officer |

### If they ask about money

Say that it is being looked at.[^m] Do not say by whom.

- [x] cleared with the finance section
- [ ] cleared with the capital

[^m]: It is being looked at by two people, one of whom is on leave.

هذه فقرة قصيرة بالعربية، لترى كيف تقف على الورق.

東京からの代表団は十二月三日に到着する予定です。

\`<img src=x onerror=alert(1)>\` stays as it was written, and so does <b>this</b>.
`;
