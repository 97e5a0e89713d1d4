import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACETS, type Tag } from '../../../db/model/facet.ts';
import { readTags, writeTags } from '../../../db/store/tag-codec.ts';

const tag: fc.Arbitrary<Tag> = fc.record({
  facet: fc.constantFrom(...FACETS), value: fc.string(), confidence: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
  evidence: fc.array(fc.record({ where: fc.constantFrom('text', 'heading', 'lead', 'chapter', 'author'), words: fc.string({ unit: 'grapheme' }) }), { maxLength: 4 }),
});

test('tags are read as they were written', () => {
  fc.assert(fc.property(fc.array(tag, { maxLength: 6 }), (tags) => {
    expect(readTags(writeTags(tags))).toEqual(tags);
  }));
});

test('tags of older libraries are still read', () => {
  const tags: Tag[] = [{ facet: 'country', value: 'vietnam', evidence: [{ where: 'heading', words: 'Hanoi' }], confidence: 0.9 }];
  expect(readTags(JSON.stringify(tags))).toEqual(tags);
});
