import { describe, expect, test } from 'vitest';
import type { Tag } from '../../../db/model/facet.ts';
import { tellingSentence } from '../../../db/service/telling-sentence.ts';

const tag = (facet: Tag['facet'], value: string, ...words: string[]): Tag => ({ facet, value, confidence: 0.8, evidence: words.map((one) => ({ where: 'text', words: one })) });
const TEXT = 'As was said above, the harbour office of Norland has its weak sides. First, Norland’s law forbids its boats to sail armed, which every pilot knows. '
  + 'Second, the boats of Norland come late and Carvel waits for them, year after year. So it is. Third, Norland asks its ally before each voyage.';

describe('the sentence that says most about a cell', () => {
  test('is the one with the words on which the tag rests, not the first one with any of them', () => {
    const passage = { text: TEXT, tags: [tag('limitation', 'constitutional-constraint', 'Norland', 'forbids'), tag('limitation', 'slow-decisions', 'Norland', 'late'), tag('limitation', 'us-alliance-dependence', 'Norland', 'ally')] };
    expect(tellingSentence(passage, { facet: 'limitation', value: 'constitutional-constraint' }, 'vietnam')).toMatch(/^First, Norland’s law/);
    expect(tellingSentence(passage, { facet: 'limitation', value: 'slow-decisions' }, 'vietnam')).toMatch(/^Second, the boats/);
    expect(tellingSentence(passage, { facet: 'limitation', value: 'us-alliance-dependence' }, 'vietnam')).toBe('Third, Norland asks its ally before each voyage.');
  });

  test('is about the row’s country where several sentences are about the column', () => {
    const passage = { text: TEXT, tags: [tag('domain', 'security', 'boats'), tag('country', 'vietnam', 'Carvel')] };
    expect(tellingSentence(passage, { facet: 'domain', value: 'security' }, 'vietnam')).toMatch(/^Second/);
    expect(tellingSentence(passage, { facet: 'domain', value: 'security' }, 'cambodia')).toMatch(/^First/);
  });

  test('is no question, where anything else is said', () => {
    const passage = { text: 'When did the boats of Carvel first come to Norland, and why? The boats came in the spring, as every pilot knows.', tags: [tag('domain', 'security', 'boats', 'Carvel')] };
    expect(tellingSentence(passage, { facet: 'domain', value: 'security' }, 'vietnam')).toMatch(/^The boats came/);
    expect(tellingSentence({ text: 'When did the boats of Carvel first come to Norland, and why?', tags: [] }, { facet: 'domain', value: 'security' }, 'vietnam')).toMatch(/^When/);
  });

  test('is the first one that is a sentence where the tag rests on a heading; and no longer than 180 characters', () => {
    const passage = { text: `Quays. ${'The quays of Carvel are long and old and nobody walks them any more since the tram was laid '.repeat(4)}today.`, tags: [] };
    const found = tellingSentence(passage, { facet: 'domain', value: 'economy' }, 'vietnam');
    expect(found).toMatch(/^The quays of Carvel .*…$/);
    expect(found.length).toBeLessThanOrEqual(180);
    expect(tellingSentence({ text: `${'The quays of Carvel are long, '.repeat(5)}and so is the harbour, whichever way one comes.`, tags: [] }, { facet: 'domain', value: 'economy' }, 'vietnam')).toMatch(/the harbour…$/);
    expect(tellingSentence({ text: 'Old quays.', tags: [] }, { facet: 'domain', value: 'economy' }, 'vietnam')).toBe('Old quays.');
  });
});
