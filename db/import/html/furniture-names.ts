import type { Element } from '../tree.ts';

/**
 * What an element's names say that it is beside the text: a line or a row of links ("share", "breadcrumb"), other
 * texts to read ("related"), a box with words of its own ("newsletter", "cookie-banner"), a part of the page around the
 * text ("footer", "sidebar"), or what readers wrote below it ("comments").
 */
export type FurnitureKind = 'line' | 'others' | 'box' | 'frame' | 'comments';

const KINDS: Record<FurnitureKind, string[]> = {
  line: [
    'share', 'shares', 'sharing', 'sharer', 'sharebar', 'sharethis', 'sharedaddy', 'addthis', 'addtoany', 'a2a', 'social', 'socials', 'social-media', 'follow', 'follow us',
    'breadcrumb', 'breadcrumbs', 'crumbs', 'skip', 'skiplink', 'skiplinks', 'skipnav', 'skip nav', 'skip to content', 'jump link', 'jump to nav', 'pager', 'pagination', 'paging', 'prev next', 'next prev',
    'tags', 'taglist', 'tag list', 'tag cloud', 'tagcloud', 'catlinks', 'categories', 'category', 'kicker', 'eyebrow', 'article type', 'content type', 'post type', 'report type', 'read time', 'reading time', 'editsection', 'printfooter', 'print', 'printer friendly', 'print friendly',
    'tools', 'toolbar', 'toolbox', 'actions', 'back to top', 'scroll to top', 'scroll top', 'totop', 'to top', 'lang switch', 'lang switcher', 'language switch', 'language switcher', 'language selector', 'languages', 'noprint', 'like', 'likes', 'reactions', 'dropdown', 'dropdowns',
  ],
  others: [
    'related', 'relatedposts', 'related articles', 'related posts', 'related publications', 'related stories', 'related news', 'related content', 'recommended', 'recommended articles', 'read next', 'read also', 'also like', 'you may like', 'more from', 'more stories', 'up next', 'most read', 'most popular', 'trending',
  ],
  box: [
    'cookie', 'cookies', 'cookie law', 'cookiebar', 'cookiebanner', 'cookieconsent', 'consent', 'gdpr', 'onetrust', 'newsletter', 'newsletters', 'subscribe', 'subscription', 'subscriptions', 'signup', 'sign up', 'mailing list', 'mc embed', 'mailchimp',
    'promo', 'promos', 'promotion', 'advert', 'adverts', 'advertisement', 'advertising', 'ad slot', 'ads', 'adsbygoogle', 'sponsor', 'sponsored', 'donate', 'donation', 'paywall', 'popup', 'pop up', 'modal', 'overlay', 'lightbox', 'login', 'log in', 'signin', 'sign in',
    'search', 'feedback', 'survey', 'respond', 'comment form',
  ],
  frame: ['nav', 'navs', 'navbar', 'navi', 'navigation', 'nav bar', 'menu', 'menus', 'megamenu', 'mega menu', 'submenu', 'topbar', 'top bar', 'topnav', 'sitenav', 'footer', 'colophon', 'masthead', 'sidebar', 'side bar', 'siteheader', 'site header', 'global header', 'navbox'],
  comments: ['comments', 'commentlist', 'comment list', 'disqus', 'disqus thread', 'replies', 'discussion'],
};

/** Words beside them that only say where something stands, or what it is made of. Others say what it is about: "social-protection". */
const BESIDE = new Set([
  'area', 'article', 'articles', 'aside', 'banner', 'bar', 'block', 'body', 'bottom', 'box', 'btn', 'button', 'buttons', 'card', 'cards', 'col', 'column', 'component', 'container', 'content', 'contents', 'desktop', 'dialog', 'embed', 'entry', 'field', 'fixed', 'float',
  'floating', 'footer', 'form', 'global', 'grid', 'group', 'header', 'heading', 'holder', 'horizontal', 'icon', 'icons', 'inline', 'inner', 'item', 'items', 'label', 'layout', 'left', 'link', 'links', 'list', 'main', 'mobile', 'module', 'name', 'node', 'notice', 'outer', 'page',
  'panel', 'pane', 'position', 'post', 'posts', 'primary', 'region', 'report', 'right', 'root', 'row', 'secondary', 'section', 'single', 'site', 'small', 'sticky', 'story', 'text', 'thread', 'title', 'top', 'type', 'vertical', 'view', 'views', 'widget', 'widgets', 'wrap', 'wrapper',
]);
/** What a page is without, or has elsewhere. */
const ELSEWHERE = /^(?:has|have|no|not|with|without|hide|hidden|hides)$/;
/** A site's own prefix, or a number; small words stand in titles that became names: "share-of-trade". */
const PREFIX = /^(?:(?!(?:of|in|on|at|by|to|as|or|and|for|the|our|how|why|who)$)[a-z]{1,3}|\d+)$/;

const BY_WORDS = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name.replaceAll('-', ' '), kind as FurnitureKind] as const)));
const LONGEST = 3;
const PREFIXED = 5;

/** What an element's class, id and label say that it is; null where they say nothing of the kind. @param prefixes the site's own, which say nothing */
export function kindByNames({ attributes }: Element, prefixes: ReadonlySet<string>): FurnitureKind | null {
  const names = [...(attributes['class'] ?? '').split(/\s+/), attributes['id'] ?? '', attributes['aria-label'] ?? ''];
  for (const name of names) {
    const kind = name === '' || name.length > 60 ? null : kindOfName(name, prefixes);
    if (kind !== null) return kind;
  }
  return null;
}

function kindOfName(name: string, prefixes: ReadonlySet<string>): FurnitureKind | null {
  const words = wordsOf(name);
  if (words.length > 1 && prefixes.has(words[0]!)) words.shift();
  if (words.some((word) => ELSEWHERE.test(word))) return null;
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const kind = BY_WORDS.get(words.slice(from, from + length).join(' '));
      if (kind !== undefined && words.every((word, at) => (at >= from && at < from + length) || BESIDE.has(word) || PREFIX.test(word) || BY_WORDS.has(word))) return kind;
    }
  }
  return null;
}

/** Words that so many names of a page begin with that they are its site's own. */
export function prefixesIn(elements: Iterable<Element>): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const { attributes } of elements) {
    for (const name of (attributes['class'] ?? '').split(/\s+/)) {
      const [first, ...rest] = wordsOf(name);
      if (first === undefined || rest.length === 0 || BY_WORDS.has(first)) continue;
      const known = names.get(first);
      if (known) known.add(name);
      else names.set(first, new Set([name]));
    }
  }
  return new Set([...names].filter(([, all]) => all.size >= PREFIXED).map(([first]) => first));
}

const wordsOf = (name: string): string[] => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
