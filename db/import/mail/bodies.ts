import { isHtml, withAll } from './addresses.ts';
import { withoutBrackets, type Part } from './message-parts.ts';

/** What a message is read from, in its order. */
export interface Body {
  kind: 'html' | 'text' | 'picture' | 'message';
  part: Part;
  /** The same text in plain form, for HTML that holds none. */
  otherwise?: Part;
}

/** Parts that say of a message what its text says too, or that it is genuine. */
const BESIDE = /^(?:text\/calendar|application\/(?:ics|pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys))$/;
/** Text of another kind than sentences. */
const NO_TEXT = /^text\/(?:calendar|(?:x-)?vcard|csv|rtf|richtext|css|xml|javascript|x-[\w-]+)$/;
const isText = ({ type }: Part): boolean => (type.startsWith('text/') && !NO_TEXT.test(type)) || type === 'message/delivery-status';

/**
 * Chooses what of a message is its text: of the same text in several forms its HTML, else its plain text; messages that
 * it passes on; pictures between its texts. The other parts are files that were sent with it.
 */
export function bodiesOf(message: Part): { bodies: Body[]; attached: Part[] } {
  const bodies: Body[] = [];
  const attached: Part[] = [];
  const add = (part: Part): void => {
    if (part.type.startsWith('message/') && part.parts[0]) bodies.push({ kind: 'message', part: part.parts[0] });
    else if (part.parts.length > 0) addAll(part);
    else if (part.isAttached) attached.push(part);
    else if (isHtml(part)) bodies.push({ kind: 'html', part });
    // Without the parts that it should have, a message's text stands as it is.
    else if (part.type.startsWith('multipart/') || (isText(part) && (part.fileName === null || bodies.length === 0))) bodies.push({ kind: 'text', part });
    else if (part.type.startsWith('image/')) bodies.push({ kind: 'picture', part });
    else if (!BESIDE.test(part.type)) attached.push(part);
  };
  const addAll = ({ type, parts, params }: Part): void => {
    if (type === 'multipart/alternative') {
      const chosen = parts.findLast((part) => withAll(part).some((one) => isHtml(one) && !one.isAttached)) ?? parts.findLast((part) => withAll(part).some(isText));
      const before = bodies.length;
      if (chosen) add(chosen);
      const plain = parts.findLast((part) => isText(part) && !isHtml(part) && !part.isAttached);
      const [only, ...more] = bodies.slice(before);
      if (only?.kind === 'html' && more.length === 0 && plain) bodies[before] = { ...only, otherwise: plain };
    } else if (type === 'multipart/related') {
      const start = withoutBrackets(params.get('start') ?? '');
      const root = parts.find(({ id }) => id !== '' && id === start) ?? parts[0]!;
      add(root);
      for (const part of parts) if (part !== root && (part.isAttached || !/^(?:image|text|font)\//.test(part.type))) add(part);
    } else if (type === 'multipart/signed') add(parts[0]!);
    else parts.forEach(add);
  };
  add(message);
  return { bodies, attached };
}

/** True where a message can be read only by whoever has its key. */
export function isLocked(message: Part): boolean {
  return withAll(message).some(({ type }) => type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(type));
}
