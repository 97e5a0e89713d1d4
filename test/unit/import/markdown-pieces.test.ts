import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Nodes } from 'mdast';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { parsePieces } from '../../../db/import/markdown/pieces.ts';
import { draftOfFile } from '../../helpers/read-file.ts';

const parse = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children;
/** What a node says, without what only counts letters. */
const told = (node: Nodes, before: number): unknown => ({
  type: node.type, value: 'value' in node ? node.value : null, identifier: 'identifier' in node ? node.identifier : null,
  from: before + node.position!.start.line, to: before + node.position!.end.line, children: 'children' in node ? node.children.map((child) => told(child, before)) : [],
});

const defined = (nodes: readonly Nodes[]): Set<string> => new Set(nodes.flatMap((node) => [...(node.type === 'definition' || node.type === 'footnoteDefinition' ? [node.identifier] : []), ...('children' in node ? defined(node.children) : [])]));

const FRAGMENTS = [
  '# Ember', 'Two piers\nand a light.[^1]', 'See [the treaty][t] and [t], not [u].', '[^1]: A note.\n[^2]: Another.', '[^2]: A note\n\n    of two paragraphs.', 'Text\n[^1]: no blank before.', '[t]: https://example.org',
  '- one\n- two\n\n  more of two\n\n- three', '1. one\n\n   ```\n   code\n   ```', '```\ncode\n\n# no heading', '```', '~~~\na\n~~~', '<!-- a\n\nText -->', '<div>\n\nText\n\n</div>', '<pre>\n\nText', '> quoted\n\n> again\nlazy', '| a | b |\n| - | - |\n| c | d |\n[^1]: note', '    indented\n\n    code',
  'Title\n=====', '\\[^1] and `[^1]`', '[^2] begins.[^3]', '“Quoted” words *over\ntwo* lines.', '***', '[^3]: > quoted\n> on', '', ' ',
];

test('a document that is parsed in pieces is parsed as a whole', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }), fc.constantFrom('\n\n', '\n', '\n\n\n'), fc.integer({ min: 1, max: 60 }), (fragments, between, size) => {
    const text = fragments.join(between);
    // A definition that stands in open code or HTML is none; in pieces it is taken for one.
    const labels = [...new Set(text.match(/^(?:\[\^?\w+\](?=:))/gm))].map((label) => label.slice(1, -1).replace('^', ''));
    fc.pre(labels.every((label) => defined(parse(text)).has(label)));
    const nodes: unknown[] = [];
    parsePieces(text, parse, (node, before) => nodes.push(told(node, before)), size);
    expect(nodes).toEqual(parse(text).map((node) => told(node, 0)));
  }), { numRuns: 1500 });
});

test('lines are counted, and notes found, over all of its pieces', async () => {
  const parts = Array.from({ length: 300 }, (_, at) => `Harbour number ${at} has two piers and a light.[^n${at}]\n\n`);
  const { passages, footnotes, warnings } = await draftOfFile(`# Ports\n\n${parts.join('')}${parts.map((_, at) => `[^n${at}]: Annual Report ${at}.`).join('\n')}\n`, 'ports.md');
  expect(passages.map(({ lines, footnotes: [note] }) => [lines.from, note!.n])).toEqual(parts.map((_, at) => [at * 2 + 3, String(at + 1)]));
  expect(footnotes.map(({ text, lines }) => [text, lines.from])).toEqual(parts.map((_, at) => [`Annual Report ${at}.`, 603 + at]));
  expect(warnings).toEqual([]);
});
