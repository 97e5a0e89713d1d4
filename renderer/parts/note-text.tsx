import type { ReactNode } from 'react';

/**
 * A note's words. Addresses are no links: nothing here leads out of the machine, but they may break anywhere, and can be
 * selected and copied.
 */
export function NoteText({ text }: { text: string }) {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(/https?:\/\/\S+/g)) {
    pieces.push(text.slice(end, index), <span key={index} className="address">{address}</span>);
    end = index + address.length;
  }
  pieces.push(text.slice(end));
  return pieces;
}
