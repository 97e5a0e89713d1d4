import { AttacheError } from '../../db/model/errors.ts';

/**
 * Puts a text on the clipboard. Where the page may not use the clipboard directly, the older way of a selected field is taken.
 * @throws AttacheError where both are refused
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyFromField(text)) throw new AttacheError('not-allowed', 'The clipboard is closed to Attaché. Select the text and copy it with Ctrl C or ⌘ C.');
  }
}

function copyFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  Object.assign(field.style, { position: 'fixed', top: '0', opacity: '0' });
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
