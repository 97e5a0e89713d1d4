import type { ResolvedPack } from '../model/pack.ts';

export interface PackEntry { title: string; detail: string; passages: number; notes: number; problem: string | null }
export interface ComposedPack {
  /** One whole HTML document: what is previewed, printed and made into a PDF. */
  html: string;
  /** One for each item of the pack, in order. */
  entries: PackEntry[];
  /** Sentences for the user about what was done otherwise than asked. */
  notices: string[];
}

/** Sets a pack as one printable HTML document. All of its text is escaped; nothing in it runs. @param fontCss @font-face rules */
export function composeHtml(_resolved: ResolvedPack, _fontCss: string): ComposedPack {
  throw new Error('db/packs is not built yet');
}

/** The same pack as Markdown with `[^n]` footnotes. */
export function composeMarkdown(_resolved: ResolvedPack): string {
  throw new Error('db/packs is not built yet');
}
