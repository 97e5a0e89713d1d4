import { pageList } from '../../db/model/cite.ts';
import type { BuiltPage } from './build.ts';

/** What stands on every page, as the document's head names it. */
interface Pack {
  marking: string;
  title: string;
  copy: string;
}

/**
 * Sets what stands around the text of each page: the marking at top and bottom, the running head, the numbers. None of
 * it is part of the text: a screen reader passes it over, and the marking stands once on the cover.
 */
export function furnish(pages: readonly BuiltPage[]): void {
  const pack = packOf(pages[0]!.page.ownerDocument);
  let heading = '';
  for (const [at, { page, body }] of pages.entries()) {
    page.classList.add(at % 2 === 0 ? 'recto' : 'verso');
    page.dataset['page'] = String(at + 1);
    const [first, named] = [body.querySelector<HTMLElement>('.item'), [...body.querySelectorAll<HTMLElement>('.item[data-running]')]];
    // What has no name of its own, at a page's top, stands under the heading before it.
    const item = (first === named[0] ? undefined : heading) || (named[0]?.dataset['running'] ?? '');
    heading = named.findLast((one) => one.matches('.heading'))?.dataset['running'] ?? heading;
    const number = `Pack p. ${at + 1} of ${pages.length}`;
    const report = reportPages(body);
    page.prepend(bar(page, 'page-head', pack.marking, at === 0 ? ['', ''] : [pack.title, item]));
    page.append(bar(page, 'page-foot', pack.marking, [[number, report].filter(Boolean).join(' · '), pack.copy]));
    if (pack.copy !== '') page.prepend(watermark(page, pack.copy));
  }
}

function packOf(made: Document): Pack {
  const meta = (name: string): string => made.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  return { marking: meta('marking'), title: meta('running-title'), copy: meta('copy') };
}

function bar(page: HTMLElement, name: string, marking: string, [start, end]: readonly [string, string]): HTMLElement {
  const make = page.ownerDocument;
  const part = (kind: string, text: string): HTMLElement => Object.assign(make.createElement('div'), { className: kind, textContent: text });
  const line = part('running', '');
  line.append(part('start', start), part('end', end));
  const made = part(name, '');
  made.setAttribute('aria-hidden', 'true');
  made.append(part('marking', marking), line);
  return made;
}

/** Whose copy it is, behind the text of each page; it is set so large that it fills the page's slope. */
function watermark(page: HTMLElement, copy: string): HTMLElement {
  const mark = Object.assign(page.ownerDocument.createElement('div'), { className: 'watermark', textContent: copy });
  mark.setAttribute('aria-hidden', 'true');
  mark.style.fontSize = `${Math.round(Math.min(64, Math.max(18, 1000 / copy.length)))}pt`;
  return mark;
}

/** "report p. 54", "report pp. 53–55"; where a page quotes several reports, each by its number among the sources. */
function reportPages(body: HTMLElement): string {
  const reports = new Map<string, { from: string; to: string }[]>();
  for (const passage of body.querySelectorAll<HTMLElement>('[data-pages]')) {
    const [report = '', from = '', to = ''] = (passage.dataset['pages'] ?? '').split('|');
    const spans = reports.get(report) ?? [];
    if (from !== '') spans.push({ from, to });
    reports.set(report, spans);
  }
  return [...reports].flatMap(([report, spans]) => {
    const words = pageList(spans);
    return words === null ? [] : [`report ${reports.size > 1 ? `[${report}] ` : ''}${words}`];
  }).join(', ');
}

/** Where a title takes several lines in the contents, its dots begin behind the last word, not behind the longest line. */
export function leadDots(made: Document): void {
  for (const name of made.querySelectorAll<HTMLElement>('.contents .name')) {
    const range = made.createRange();
    range.selectNodeContents(name);
    const lines = [...range.getClientRects()];
    const [last, box] = [lines.at(-1), name.getBoundingClientRect()];
    if (!last || lines.length < 2 || last.top - lines[0]!.top < last.height / 2) continue;
    const free = getComputedStyle(name).direction === 'rtl' ? last.left - box.left : box.right - last.right;
    // A title that got back what its dots give up would be set anew.
    name.style.flex = `0 0 ${box.width}px`;
    (name.nextElementSibling as HTMLElement).style.marginInlineStart = `calc(4pt - ${Math.round(free)}px)`;
  }
}

/** Fills the contents with the numbers of the pages to which they lead. */
export function fillContents(made: Document, pageOf: (id: string) => number | null): void {
  for (const slot of made.querySelectorAll<HTMLElement>('[data-page-of]')) slot.textContent = String(pageOf(slot.dataset['pageOf']!) ?? '');
}
