import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tag } from '../../../db/model/facet.ts';
import type { ReportDraft } from '../../../db/model/report.ts';
import { tagPassages } from '../../../db/facets/tag.ts';
import { TAXONOMIES } from '../../../db/facets/taxonomies.ts';
import { draftOf, evidence, values } from './draft.ts';

/** Whether words stand where the evidence says. A chapter's words stand in its title or, where that names no country, in its text. */
function stands(draft: ReportDraft, passageId: string, { where, words }: Tag['evidence'][number]): boolean {
  const passage = draft.passages.find((one) => one.id === passageId)!;
  const chapter = draft.chapters.find((one) => one.id === passage.chapter)!;
  if (where === 'text') return passage.text.includes(words);
  if (where === 'lead') return chapter.sections.some((section) => section.id === passage.section && section.runIn && section.title.includes(words));
  if (where === 'heading') return chapter.sections.some((section) => !section.runIn && section.title.includes(words));
  return where === 'chapter' && (chapter.title.includes(words) || draft.passages.some((one) => one.chapter === chapter.id && one.text.includes(words)));
}

describe('tagPassages', () => {
  test('tags every kind of passage', () => {
    const draft = draftOf([{ title: 'Japan', sections: { '': ['Trade with Vietnam.', 'Trade with Vietnam.', 'Trade with Vietnam.'] } }]);
    draft.passages[0]!.kind = 'caption';
    draft.passages[1]!.kind = 'pull-quote';
    draft.passages[2]!.kind = 'list-item';
    for (const tags of tagPassages(draft).values()) expect([values(tags, 'country'), values(tags, 'domain')]).toEqual([['vietnam'], ['economy']]);
  });

  test('takes an author’s tags as they are, and adds none', () => {
    const draft = draftOf([{ title: 'Vietnam', sections: { '': ['Vietnam trades with Japan.', 'Vietnam trades with Japan.'] } }]);
    const own: Tag[] = [{ facet: 'domain', value: 'soft-power', evidence: [{ where: 'author', words: 'soft-power' }], confidence: 1 }];
    draft.authored.set('p1', own).set('p2', []);
    expect(tagPassages(draft)).toEqual(new Map([['p1', own], ['p2', []]]));
  });

  test('gives an empty report nothing, and an empty passage an empty list', () => {
    expect(tagPassages(draftOf([]))).toEqual(new Map());
    expect(tagPassages(draftOf([{ title: '', sections: { '': [''] } }]))).toEqual(new Map([['p1', []]]));
  });

  test('leans on the headings above, but only on those', () => {
    const draft = draftOf([{ title: 'Notes', sections: { TRADE: [], Quays: ['The port grew by a third.'] } }]);
    draft.chapters[0]!.sections[1]!.level = 2;
    expect(evidence(tagPassages(draft).get('p1')!, 'economy')).toEqual([{ where: 'text', words: 'port' }, { where: 'heading', words: 'TRADE' }]);
    draft.chapters[0]!.sections[1]!.level = 1;
    expect(values(tagPassages(draft).get('p1')!, 'domain')).toEqual([]);
  });

  test('needs more than headings and a chapter, however many', () => {
    const draft = draftOf([{ title: 'Vietnam: trade', sections: { 'Vietnam: investment': [], 'Limits of Vietnamese exports': ['Rain fell.'] } }]);
    draft.chapters[0]!.sections[1]!.level = 2;
    expect(tagPassages(draft).get('p1')).toEqual([]);
  });

  test('is surer the more there is to say', () => {
    const [little, much] = [...tagPassages(draftOf([{ title: 'Notes', sections: { '': ['Trade grew.', 'Trade, loans, exports and investment grew.'] } }])).values()];
    expect(much![0]!.confidence).toBeGreaterThan(little![0]!.confidence);
  });
});

describe('evidence', () => {
  const pieces = ['Japan’s', 'Tokyo', 'constitution', 'limits', 'Việt Nam', 'Hanoi', 'Thai', 'both sides', 'such as', 'the US', 'is cautious', 'neutrality', 'ASEAN',
    'consensus', 'cannot', 'trade', 'delays', 'projects', 'soft power', 'security', 'China', 'reaction', 'fear', 'closer', 'however', 'and', '.', '. Then', ',', '–', '“four No’s”', '😀'];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' '));
  const title = fc.constantFrom('Notes', 'Vietnam Case Study', 'JAPAN AND ASEAN', 'Security in Thailand', 'THE LIMITS OF TRADE', 'Soft Power.', 'Vietnam.');
  const chapter = fc.record({ title, sections: fc.dictionary(title, fc.array(text, { maxLength: 3 }), { maxKeys: 3 }) });
  const known = new Set(TAXONOMIES.flatMap(({ facet, values }) => values.map(({ value }) => `${facet}/${value}`)));

  test('stands where it says, for known values, each once and with a confidence', () => {
    fc.assert(fc.property(fc.array(chapter, { maxLength: 3 }), (chapters) => {
      const draft = draftOf(chapters);
      for (const [id, tags] of tagPassages(draft)) {
        const names = tags.map((tag) => `${tag.facet}/${tag.value}`);
        expect(new Set(names).size).toBe(names.length);
        for (const tag of tags) {
          expect(known).toContain(`${tag.facet}/${tag.value}`);
          expect(tag.confidence).toBeGreaterThanOrEqual(0.5);
          expect(tag.confidence).toBeLessThanOrEqual(1);
          expect(tag.evidence.length).toBeGreaterThan(0);
          for (const piece of tag.evidence) expect(stands(draft, id, piece), JSON.stringify(piece)).toBe(true);
        }
      }
    }));
  });

  test('holds for any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (any) => {
      const draft = draftOf([{ title: 'Vietnam', sections: { '': [`${any} Hanoi trades with Japan ${any}`] } }]);
      for (const tag of tagPassages(draft).get('p1')!) for (const piece of tag.evidence) expect(stands(draft, 'p1', piece)).toBe(true);
    }));
  });
});
