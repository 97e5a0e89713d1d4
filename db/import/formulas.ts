import { isElement, localName, type Element } from './tree.ts';

/** What a formula says of itself beside its signs. */
const BESIDE = /^annotation/;

/**
 * A formula's signs in one line: "a/b", "x^2", "x_i", as those of Word documents also become.
 * @param formula MathML, with any prefix
 */
export function formulaInLine(formula: Element): string {
  return signsOf(formula).trim();
}

function signsOf(found: Element): string {
  const name = localName(found);
  const parts = found.children.flatMap((child) => (!isElement(child) ? child.text.trim() : BESIDE.test(localName(child)) ? [] : signsOf(child))).filter((part) => part !== '');
  const [base = '', one = '', two = ''] = parts;
  if (name === 'mfrac') return `${base}/${one}`;
  if (name === 'msup' || name === 'mover') return `${base}^${one}`;
  if (name === 'msub' || name === 'munder') return `${base}_${one}`;
  if (name === 'msubsup' || name === 'munderover') return `${base}_${one}^${two}`;
  if (name === 'mfenced') return `${found.attributes['open'] ?? '('}${parts.join(found.attributes['separators'] ?? ',')}${found.attributes['close'] ?? ')'}`;
  const signs = parts.join(name === 'mtr' ? ' ' : '');
  return name === 'msqrt' ? `√${signs}` : name === 'mtr' ? `${signs} ` : signs;
}
