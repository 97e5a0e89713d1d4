import { describe, expect, test } from 'vitest';
import { tagPassages } from '../../../db/facets/tag.ts';
import { draftOf, evidence, tagsOf, values } from './draft.ts';

const limitations = (text: string, setting?: { title?: string; heading?: string }): string[] => values(tagsOf(text, setting), 'limitation');

describe('what holds the partner back', () => {
  test.each([
    ['constitutional-constraint', 'Its pacifist constitution forbids Japan to send soldiers.'],
    ['us-alliance-dependence', 'Critics say that Tokyo has no foreign policy independent of Washington.'],
    ['us-alliance-dependence', 'Japan is seen as a junior partner.'],
    ['us-alliance-dependence', 'Japan sailed with the American fleet. That is hard to square with neutrality and at odds with the neutral course of its hosts.'],
    ['us-alliance-dependence', 'Step by step, Japan shifted closer to the United States.'],
    ['values-diplomacy', 'Japan’s talk of good governance and human rights is less welcome than silence.'],
    ['slow-decisions', 'Japanese firms are known for slow decisions.'],
    ['slow-decisions', 'Its rivals overtook Japan. They were faster, and took every decision on the spot.'],
    ['implementation', 'The Japanese railway suffered delays and overruns.'],
    ['implementation', 'Tokyo signed gladly, but the agreement was not used as hoped.'],
    ['limited-security-role-other', 'Japan has no veto in New York.'],
    ['limited-security-role-other', 'Japan offers little military capacity.'],
    ['host-country-constraint', 'True to its doctrine of non-alignment, Vietnam is reluctant to go further.'],
    ['host-country-constraint', 'Closer ties meet limits: domestic opposition and national pride.'],
    ['host-country-constraint', 'Led by Gen. Arthit, Thailand has avoided taking sides.'],
    ['host-country-constraint', 'Indonesia holds to its free and active line. The government sees itself as an honest broker.'],
    ['host-country-constraint', 'By its principle of non-alignment, the government keeps a balance. Exercises are not held bilaterally.'],
    ['host-country-constraint', 'Objections among farmers made the ministry prolong the decision.'],
    ['china-pressure', 'Manila knows that the patrols may provoke an angry response from China.'],
    ['china-pressure', 'More visits could end in a security dilemma between Japan and China.'],
    ['china-pressure', 'China may retaliate if Hanoi seeks a closer partnership with Japan.'],
    ['china-pressure', 'Some fear Beijing’s reaction to deeper ties with Tokyo.'],
    ['multilateral-limits', 'ASEAN acts by consensus and cannot bind a member.'],
    ['multilateral-limits', 'Southeast Asian interests diverge.'],
    ['multilateral-limits', 'On this question ASEAN is far from united.'],
  ])('%s: %s', (limitation, text) => {
    expect(limitations(text)).toEqual([limitation]);
  });

  test.each([
    ['the alliance as such', 'Japan and the United States are allies and exercise together.'],
    ['China as such', 'China is the largest trading partner, and Japan the second.'],
    ['a host’s own constitution', 'The Cambodian constitution demands neutrality.'],
    ['pressure on the partner itself', 'China put pressure on Japan by holding back rare earths.'],
    ['values without a cost', 'Japan speaks up for human rights and democracy.'],
    ['work well done', 'Japanese projects are known for smooth implementation without delay.'],
    ['what is denied', 'That the constitution limits Japan does not mean that it stands aside.'],
    ['consensus that works', 'ASEAN reached a consensus quickly.'],
    ['what was overcome', 'ASEAN members agreed despite their differing interests.'],
    ['another’s slowness', 'The parliament was slow in its decisions.'],
  ])('is not %s', (_, text) => {
    expect(limitations(text)).toEqual([]);
  });

  test('is not proven by a heading, which only makes it surer', () => {
    const text = 'The Japanese railway suffered delays.';
    const plain = tagsOf(text).find((tag) => tag.facet === 'limitation')!;
    const under = tagsOf(text, { heading: 'LIMITS OF THE POLICY' }).find((tag) => tag.facet === 'limitation')!;
    expect(under.confidence).toBeGreaterThan(plain.confidence);
    expect(under.evidence).toContainEqual({ where: 'heading', words: 'LIMITS' });
    expect(limitations('Japan runs a railway.', { heading: 'LIMITS OF THE POLICY' })).toEqual([]);
  });

  test('is shown with the cues that stood together', () => {
    const tags = tagsOf('Trade grew. Its pacifist constitution forbids Japan to send soldiers.');
    expect(evidence(tags, 'constitutional-constraint').map(({ words }) => words).sort()).toEqual(['Japan', 'forbids', 'pacifist']);
  });
});

describe('the partner', () => {
  const delays = (title: string, text: string): string[] => limitations(text, { title });

  test('is the power that the titles name', () => {
    expect(delays('India’s role in the region', 'Indian projects suffered delays.')).toEqual(['implementation']);
    expect(delays('India’s role in the region', 'Japanese projects suffered delays.')).toEqual([]);
  });

  test('is the power that the text names most, where no title names one', () => {
    const draft = draftOf([{ title: 'The region', sections: { '': ['The EU built a road.', 'The EU and Japan met.', 'European projects suffered delays.', 'Japanese projects stalled.'] } }]);
    const tags = tagPassages(draft);
    expect(values(tags.get('p3')!, 'limitation')).toEqual(['implementation']);
    expect(values(tags.get('p4')!, 'limitation')).toEqual([]);
  });

  test('cannot be held back by itself', () => {
    expect(delays('America’s role in the region', 'Hanoi sees Washington rely on American ships.')).toEqual([]);
    expect(delays('China’s role in the region', 'China may retaliate if Hanoi seeks a closer partnership with Japan.')).toEqual([]);
  });

  test('may be unknown', () => {
    expect(delays('The region', 'Projects suffered delays.')).toEqual([]);
  });
});
