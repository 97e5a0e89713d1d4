import { expect, test } from 'vitest';
import { draftOfFile } from '../../helpers/read-file.ts';

const SAID = 'The harbour office was moved to the mole, since the old one had been flooded three winters in a row.';
const REPEATED = 'the old one had been flooded three winters in a row';
const OTHERS = 'No ship shall be refused a pilot while there is one at the station, whatever flag it may fly.';

const kindsOf = async (text: string, name: string) => (await draftOfFile(text, name)).passages.map(({ kind }) => kind);

test.each([
  ['report.html', `<h1>Ports</h1><p>${SAID}</p><blockquote>${OTHERS}</blockquote><p>So it stood.</p><blockquote>${REPEATED}</blockquote>`],
  ['report.md', `# Ports\n\n${SAID}\n\n> ${OTHERS}\n\nSo it stood.\n\n> ${REPEATED}\n`],
  ['report.txt', `${SAID}\n\n> ${OTHERS}\n\nSo it stood.\n\n> ${REPEATED}\n`],
])('%s: what is set as a quotation is one, unless it says again what the text says', async (name, text) => {
  expect(await kindsOf(text, name)).toEqual(['paragraph', 'quotation', 'paragraph', 'pull-quote']);
});

test('what a web page calls a pull quote is one, whatever it says', async () => {
  expect(await kindsOf(`<h1>Ports</h1><p>${SAID}</p><p class="pull-quote">${OTHERS}</p><aside role="doc-pullquote"><p>Nobody sailed.</p></aside>`, 'report.html')).toEqual(['paragraph', 'pull-quote', 'pull-quote']);
});

test.each([' {kind: quotation}', '\n\n{kind: quotation}'])('what its author calls a quotation is one, though the text says it again: %j', async (mark) => {
  expect(await kindsOf(`# Ports\n\n${SAID}\n\n> ${REPEATED}${mark}\n`, 'report.md')).toEqual(['paragraph', 'quotation']);
});
