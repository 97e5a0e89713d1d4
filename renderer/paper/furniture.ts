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
  for (const [at, { page, body }] of pages.entries()) {
    page.classList.add(at % 2 === 0 ? 'recto' : 'verso');
    page.dataset['page'] = String(at + 1);
    const item = body.querySelector<HTMLElement>('[data-running]')?.dataset['running'] ?? '';
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

/** Fills the contents with the numbers of the pages to which they lead. */
export function fillContents(made: Document, pageOf: (id: string) => number | null): void {
  for (const slot of made.querySelectorAll<HTMLElement>('[data-page-of]')) slot.textContent = String(pageOf(slot.dataset['pageOf']!) ?? '');
}
