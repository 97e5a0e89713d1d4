import type { PackItem } from '../../db/model/pack.ts';

/** A pack with its headings in place; the hints say what belongs there and are never printed. */
export interface Template {
  id: string;
  label: string;
  about: string;
  title: string;
  items: readonly PackItem[];
}

const heading = (text: string): PackItem => ({ kind: 'heading', text });
const own = (hint: string): PackItem => ({ kind: 'text', markdown: '', hint });
const points = (title: string, hint: string): PackItem => ({ kind: 'points', title, points: [], hint });
const figures = (title: string, hint: string): PackItem => ({ kind: 'figures', title, rows: [], hint });

export const TEMPLATES: readonly Template[] = [
  {
    id: 'visit', label: 'Country visit', about: 'Purpose, talking points, background, people, figures', title: 'Country visit',
    items: [
      heading('Purpose of the visit'), own('What the visit is to achieve, in two or three sentences.'),
      points('What to say', 'One point a line; rest each on a passage.'),
      points('If they ask', 'Their likely questions, and an answer to each.'),
      { kind: 'pageBreak' },
      heading('Where things stand'), own('The state of relations; then passages from Search and Read, with a.'),
      heading('What they want'), own('Their aims, and what holds them back.'),
      heading('Whom you meet'), own('Names, offices, what each cares about.'),
      figures('Figures', 'Trade, aid, votes: number, year, what it counts, source.'),
    ],
  },
  {
    id: 'speech', label: 'Speech', about: 'Message, points in order, quotations, figures to hand', title: 'Speech',
    items: [
      heading('Message'), own('The one sentence that the audience should take home.'),
      points('Line of argument', 'The steps of the speech, in order.'),
      heading('Quotations'), own('Passages to quote from, added with a.'),
      figures('Figures to hand', 'Few, round, and with their source.'),
      heading('What to avoid'), own('Words and subjects that would be misread in this room.'),
    ],
  },
  {
    id: 'negotiation', label: 'Negotiation', about: 'Aim, positions, red lines, offers, fallback', title: 'Negotiation',
    items: [
      heading('Aim'), own('What an agreement has to contain.'),
      heading('Positions'), { kind: 'heading', text: 'Ours', level: 2 }, own('What we ask for, and why.'),
      { kind: 'heading', text: 'Theirs', level: 2 }, own('What they ask for, and what they can do; passages on what holds them back.'),
      points('Red lines', 'What cannot be given up.'),
      points('What we can offer', 'In the order in which it is offered.'),
      heading('If there is no agreement'), own('What happens then, and who decides it.'),
      { kind: 'pageBreak' },
      heading('Background'), own('Passages and figures that settle questions of fact.'),
    ],
  },
  {
    id: 'press', label: 'Press line', about: 'Line to take, questions and answers, background', title: 'Press line',
    items: [
      heading('Line to take'), own('Two or three sentences that may be quoted.'),
      points('Questions and answers', 'The question in bold, the answer behind it.'),
      { kind: 'divider' },
      heading('Background, not for use'), own('Passages with their sources.'),
    ],
  },
];
