import { describe, expect, test } from 'vitest';
import { signerOf, speakerOf, toldAbove } from '../../../db/structure/front-lines.ts';

describe('lines above a text say of it', () => {
  test.each([
    ['Subject: Night pilotage', { title: 'Night pilotage' }], ['Betreff: Die Lotsen', { title: 'Die Lotsen' }], ['件名：夜間の水先について', { title: '夜間の水先について' }],
    ['Date: 14 March 2024', { date: '2024-03-14' }], ['Datum: 14. März 2024, 18 Uhr', { date: '2024-03-14' }], ['Date: 2024-03-14', { date: '2024-03-14' }], ['R 141530Z MAR 24', { date: '2024-03-14' }],
    ['14 March 2024', { date: '2024-03-14' }], ['Port Vellan, 14 March 2024', { date: '2024-03-14' }], ['Port-Vellan, le 14 mars 2024', { date: '2024-03-14' }], ['Hà Nội, ngày 14 tháng 3 năm 2024', { date: '2024-03-14' }],
    ['Held at the Pilot House, Port Vellan, on Thursday, 14 March 2024, at 10 a.m.', { date: '2024-03-14' }], ['PORT VELLAN, 14 March 2024 – The pilots will not board.', { date: '2024-03-14' }],
    ['Prepared by: Per Holm', { authors: ['Per Holm'] }], [':Author: Per Holm', { authors: ['Per Holm'] }], [':Date: 2024-03-14', { date: '2024-03-14' }], ['Verfasserin: Ada Larsen', { authors: ['Ada Larsen'] }], ['From: Ada Larsen, Head of Pilotage', { authors: ['Ada Larsen'] }], ['作者：李小明、王芳', { authors: ['李小明', '王芳'] }],
    ['Remarks by Minister Ivo Brandt, Port Vellan', { authors: ['Ivo Brandt'] }],
  ])('%s', (line, facts) => {
    expect(toldAbove(['Harbour Council', line])).toEqual(facts);
  });

  test.each([
    'From: Pilotage Division', 'From: The Harbour Council', 'Bezug: Drahtbericht Nr. 88 vom 2. Februar 2024', 'Sperrfrist: 14. März 2024, 18 Uhr', 'Ref: Note No. 88 of 2 February 2024', 'Embargoed until 14 March 2024',
    'The pilots were paid in March 2024.', 'Present: Ada Larsen, Nora Falk', 'Remarks by the Minister of Harbours', 'Statement of the Harbour Council',
  ])('nothing: %s', (line) => {
    expect(toldAbove([line])).toEqual({});
  });

  test('a field says more than a date that stands elsewhere', () => {
    expect(toldAbove(['Orla, 2 February 2024', 'Date: 14 March 2024'])).toEqual({ date: '2024-03-14' });
  });

  test('a speech says who gives it', () => {
    expect(speakerOf('Discours de M. Yves Brandt, ministre des Ports')).toEqual(['Yves Brandt']);
    expect(speakerOf('Address to the Harbour Council')).toBeNull();
  });

  test('a letter is signed below its closing words, at its end', () => {
    const letter = ['Dear Colleagues,', 'The pilots are paid.', 'Yours sincerely,', 'Ivo Brandt', 'Minister of Harbours'];
    expect(signerOf(letter)).toEqual(['Ivo Brandt']);
    expect(signerOf(letter.slice(1))).toBeNull();
    expect(signerOf([...letter, ...Array.from({ length: 20 }, () => 'A report follows.')])).toBeNull();
  });
});
