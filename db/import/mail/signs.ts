/** Heads of messages that went through many hands are long; a file's kind is told within so many bytes. */
export const MESSAGE_HEAD = 65_536;
/** What programs write at the top of a message, and nobody types. */
const WRITTEN_BY_PROGRAMS: Readonly<Record<string, RegExp>> = {
  'mime-version': /^1\.\d/,
  'content-type': /^(?:multipart|text|message|application|image)\/[\w.+-]+/i,
  'content-transfer-encoding': /^(?:7bit|8bit|binary|base64|quoted-printable)\b/i,
  'message-id': /^<[^<>\s]+>/,
  received: /^(?:from|by)\s[^;]*;/i,
  'return-path': /^<[^<>\s]*>/,
  'dkim-signature': /^v=1;/i,
  'snapshot-content-location': /^[a-z][a-z0-9+.-]*:/i,
};
/** So many of these tell a message whatever its file is called; a file that is called one needs one, or so many of what people read. */
const SIGNS = 2;
const READ_BY_PEOPLE = ['from', 'to', 'subject', 'date'];
const NAME = /\.(?:eml|mht|mhtml)$/i;
/** The line that a mailbox of Unix sets before each of its messages. */
export const MAILBOX_LINE = /^From \S.{0,200}\d{4}(?: [+-]\d{4})?$/;

/**
 * Tells a message from a text: by the lines that only programs write at its top. A memo or a printed message that
 * begins with "From:" and "To:" is a text.
 * @param head the file's first bytes, as Latin-1
 * @returns 'mhtml' for a web page saved as one file, 'mail' for a message that somebody sent, null for all else
 */
export function messageKind(head: string, name: string): 'mhtml' | 'mail' | null {
  const fields = fieldsAtTop(head);
  if (fields === null) return null;
  const signs = Object.entries(WRITTEN_BY_PROGRAMS).filter(([field, value]) => value.test(fields.get(field) ?? '')).length;
  const isCalledSo = NAME.test(name) && (signs > 0 || READ_BY_PEOPLE.filter((field) => fields.has(field)).length >= SIGNS);
  if (signs < SIGNS && !isCalledSo) return null;
  return isSavedPage(fields) ? 'mhtml' : 'mail';
}

function isSavedPage(fields: ReadonlyMap<string, string>): boolean {
  if (fields.has('snapshot-content-location') || /^"?<?saved by /i.test(fields.get('from') ?? '')) return true;
  const wasSent = ['to', 'received', 'return-path', 'delivered-to', 'message-id'].some((field) => fields.has(field));
  return !wasSent && /^(?:multipart\/related|text\/html)\b/i.test(fields.get('content-type') ?? '');
}

/** The fields that a text begins with, the first of each name; null where another line comes before the blank one that ends them. */
function fieldsAtTop(head: string): Map<string, string> | null {
  const lines = head.replace(/^\xef\xbb\xbf/, '').trimStart().split(/\r?\n/);
  if (MAILBOX_LINE.test(lines[0]!)) lines.shift();
  const fields = new Map<string, string>();
  let last = '';
  for (const [at, line] of lines.entries()) {
    if (line === '') break;
    const field = /^([!-9;-~]{1,80}):[ \t]*(.*)$/.exec(line);
    // The last line may have been cut through.
    if (!field && !/^[ \t]/.test(line) && at < lines.length - 1) return null;
    if (field) last = field[1]!.toLowerCase();
    const value = field ? field[2]! : `${fields.get(last) ?? ''} ${line.trim()}`;
    if (!field || !fields.has(last)) fields.set(last, value.slice(0, 2000));
  }
  return fields.size === 0 ? null : fields;
}
