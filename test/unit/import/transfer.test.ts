import { expect, test } from 'vitest';
import { unflow } from '../../../db/import/mail/flowed.ts';
import { openShadows } from '../../../db/import/mail/shadows.ts';
import { decodeTransfer } from '../../../db/import/mail/transfer.ts';

const decoded = (text: string, encoding: string): string => decodeTransfer(Buffer.from(text, 'latin1'), encoding).toString('utf8');

test.each([
  ['quoted-printable', 'Two =E2=80=94 piers', 'Two — piers'],
  ['quoted-printable', 'Two =\r\npiers= \t\r\n and a light=\n.', 'Two piers and a light.'],
  ['Quoted-Printable', '1 = 1, =zz, =4, =', '1 = 1, =zz, =4, '],
  ['quoted-printable', 'small =c3=a4', 'small ä'],
  ['base64', 'VHdvIHBp\r\nZXJz\r\n', 'Two piers'],
  ['base64', 'VHc=\r\nbyBwaWVycw==\r\n', 'Two piers'],
  ['base64', 'VHdv!IHBp*ZXJz', 'Two piers'],
  ['7bit', 'Two =3D piers', 'Two =3D piers'],
])('%s is undone: %s', (encoding, text, expected) => {
  expect(decoded(text, encoding)).toBe(expected);
});

test('base64 of any length, in lines that each have their padding or none', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 37 + length) % 256));
    const padded = [bytes.subarray(0, length >> 1), bytes.subarray(length >> 1)].map((half) => half.toString('base64')).join('\r\n');
    expect(decodeTransfer(Buffer.from(padded), 'base64')).toEqual(bytes);
    expect(decodeTransfer(Buffer.from(bytes.toString('base64')), 'base64')).toEqual(bytes);
  }
});

test('what was broken to be sent becomes whole; depths of quotation and signatures stay apart', () => {
  expect(unflow('> Two \n> piers.\n>> A \n>> light.\nOne \ntwo.\n  set in\n-- \nAda', false)).toBe('> Two piers.\n>\n>> A light.\n>>\nOne two.\n\n set in\n-- \nAda');
});

test('only templates that a page shows become elements', () => {
  expect(openShadows('<template><p>a</p></template>')).toBe('<template><p>a</p></template>');
  expect(openShadows('<template shadowrootmode="open"><template>a</template>b</template></template>')).toBe('<div shadowrootmode="open"><template>a</template>b</div></template>');
});
