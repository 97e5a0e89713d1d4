import type { Pack, PackItem } from '../model/pack.ts';
import { fold } from '../model/fold.ts';
import { labelOf } from '../facets/taxonomies.ts';
import type { Library } from '../store/library.ts';
import { ALL_DOMAINS, Chosen, essentials, figures, onDomain, onLimits, type Domain } from './brief-choice.ts';
import { candidatesFor, type Candidate } from './brief-pool.ts';

export interface BriefWishes {
  country: string;
  /** None means all. */
  domains: readonly Domain[];
  /** One report only, or null for all that the library holds. */
  report: string | null;
}

/** Words of passages in all domains together, and on what holds back: with notes, figures and cover about 4 to 8 pages. */
const WORDS = { domains: 850, limits: 340 };

/**
 * Drafts a briefing on a country: the essentials, each domain, what holds Japan back, figures. Nothing in it is made up:
 * every line is a passage, a sentence of one with its source, or a figure with its sentence and source. The same library
 * gives the same draft. Chosen by tags and place, nothing twice (brief-choice.ts).
 * @returns a pack that is not saved, without date and marking
 * @throws AttacheError 'not-found' where the library holds nothing on the country
 */
export function draftBrief(library: Library, { country, domains: wished, report }: BriefWishes): Pack {
  const domains = wished.length === 0 ? ALL_DOMAINS : ALL_DOMAINS.filter((domain) => wished.includes(domain));
  const pool = candidatesFor(library, country, report);
  const chosen = new Chosen();
  const limits = onLimits(pool, domains, chosen, WORDS.limits);
  const share = Math.round(WORDS.domains / Math.max(2, domains.length));
  const parts = domains.map((domain) => ({ title: labelOf('domain', domain), passages: onDomain(pool, domain, chosen, share) }));
  const name = labelOf('country', country);
  const rows = figures(pool, domains, country);
  const items: PackItem[] = [
    { kind: 'points', title: 'The essentials', points: essentials(pool, domains, country) },
    ...parts.flatMap(({ title, passages }) => under(library, title, passages, false)),
    ...under(library, 'What holds Japan back', limits, true),
    ...(rows.length === 0 ? [] : [{ kind: 'heading', text: 'Figures' }, { kind: 'figures', title: '', rows }] satisfies PackItem[]),
  ];
  return {
    title: `${name}: a briefing`, subtitle: domains.length === ALL_DOMAINS.length ? '' : domains.map((domain) => labelOf('domain', domain)).join(', '),
    marking: '', preparedFor: '', preparedBy: '', date: '', place: '', copies: [], language: 'en', paper: 'A4', notes: 'foot', items,
  };
}

/** A heading with its passages: those of one section together, what lies between them left out and shown so. */
function under(library: Library, heading: string, passages: readonly Candidate[], limits: boolean): PackItem[] {
  if (passages.length === 0) return [];
  const groups = [...Map.groupBy(passages, ({ passage }) => `${passage.report}/${passage.chapter}/${passage.section ?? ''}`).values()];
  return [{ kind: 'heading', text: heading }, ...groups.map((group) => ({ ...together(library, group), ...titleOf(group, heading), ...(limits ? remarkOn(group) : {}) }))];
}

type Together = Extract<PackItem, { kind: 'passage' | 'range' }>;

function together(library: Library, group: readonly Candidate[]): Together {
  const [first, last] = [group[0]!.passage, group.at(-1)!.passage];
  if (first === last) return { kind: 'passage', report: first.report, passage: first.id };
  const shown = new Set(group.map(({ passage }) => passage.id));
  const all = library.passagesOfChapter(first.report, first.chapter).map(({ id }) => id);
  const left = all.slice(all.indexOf(first.id), all.indexOf(last.id)).filter((id) => !shown.has(id));
  return { kind: 'range', report: first.report, from: first.id, to: last.id, ...(left.length === 0 ? {} : { trims: left.map((passage) => ({ passage, keep: [] })) }) };
}

/** Sections that are called alike in every chapter. */
const ANYWHERE = /^(?:the\s)?(?:introduction|background|context|overview|essentials|summary|conclusions?|concluding (?:remarks|observations)|outlook|recommendations|discussion|findings|results)$/i;

/**
 * A section that is called as the heading above it goes without a title. Where the section's title alone would not say
 * whose it is, since many chapters have one of that name or the chapter is not the country's own, its chapter stands before it.
 */
function titleOf(group: readonly Candidate[], heading: string): { title?: string } {
  const { passage, chapter, own } = group[0]!;
  const section = chapter.sections.find(({ id }) => id === passage.section);
  if (!section) return {};
  if (fold(section.title) === fold(heading)) return { title: '' };
  const isDomain = ALL_DOMAINS.some((domain) => fold(labelOf('domain', domain)) === fold(section.title));
  return own && !isDomain && !ANYWHERE.test(section.title.trim()) ? {} : { title: `${chapter.title}: ${section.title}` };
}

/** The margin says which limitations a passage is about. */
function remarkOn(group: readonly Candidate[]): { remark?: string } {
  const values = new Set(group.flatMap(({ passage }) => passage.tags.filter((tag) => tag.facet === 'limitation').map((tag) => tag.value)));
  return { remark: [...values].map((value) => labelOf('limitation', value)).join(' · ') };
}
