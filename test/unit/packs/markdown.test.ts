import fc from 'fast-check';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { composeMarkdown } from '../../../db/packs/compose.ts';
import { compareTable, fullPack, group, noted, passage, passages, resolved, tablePassage } from './sample.ts';

const parse = (markdown: string): Root => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
const tree = (...given: Parameters<typeof resolved>) => parse(composeMarkdown(resolved(...given)));
const kinds = (root: Root) => root.children.map((node) => node.type);

describe('a pack as Markdown', () => {
  test('begins with the marking, the title and the cover’s facts', () => {
    const markdown = composeMarkdown(resolved([]));
    expect(markdown).toMatch(/^\*\*RESTRICTED\*\* \(marking applied by the user\)\n\n# Hanoi visit\n\nTalks on coast guards, loans and schools\n\n- For: The ambassador\n- From: Political section\n- Date: 3 December 2026\n- Place: Hanoi\n/);
    expect(composeMarkdown(resolved([], { marking: '' }))).toMatch(/^# Hanoi visit/);
  });

  test('its notes are numbered through the pack and each call has its note', () => {
    const markdown = composeMarkdown(fullPack());
    const calls = [...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map((found) => Number(found[1]));
    const notes = [...markdown.matchAll(/^\[\^(\d+)\]:/gm)].map((found) => Number(found[1]));
    expect(calls).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(notes).toEqual(calls);
    expect(markdown).toContain('[^2]: Wallis, “Two kinds of hedge”, 2013, pp. 479–517. \\[note 18]');
  });

  test('page breaks are thematic breaks, points are lists, tables are tables', () => {
    expect(kinds(tree([{ kind: 'heading', text: 'A' }, { kind: 'pageBreak' }, { kind: 'table', table: compareTable() }], { marking: '', subtitle: '', preparedBy: '', preparedFor: '', date: '', place: '' })))
      .toEqual(['heading', 'heading', 'thematicBreak', 'heading', 'paragraph', 'table', 'table']);
    const quoted = tree([passages('P', [group([passage('one', { kind: 'list-item' }), passage('two', { kind: 'list-item' }), passage('q', { kind: 'pull-quote' }), passage('r', { kind: 'quotation' }), passage('a  1\nb  2', { kind: 'table' })])])]);
    expect(kinds(quoted).slice(-6)).toEqual(['list', 'blockquote', 'blockquote', 'code', 'heading', 'list']);
  });

  test('a report’s table is a table, its calls in their cells', () => {
    const table = tree([passages('P', [group([tablePassage()])])]).children.find((node) => node.type === 'table');
    expect(table!.children.map((row) => row.children.map((cell) => toString(cell)))).toEqual([['Port', 'Works', '1998', '1999'], ['In the north', '', '', ''], ['Ember and its skerries', 'Two piers', '40', '41'], ['Holm', '', '–', '1,200']]);
    expect(table!.align).toEqual([null, null, 'right', 'right']);
    expect(table!.children[2]!.children[2]!.children.at(-1)).toMatchObject({ type: 'footnoteReference', identifier: '1' });
  });

  test('an address in a note can be copied', () => {
    expect(composeMarkdown(resolved([passages('P', [group([noted('a‹1›', { 1: 'See https://example.org/a_b/c*d, 2019.' })])])]))).toContain('See <https://example.org/a_b/c*d>, 2019.');
  });

  test('own text cannot swallow what follows, and what is missing is said', () => {
    const root = tree([{ kind: 'text', markdown: '```\nnever closed' }, { kind: 'heading', text: 'After' }, { kind: 'missing', problem: 'The report is gone.' }]);
    expect(root.children.filter((node) => node.type === 'heading').map((node) => toString(node))).toEqual(['Hanoi visit', 'After']);
    expect(toString(root)).toContain('Nothing can be shown here. The report is gone.');
  });

  test('a passage’s words come back as they were, whatever signs stand in them', () => {
    const sign = fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '#', '-', '+', '1.', '>', '<b>', '&amp;', '|', '~~', '!', '\\', 'a', 'word', '[^1]', 'é', '=', ':', '"');
    fc.assert(fc.property(fc.array(fc.array(sign, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.map((signs) => signs.join('')).join(' ');
      const root = tree([passages('Title', [group([passage(text)])])]);
      const said = root.children.filter((node) => node.type === 'paragraph').map((node) => toString(node));
      expect(said).toContain(text);
      expect(root.children.filter((node) => node.type === 'heading').map((node) => toString(node))).toEqual(['Hanoi visit', 'Title', 'Sources']);
    }), { numRuns: 300 });
  });

  test('is GFM through and through: every table and note is read as one, and nothing as HTML', () => {
    const types = kinds(parse(composeMarkdown(fullPack())));
    expect(types.filter((type) => type === 'table')).toHaveLength(3);
    expect(types.filter((type) => type === 'footnoteDefinition')).toHaveLength(8);
    expect(types).not.toContain('html');
  });
});
