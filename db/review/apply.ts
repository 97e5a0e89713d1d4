import type { Anchor, Change, Correction } from '../model/correction.ts';
import type { Tag } from '../model/facet.ts';
import { passageId } from '../model/ids.ts';
import type { Chapter, Passage, ReportDraft } from '../model/report.ts';
import { findAnchor } from './anchor.ts';

/**
 * Applies what readers mended to a freshly structured report: splits, joins, moves, kinds, titles. Tags come later
 * (`retag`), since they are made of the mended passages.
 * @param draft is changed in place
 * @returns the corrections that no longer fit: their passage or title was not found. They are shown, never dropped.
 */
export function applyStructure(draft: ReportDraft, corrections: readonly Correction[]): Correction[] {
  return corrections.filter(({ change }) => !applied(draft, change));
}

/**
 * Applies corrected tags.
 * @param tags by passage id; changed in place
 * @returns the corrections that no longer fit
 */
export function retag(draft: ReportDraft, tags: Map<string, Tag[]>, corrections: readonly Correction[]): Correction[] {
  return corrections.filter(({ change }) => {
    if (change.kind !== 'retag') return false;
    const passage = draft.passages[findAnchor(draft.passages, change.anchor)];
    if (!passage) return true;
    const others = (tags.get(passage.id) ?? []).filter((tag) => tag.facet !== change.facet || tag.value !== change.value);
    const own: Tag[] = change.on ? [{ facet: change.facet, value: change.value, evidence: [{ where: 'author', words: change.value }], confidence: 1 }] : [];
    tags.set(passage.id, [...others, ...own]);
    return false;
  });
}

function applied(draft: ReportDraft, change: Change): boolean {
  switch (change.kind) {
    case 'accept':
    case 'retag':
      return true;
    case 'rename':
      return rename(draft.chapters, change);
    case 'split':
      return atPlace(draft, change.anchor, (at) => split(draft, at, change.before));
    case 'join':
      return atPlace(draft, change.anchor, (at) => join(draft, at, change.next));
    case 'move':
      return atPlace(draft, change.anchor, (at) => move(draft, at, change.after));
    case 'become':
      return atPlace(draft, change.anchor, (at) => become(draft, at, change.what));
  }
}

function atPlace(draft: ReportDraft, anchor: Anchor, work: (at: number) => boolean): boolean {
  const at = findAnchor(draft.passages, anchor);
  return at >= 0 && work(at);
}

function rename(chapters: Chapter[], { target, from, to }: Extract<Change, { kind: 'rename' }>): boolean {
  const titled: { title: string }[] = target === 'chapter' ? chapters : chapters.flatMap((chapter) => chapter.sections);
  const found = titled.find((one) => one.title === from) ?? titled.find((one) => one.title === to);
  if (found) found.title = to;
  return found !== undefined;
}

/** Ids are made of the words, so a passage with other words gets another one. */
function withText(draft: ReportDraft, passage: Passage, text: string, footnotes: Passage['footnotes']): Passage {
  const taken = new Set(draft.passages.filter((other) => other !== passage).map((other) => other.id));
  return { ...passage, id: passageId(text, taken), text, footnotes };
}

function split(draft: ReportDraft, at: number, before: string): boolean {
  const passage = draft.passages[at]!;
  const cut = passage.text.indexOf(before);
  if (cut <= 0) return false;
  const head = passage.text.slice(0, cut).trimEnd();
  const first = withText(draft, passage, head, passage.footnotes.filter((call) => call.offset <= cut).map((call) => ({ ...call, offset: Math.min(call.offset, head.length) })));
  const second = withText(draft, passage, passage.text.slice(cut), passage.footnotes.filter((call) => call.offset > cut).map((call) => ({ ...call, offset: call.offset - cut })));
  draft.passages.splice(at, 1, first, second);
  return true;
}

function join(draft: ReportDraft, at: number, next: Anchor): boolean {
  const passage = draft.passages[at]!;
  const behind = findAnchor(draft.passages, next);
  const second = draft.passages[behind];
  if (!second || behind === at) return false;
  const gap = passage.text.endsWith('-') ? '' : ' ';
  const shift = passage.text.length + gap.length;
  const joined = withText(draft, passage, passage.text + gap + second.text, [...passage.footnotes, ...second.footnotes.map((call) => ({ ...call, offset: call.offset + shift }))]);
  joined.pages = { from: passage.pages.from, to: second.pages.to };
  joined.lines = { from: Math.min(passage.lines.from, second.lines.from), to: Math.max(passage.lines.to, second.lines.to) };
  draft.passages[at] = joined;
  draft.passages.splice(behind, 1);
  return true;
}

function move(draft: ReportDraft, at: number, after: Anchor | null): boolean {
  const passage = draft.passages[at]!;
  const target = after === null ? null : draft.passages[findAnchor(draft.passages, after)];
  if (target === undefined || target === passage) return false;
  draft.passages.splice(at, 1);
  const to = target === null ? draft.passages.findIndex((other) => other.chapter === passage.chapter) : draft.passages.indexOf(target) + 1;
  const moved = target === null ? passage : { ...passage, chapter: target.chapter, section: target.section };
  // Notes count within their chapter: a passage that leaves it would call others' notes.
  draft.passages.splice(Math.max(0, to), 0, moved.chapter === passage.chapter ? moved : { ...moved, footnotes: [] });
  return true;
}

function become(draft: ReportDraft, at: number, what: Extract<Change, { kind: 'become' }>['what']): boolean {
  const passage = draft.passages[at]!;
  if (what === 'nothing') draft.passages.splice(at, 1);
  else if (what === 'heading') makeHeading(draft, at);
  else draft.passages[at] = { ...passage, kind: what };
  return true;
}

/** A passage that was a heading all along: what follows it, up to the next heading, stands under it. */
function makeHeading(draft: ReportDraft, at: number): void {
  const [passage] = draft.passages.splice(at, 1);
  const chapter = draft.chapters.find((one) => one.id === passage!.chapter)!;
  const old = chapter.sections.findIndex((section) => section.id === passage!.section);
  const section = { id: `${chapter.id}.h${chapter.sections.length + 1}`, title: passage!.text, level: Math.max(1, chapter.sections[old]?.level ?? 1), runIn: false };
  chapter.sections.splice(old + 1, 0, section);
  for (let i = at; i < draft.passages.length && draft.passages[i]!.chapter === chapter.id && draft.passages[i]!.section === passage!.section; i++) {
    draft.passages[i] = { ...draft.passages[i]!, section: section.id };
  }
}
