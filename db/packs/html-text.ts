import type { Nodes, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { escapeHtml } from './escape.ts';

/**
 * The user's own words as HTML. Only the kinds of nodes that `readOwnText` leaves are known here; a link is its text
 * with the address behind it, since paper cannot be clicked and a preview must not lead out of the app.
 * @param called the numbers of notes that were called before, so that an id stands once in the document
 */
export function textHtml(nodes: readonly RootContent[], called: Set<number>): string {
  return nodes.map((node) => nodeHtml(node, called)).join('');
}

function nodeHtml(node: Nodes, called: Set<number>): string {
  const inner = () => ('children' in node ? node.children.map((child) => nodeHtml(child, called)).join('') : '');
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'paragraph':
      return `<p dir="auto">${inner()}</p>\n`;
    case 'heading':
      return `<h${node.depth} dir="auto">${inner()}</h${node.depth}>\n`;
    case 'blockquote':
      return `<blockquote dir="auto">${inner()}</blockquote>\n`;
    case 'list':
      return node.ordered ? `<ol start="${node.start ?? 1}">${inner()}</ol>\n` : `<ul>${inner()}</ul>\n`;
    case 'listItem':
      return `<li dir="auto"${typeof node.checked === 'boolean' ? ` class="${node.checked ? 'done' : 'open'}"` : ''}>${inner()}</li>`;
    case 'table':
      return tableHtml(node, called);
    case 'code':
      return `<pre dir="auto">${escapeHtml(node.value)}</pre>\n`;
    case 'thematicBreak':
      return '<hr>\n';
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'emphasis':
      return `<em>${inner()}</em>`;
    case 'strong':
      return `<strong>${inner()}</strong>`;
    case 'delete':
      return `<s>${inner()}</s>`;
    case 'break':
      return '<br>';
    case 'link':
      return ['', 'mailto:', 'http://'].some((scheme) => scheme + toString(node) === node.url) ? inner() : `${inner()} (${escapeHtml(node.url)})`;
    case 'footnoteReference':
      return callHtml(Number(node.identifier), called);
    default:
      return inner();
  }
}

function tableHtml(table: Table, called: Set<number>): string {
  const row = (at: number, tag: 'th' | 'td') => {
    const cells = table.children[at]!.children.map((cell, column) => {
      const align = table.align?.[column];
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''} dir="auto"${align ? ` class="${align}"` : ''}>${cell.children.map((child) => nodeHtml(child, called)).join('')}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  const body = table.children.slice(1).map((_, at) => row(at + 1, 'td')).join('\n');
  return `<table class="own"><thead>${row(0, 'th')}</thead><tbody>${body}</tbody></table>\n`;
}

/**
 * A raised number that leads to its note. The id stands on the link, not on the raised number: an element without line
 * height is placed on the page before when it stands at a page's top.
 */
export function callHtml(number: number, called: Set<number>): string {
  const id = called.has(number) ? '' : ` id="call-${number}"`;
  called.add(number);
  return `<a class="call"${id} href="#note-${number}" role="doc-noteref" aria-label="Note ${number}"><sup>${number}</sup></a>`;
}
