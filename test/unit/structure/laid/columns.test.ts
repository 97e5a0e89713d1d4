import { expect, test } from 'vitest';
import { structureLaid } from '../../../../db/structure/laid/laid.ts';
import { line, page, source } from '../../../fixtures/laid.ts';

const LEFT = ['The council of the coast met every', 'spring and asked its pilots what they', 'had seen, and what the winter had done', 'to the lights on the skerries, before', 'it spent a single crown. Then the fleet', 'was sold, all but two boats that no-', 'body wanted to buy, and nobody spoke', 'of it again in the years that came and', 'went, until the herring did return. Of'];
const RIGHT = ['all the autumns of that generation it', 'was the best, or so the books say, and', 'they were kept with great care. In the', 'end both boats were bought back by the', 'town, at twice the price that it had', 'asked, and were named after the pilots', 'who had died. They lie at the quay to', 'this day, where whoever asks may see', 'them, with their lamps and their nets.'];

test('a gutter narrower than the letters’ size is seen by the many lines beside it, though hyphens and quotation marks hang out into it', () => {
  const left = LEFT.map((text, at) => line(40, 60 + at * 12, text, { right: text.endsWith('-') ? 221.8 : 220 }));
  const right = RIGHT.map((text, at) => line(at === 3 ? 227.6 : 229, 60 + at * 12, text, { right: 409 }));
  const made = structureLaid(source([page(1, [...left, ...right])]), 'Ports', {});
  expect(made.passages.map(({ text }) => text)).toEqual([[...LEFT, ...RIGHT].join(' ').replace('no- body', 'nobody')]);
});

test('a picture with a line below it beside the text is read behind it, and the text goes on below', () => {
  const beside = LEFT.map((text, at) => line(40, 60 + at * 12, text, { right: 220 }));
  const below = ['all the autumns of that generation it was the best, or so the books say, and all', 'were kept with great care.'].map((text, at) => line(40, 60 + (LEFT.length + at) * 12, text, { right: at ? 150 : 400 }));
  const caption = line(240, 60 + 7 * 12, 'The boats at the quay in winter', { size: 8, right: 380 });
  const pictures = [{ left: 240, top: 50, right: 400, bottom: 130, picture: 0 }];
  const made = structureLaid(source([page(1, [...beside, ...below, caption], { pictures })], { pictures: [{ mime: 'image/png', width: 1, height: 1, bytes: new Uint8Array() }] }), 'Ports', {});
  expect(made.passages.map(({ text }) => text)).toEqual([[...LEFT, ...below.map(({ text }) => text)].join(' ').replace('no- body', 'nobody'), 'The boats at the quay in winter']);
});
