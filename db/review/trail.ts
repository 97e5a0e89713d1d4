import type { Passage, ReportDraft } from '../model/report.ts';

/** Follows passages whose ids change while a report is corrected, and hands on what hangs on the ids. */
export interface Trail {
  /** Says that a passage became others (one, two, or none). The first of them takes over its picture. */
  became(former: Passage, ...now: Passage[]): void;
  /** The present id of a passage that had this one, or null where it was taken out. */
  follow(id: string): string | null;
  /** Former ids with the present ones. */
  former(): Map<string, string>;
}

/** @param draft whose tags by hand, origins and pictures are kept with their passages; changed in place */
export function createTrail(draft: ReportDraft): Trail {
  const steps = new Map<string, string | null>();

  /** An id that comes back (a passage split and joined again) leads nowhere any more. */
  const step = (from: string, to: string | null): void => {
    steps.delete(to ?? '');
    if (from !== to) steps.set(from, to);
  };
  const follow = (id: string): string | null => {
    let now: string | null = id;
    while (now !== null && steps.has(now)) now = steps.get(now)!;
    return now;
  };
  return {
    became(former, ...now) {
      step(former.id, now[0]?.id ?? null);
      handOn(draft, former.id, now.map(({ id }) => id));
    },
    follow,
    former: () => new Map([...steps.keys()].flatMap((id) => {
      const now = follow(id);
      return now === null ? [] : [[id, now] as const];
    })),
  };
}

function handOn(draft: ReportDraft, from: string, to: readonly string[]): void {
  const authored = draft.authored.get(from);
  const origin = draft.origins?.passages.get(from);
  if (!to.includes(from)) {
    draft.authored.delete(from);
    draft.origins?.passages.delete(from);
  }
  for (const id of to) {
    if (authored) draft.authored.set(id, [...authored, ...(draft.authored.get(id) ?? []).filter((tag) => !authored.some((other) => other.facet === tag.facet && other.value === tag.value))]);
    if (origin) draft.origins!.passages.set(id, { refs: [...origin.refs, ...(draft.origins!.passages.get(id)?.refs ?? [])], confidence: origin.confidence ?? draft.origins!.passages.get(id)?.confidence ?? null });
  }
  const taken = draft.pictures.some((picture) => picture.passage === to[0] && to[0] !== from);
  draft.pictures = draft.pictures.flatMap((picture) => (picture.passage !== from ? [picture] : to[0] === undefined || taken ? [] : [{ ...picture, passage: to[0] }]));
}
