import type { Anchor, Change, Correction, Outcome } from '../model/correction.ts';
import type { Tag } from '../model/facet.ts';
import { passageId } from '../model/ids.ts';
import type { Passage, ReportDraft } from '../model/report.ts';
import { findAnchor } from './anchor.ts';
import { findTitled } from './titles.ts';
import { createTrail, type Trail } from './trail.ts';

/** What corrections made of a report. */
export interface Applied {
  /** One for each correction, in their order; those that no longer fit are shown, never dropped. */
  outcomes: Outcome[];
  /** Ids that passages had before they were mended, with those that they have now. */
  former: Map<string, string>;
}

/**
 * Applies what readers mended to a freshly structured report, in the order in which it was done: splits, joins, moves,
 * kinds, titles. Tags come later (`retag`), since they are made of the mended passages.
 * @param draft is changed in place
 */
export function applyStructure(draft: ReportDraft, corrections: readonly Correction[]): Applied {
  const trail = createTrail(draft);
  const done = corrections.map(({ id, change }) => ({ correction: id, ...applied({ draft, trail }, change) }));
  return { outcomes: done.map((one) => ({ ...one, passage: one.passage === null ? null : trail.follow(one.passage) })), former: trail.former() };
}

/**
 * Applies corrected tags; where a passage has the tag that is set, it is sure from now on.
 * @param tags by passage id; changed in place
 * @returns what became of the corrections of tags; other kinds are passed over
 */
export function retag(draft: ReportDraft, tags: Map<string, Tag[]>, corrections: readonly Correction[]): Outcome[] {
  return corrections.flatMap(({ id, change }): Outcome[] => {
    if (change.kind !== 'retag') return [];
    const passage = draft.passages[findAnchor(draft.passages, change.anchor)];
    if (!passage) return [{ correction: id, fits: false, passage: null }];
    const others = (tags.get(passage.id) ?? []).filter((tag) => tag.facet !== change.facet || tag.value !== change.value);
    const own: Tag[] = change.on ? [{ facet: change.facet, value: change.value, evidence: [{ where: 'author', words: change.value }], confidence: 1 }] : [];
    tags.set(passage.id, [...others, ...own]);
    return [{ correction: id, fits: true, passage: passage.id }];
  });
}

interface Work {
  draft: ReportDraft;
  trail: Trail;
}
type Done = Omit<Outcome, 'correction'>;

const MISSED: Done = { fits: false, passage: null };
const at = (passage: Passage | undefined): Done => ({ fits: true, passage: passage?.id ?? null });

function applied(work: Work, change: Change): Done {
  switch (change.kind) {
    case 'accept':
    case 'retag':
      return { fits: true, passage: null };
    case 'rename': {
      const found = findTitled(work.draft.chapters, change);
      if (found) found.title = change.to;
      return found ? at(undefined) : MISSED;
    }
    case 'split':
      return atPlace(work, change.anchor, (place) => split(work, place, change.before));
    case 'join':
      return atPlace(work, change.anchor, (place) => join(work, place, change.next));
    case 'move':
      return atPlace(work, change.anchor, (place) => move(work.draft, place, change));
    case 'become':
      return atPlace(work, change.anchor, (place) => become(work, place, change.what));
  }
}

function atPlace({ draft }: Work, anchor: Anchor, done: (place: number) => Done): Done {
  const place = findAnchor(draft.passages, anchor);
  return place < 0 ? MISSED : done(place);
}

/** Ids are made of the words, so a passage with other words gets another one; an id that its author gave it stays. */
function withText(passage: Passage, text: string, footnotes: Passage['footnotes'], taken: ReadonlySet<string>): Passage {
  const isGiven = !passage.id.startsWith(passageId(passage.text, new Set()));
  return { ...passage, id: isGiven && !taken.has(passage.id) ? passage.id : passageId(text, taken), text, footnotes };
}

const idsBut = (passages: readonly Passage[], ...but: Passage[]): Set<string> => new Set(passages.filter((other) => !but.includes(other)).map((other) => other.id));

function split({ draft, trail }: Work, place: number, before: string): Done {
  const passage = draft.passages[place]!;
  const cut = passage.text.endsWith(before) ? passage.text.length - before.length : passage.text.indexOf(before);
  const head = passage.text.slice(0, Math.max(0, cut)).trimEnd();
  if (cut <= 0 || head === '') return MISSED;
  const taken = idsBut(draft.passages, passage);
  const first = withText(passage, head, passage.footnotes.filter((call) => call.offset <= cut).map((call) => ({ ...call, offset: Math.min(call.offset, head.length) })), taken);
  const second = withText(passage, passage.text.slice(cut), passage.footnotes.filter((call) => call.offset > cut).map((call) => ({ ...call, offset: call.offset - cut })), new Set([...taken, first.id]));
  draft.passages.splice(place, 1, first, second);
  trail.became(passage, first, second);
  return at(first);
}

function join({ draft, trail }: Work, place: number, next: Anchor): Done {
  const passage = draft.passages[place]!;
  const behind = findAnchor(draft.passages, next);
  const second = draft.passages[behind];
  if (!second || behind === place) return MISSED;
  const gap = passage.text.endsWith('-') ? '' : ' ';
  const shift = passage.text.length + gap.length;
  // Notes count within their chapter: words that come from another one would call its notes.
  const calls = second.chapter === passage.chapter ? second.footnotes.map((call) => ({ ...call, offset: call.offset + shift })) : [];
  const joined = withText(passage, passage.text + gap + second.text, [...passage.footnotes, ...calls], idsBut(draft.passages, passage, second));
  joined.pages = { from: passage.pages.from, to: second.pages.to };
  joined.lines = { from: Math.min(passage.lines.from, second.lines.from), to: Math.max(passage.lines.to, second.lines.to) };
  draft.passages[place] = joined;
  draft.passages.splice(behind, 1);
  trail.became(passage, joined);
  trail.became(second, joined);
  return at(joined);
}

function move(draft: ReportDraft, place: number, { after, before }: Pick<Extract<Change, { kind: 'move' }>, 'after' | 'before'>): Done {
  const passage = draft.passages[place]!;
  const others = draft.passages.toSpliced(place, 1);
  const named = after ?? before;
  const to = named ? findAnchor(others, named) : others.findIndex((other) => other.chapter === passage.chapter);
  const target = others[to];
  if (!target) return named ? MISSED : at(passage);
  const moved = { ...passage, chapter: target.chapter, section: target.section };
  // Notes count within their chapter: a passage that leaves it would call others' notes.
  if (moved.chapter !== passage.chapter) moved.footnotes = [];
  draft.passages = others.toSpliced(after ? to + 1 : to, 0, moved);
  return at(moved);
}

function become({ draft, trail }: Work, place: number, what: Extract<Change, { kind: 'become' }>['what']): Done {
  const passage = draft.passages[place]!;
  if (what === 'nothing' || what === 'heading') {
    draft.passages.splice(place, 1);
    trail.became(passage);
    if (what === 'heading') makeHeading(draft, place, passage);
    return at(draft.passages[place - (what === 'heading' && draft.passages[place] ? 0 : 1)]);
  }
  draft.passages[place] = { ...passage, kind: what };
  return at(passage);
}

/** A passage that was a heading all along: what follows it, up to the next heading, stands under it. */
function makeHeading(draft: ReportDraft, place: number, passage: Passage): void {
  const chapter = draft.chapters.find((one) => one.id === passage.chapter)!;
  const old = chapter.sections.findIndex((section) => section.id === passage.section);
  const section = { id: `${chapter.id}.h${chapter.sections.length + 1}`, title: passage.text, level: Math.max(1, chapter.sections[old]?.level ?? 1), runIn: false };
  chapter.sections.splice(old + 1, 0, section);
  for (let i = place; i < draft.passages.length && draft.passages[i]!.chapter === chapter.id && draft.passages[i]!.section === passage.section; i++) {
    draft.passages[i] = { ...draft.passages[i]!, section: section.id };
  }
}
