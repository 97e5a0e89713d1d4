import { isBlock } from '../marked-document.ts';
import { all, descendants, elementsOf, hasWord, rawText, textOf, type Element } from '../tree.ts';
import { shortText } from './note-text.ts';
import type { Measure } from './measure.ts';

const SKIP = /^(?:skip|jump)(?: directly| ahead)? to\b.{0,40}$|^skip (?:navigation|links)$|^(?:direkt )?zum (?:haupt)?inhalt\b.{0,20}$|^aller (?:directement )?au contenu\b.{0,20}$|^(?:passer|accéder) au contenu\b.{0,20}$|^(?:saltar|ir|pular|saltar para|ir para) (?:al|o|ao) (?:contenido|conteúdo)\b.{0,20}$|^(?:vai|salta) al contenuto\b.{0,20}$|^(?:ga )?naar (?:de )?inhoud\b.{0,20}$/i;
const SHARE_WORDS = /^(?:share|share (?:on|via|this)\b.{0,30}|tweet(?: this)?|post|e-?mail(?: this.{0,20})?|print(?: this.{0,20})?|copy(?: link)?|link|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|mastodon|bluesky|threads|pocket|instagram|youtube|rss|save|teilen|drucken|merken|partager|imprimer|compartir|imprimir|compartilhar|condividi|stampa|delen)$/i;
const HOME = /^(?:home|homepage|startseite|accueil|inicio|início|home page|strona główna|hjem|hem|beranda|trang chủ|ホーム|首页|首頁|الرئيسية)$/iu;
const AGREE = /^(?:(?:i )?(?:accept|agree|allow|reject|decline|deny)\b.{0,30}|got it!?|ok(?:ay)?!?|(?:alle )?(?:akzeptieren|ablehnen|zustimmen)|(?:tout )?(?:accepter|refuser)|(?:aceptar|rechazar|aceitar|rejeitar|accetta|rifiuta)\b.{0,20})$/i;
const COOKIES = /cookie/i;
const CONSENT_AT_MOST = 4000;
const BUTTONS_AT_MOST = 50;
const ELEMENTS_AT_MOST = 200;
const CHILDREN_AT_MOST = 20;
const LETTER_BOX_AT_MOST = 300;
const LETTER_BOX_SHARE = 0.3;
const SENTENCE = 150;
const BREADCRUMB_AT_MOST = 250;
/** What stands over other texts to read, or asks for something. */
const OTHERS = new RegExp(`^(?:${[
  'related(?: (?:articles?|posts?|content|stories|publications?|news|items|links|pages|analysis|research|reports|events))?', 'more (?:from|in|like)\\b.{0,40}', 'more (?:articles|stories|news|posts|publications)',
  'you (?:may|might) (?:also )?(?:like|be interested in|want to read).{0,20}', 'recommended(?: for you| articles| posts)?', 'most (?:read|popular|viewed|shared)\\b.{0,40}', 'trending(?: now)?', 'read (?:next|more|also)', 'up next', 'latest (?:articles|posts|news|publications|stories)',
  'share(?: (?:this|on|via)\\b.{0,40})?', 'follow us\\b.{0,30}', 'subscribe\\b.{0,60}', 'sign up\\b.{0,60}', '(?:our|get our) (?:\\w+ )?newsletters?', 'stay (?:informed|updated|connected|in touch)\\b.{0,30}', 'leave a (?:reply|comment)', '\\d+ (?:comments?|responses|replies)', 'discussion about this post', 'filed under',
  'ähnliche (?:artikel|beiträge)', 'verwandte (?:artikel|themen|beiträge)', 'mehr zum thema', 'das könnte (?:sie|dich) auch interessieren', 'teilen', 'à lire aussi', '(?:articles|contenus) (?:liés|similaires|connexes)', 'sur le même sujet', 'partager', '(?:artículos|noticias|contenidos) relacionad[oa]s', 'compartir', 'artigos relacionados', 'leia também',
].join('|')})\\s*[:…]?$`, 'iu');

/** Titles that chapters have too: what stands below them has to ask for something. */
const ASKING = /^(?:comments?|responses|replies|newsletters?|tags)(?: \(\d+\))?:?$/i;

/** A link that leads past the site's navigation. */
export function isSkipLink(found: Element): boolean {
  if (found.children.length > CHILDREN_AT_MOST) return false;
  const text = shortText(found);
  const link = found.name === 'a' ? found : elementsOf(found)[0];
  return text !== '' && SKIP.test(text) && link?.name === 'a' && (link.attributes['href'] ?? '').includes('#') && shortText(link) === text;
}

/** A row of nothing but names of services to share a page by. */
export function isShareRow(found: Element, { letters, linked, prose, elements }: Measure): boolean {
  if (letters === 0 || letters > 300 || prose > 0 || elements === 0 || elements > ELEMENTS_AT_MOST) return false;
  const words = wordsOf(found).filter((word) => !/^\d+$/.test(word));
  return words.length > 0 && words.every((word) => SHARE_WORDS.test(word)) && (linked === letters || all(found, 'a').length > 1 || all(found, 'button').length > 1);
}

/** A box that asks for an address, with a few words that say what for. */
export function isLetterBox(found: Element, { letters, prose, elements, asking }: Measure, whole: Measure): boolean {
  if (asking === 0 || letters > LETTER_BOX_AT_MOST || letters > whole.letters * LETTER_BOX_SHARE || prose > letters / 2 + SENTENCE || elements > ELEMENTS_AT_MOST) return false;
  return all(found, 'input').some(({ attributes }) => /^email$/i.test(attributes['type'] ?? '') || /e-?mail/i.test(attributes['name'] ?? attributes['placeholder'] ?? ''));
}

/** "Home > Research > Ports", of which all but the last lead elsewhere. */
export function isBreadcrumb(found: Element, { letters, links, elements }: Measure): boolean {
  if (links === 0 || letters > BREADCRUMB_AT_MOST || elements > ELEMENTS_AT_MOST || all(found, 'h1').length > 0) return false;
  const words = wordsOf(found);
  const linked = new Set(all(found, 'a').flatMap(wordsOf));
  return words.length > 1 && HOME.test(words[0]!) && words.slice(0, -1).every((word) => linked.has(word));
}

/** A list of links above the text: the site's own. */
export function isSiteMenu(found: Element, { letters, linked, links, prose }: Measure, whole: Measure): boolean {
  if ((found.name !== 'ul' && found.name !== 'ol') || whole.prose === 0) return false;
  return links > 2 && prose === 0 && linked >= letters * 0.9 && all(found, 'a').every(({ attributes: { href } }) => href !== undefined && !href.startsWith('#'));
}

/** What asks whether cookies may be set: the smallest boxes that say the word and have a button to agree. */
export function consentBoxesIn(body: Element, measures: ReadonlyMap<Element, Measure>): Set<Element> {
  const boxes = new Set<Element>();
  let tried = 0;
  for (const one of descendants(body)) {
    if (!isButton(one) || !AGREE.test(shortText(one) || (one.attributes['value'] ?? ''))) continue;
    if ((tried += 1) > BUTTONS_AT_MOST) break;
    for (let up = one.parent; up && up !== body && (measures.get(up)?.letters ?? 0) <= CONSENT_AT_MOST; up = up.parent) {
      if (!isBlock(up) || !COOKIES.test(rawText(up))) continue;
      boxes.add(up);
      break;
    }
  }
  return boxes;
}

function isButton(found: Element): boolean {
  return found.name === 'button' || found.name === 'a' || hasWord(found, 'role', /^button$/) || (found.name === 'input' && /^(?:button|submit)$/.test(found.attributes['type'] ?? ''));
}

/** What belongs to a title that stands over other texts: all that follows, to the next title as high. @returns [] where it is no such title */
export function titlesOthers(siblings: readonly Element[], at: number, measures: ReadonlyMap<Element, Measure>): Element[] {
  const title = siblings[at]!;
  const level = levelOf(title);
  const text = level === null ? '' : textOf(title);
  const isAsking = ASKING.test(text);
  if (level === null || !(isAsking || OTHERS.test(text))) return [];
  let end = at + 1;
  while (end < siblings.length && (levelOf(siblings[end]!) ?? Infinity) > level) end += 1;
  const following = siblings.slice(at + 1, end);
  return isAsking && !following.some((one) => (measures.get(one)?.asking ?? 0) > 0) ? [] : following;
}

function levelOf({ name }: Element): number | null {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** The words of each of its lines and links, the signs between them left out. */
function wordsOf(found: Element): string[] {
  const words: string[] = [];
  const waiting: Element['children'] = [found];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('children' in next) {
      if (next.name !== 'script' && next.name !== 'style' && next.name !== 'svg') for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
    } else if (/[\p{L}\p{N}]/u.test(next.text)) words.push(next.text.replace(/\s+/g, ' ').replace(/^[\s|•·:>›»/→-]+|[\s|•·:>›»/→-]+$/g, ''));
  }
  return words;
}
