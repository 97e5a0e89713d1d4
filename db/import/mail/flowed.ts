/**
 * Makes whole lines of a text whose lines were broken to be sent; a blank line sets apart what was one paragraph.
 * Quotations keep their signs. Source: RFC 3676, 4.
 * @param joins lines join without the blank that they end in (for scripts that have none)
 */
export function unflow(text: string, joins: boolean): string {
  const out: string[] = [];
  let open: { depth: number; pieces: string[] } | null = null;
  const end = (): void => {
    if (!open) return;
    const { depth, pieces } = open;
    out.push(quoted(depth, pieces.join('')));
    if (pieces.length > 1) out.push(quoted(depth, ''));
    open = null;
  };
  for (const line of text.split('\n')) {
    const signs = /^>*/.exec(line)![0].length;
    const rest = line.slice(signs).replace(/^ /, '');
    const current = open as { depth: number; pieces: string[] } | null;
    if (current && current.depth !== signs) end();
    const goesOn = rest.endsWith(' ') && rest !== '-- ' && rest.trim() !== '';
    open ??= { depth: signs, pieces: [] };
    open.pieces.push(goesOn && joins ? rest.slice(0, -1) : rest);
    if (!goesOn) end();
  }
  end();
  return out.join('\n');
}

const quoted = (depth: number, text: string): string => (depth === 0 ? text : `${'>'.repeat(depth)} ${text}`.trimEnd());

/** Sets quotations in quotations apart, and takes the sign from a line that got it because it begins with "From ". */
export function apartByDepth(lines: readonly string[]): string[] {
  const out: string[] = [];
  let before = 0;
  lines.forEach((line, at) => {
    const isEscaped = line.startsWith('>From ') && before === 0 && !lines[at + 1]?.startsWith('>');
    const depth = isEscaped ? 0 : depthOf(line);
    if (depth > 0 && before > 0 && depth !== before) out.push('>'.repeat(Math.min(depth, before)));
    out.push(isEscaped ? line.slice(1) : line);
    before = depth;
  });
  return out;
}

/** ">> ", "> > ": how deep a line is quoted. */
function depthOf(line: string): number {
  let depth = 0;
  let at = 0;
  for (; line[at] === '>'; at += line[at + 1] === ' ' && line[at + 2] === '>' ? 2 : 1) depth += 1;
  return depth;
}
