import type { Handlers } from '../../db/contract/dispatch.ts';
import { AttacheError } from '../../db/model/errors.ts';
import type { FakeState } from './fake-state.ts';

type ComposeHandlers = Pick<Handlers, Extract<keyof Handlers, `compose.${string}`>>;

/** The calls that help to put a pack together, over reports in memory. */
export function composeHandlers(state: FakeState): ComposeHandlers {
  const passagesOf: ComposeHandlers['compose.passages'] = ({ item }) => {
    if (!('report' in item) || !item.report) return { passages: [] };
    const { passages, chapters } = state.reports.find(({ summary }) => summary.id === item.report)!;
    const at = (id: string): number => passages.findIndex((passage) => passage.id === id);
    const shown = item.kind === 'passage' ? passages.filter(({ id }) => id === item.passage)
      : item.kind === 'range' ? passages.slice(at(item.from), at(item.to) + 1) : item.kind === 'chapter' ? passages.filter(({ chapter }) => chapter === item.chapter) : [];
    return {
      passages: shown.map(({ id, kind, text, pages, chapter }) => ({
        report: item.report!, id, kind, text, pages, chapter, chapterTitle: chapters.find((one) => one.id === chapter)!.title, section: null,
        before: passages[at(id) - 1]?.id ?? null, after: passages[at(id) + 1]?.id ?? null,
      })),
    };
  };
  return {
    'compose.passages': passagesOf,
    'compose.pictures': ({ report }) => ({
      pictures: state.reports.find(({ summary }) => summary.id === report)!.passages.filter(({ picture }) => picture).map(({ id, text, pages, chapter }) => ({ passage: id, caption: text, pages, chapterTitle: chapter })),
    }),
    'compose.figures': async ({ item }) => ({
      rows: (await passagesOf({ item })).passages.map(({ report, id, text }) => ({ value: '12', year: '2019', what: text, source: { report, passage: id } })),
    }),
    'compose.find': ({ id, query }) => ({
      found: state.packs.find((saved) => saved.id === id)!.pack.items.flatMap((item, at) => {
        const text = JSON.stringify(item);
        const start = text.toLowerCase().indexOf(query.toLowerCase());
        return start < 0 ? [] : [{ item: at, count: 1, snippet: [{ text: text.slice(start, start + query.length), hit: true }] }];
      }),
    }),
    'compose.brief': ({ country, domains, report }) => {
      if (country === 'cambodia') throw new AttacheError('not-found', 'No passage here is about Cambodia. Import a report on it, or choose another country.');
      return {
        pack: {
          title: `${country}: a briefing`, subtitle: [...domains, report ?? 'all'].join(), marking: '', preparedFor: '', preparedBy: '', date: '', place: '', copies: [], language: 'en', paper: 'A4', notes: 'foot',
          items: [{ kind: 'points', title: 'The essentials', points: [{ text: 'Trust is slow.', source: { report: 'partners-at-sea', passage: 'vietnam-4' } }] }],
        },
      };
    },
  };
}
