import type { Part } from './message-parts.ts';

/**
 * Finds parts of a file by what its pages call them: "cid:" and a part's name, or an address that a part says to come
 * from. Nothing else is looked at. Source: RFC 2392, RFC 2557.
 */
export function createAddresses(parts: readonly Part[], from: string): { find: (source: string, base?: string) => Part | null } {
  const named = new Map<string, Part>();
  const located = new Map<string, Part>();
  for (const part of parts) {
    if (part.id !== '' && !named.has(part.id)) named.set(part.id, part);
    for (const address of part.location === '' ? [] : [part.location, absolute(part.location, from)]) if (!located.has(address)) located.set(address, part);
  }
  return {
    find(source, base = from) {
      // A picture within the page is as long as it is, and no address.
      if (/^data:/i.test(source)) return null;
      const name = /^cid:(.*)$/is.exec(source)?.[1];
      // Chromium calls its style sheets "cid:…" where others say an address.
      if (name !== undefined) return named.get(name) ?? named.get(unescaped(name)) ?? located.get(source) ?? null;
      return located.get(absolute(source, base)) ?? located.get(source) ?? null;
    },
  };
}

/** An address without its place in the page; as it stands where it is none. */
export function absolute(source: string, base: string): string {
  try {
    const { href, hash } = base === '' ? new URL(source) : new URL(source, base);
    return href.slice(0, href.length - hash.length);
  } catch {
    return source.replace(/#.*$/s, '');
  }
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A part and all that stand in it. */
export function withAll(part: Part): Part[] {
  const all: Part[] = [];
  const waiting = [part];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next);
    waiting.push(...[...next.parts].reverse());
  }
  return all;
}

export const isHtml = ({ type }: Part): boolean => type === 'text/html' || type === 'application/xhtml+xml';
