import type { PackPicture } from '../model/pack.ts';
import { escapeHtml } from './escape.ts';
import type { LaidPicture } from './laid-out.ts';

/**
 * A picture of a report with what stands below it. Its size is written down, so that pages can be measured.
 * @param alt what a screen reader says
 * @param below HTML
 */
export function figureHtml({ mime, width, height, base64 }: PackPicture, alt: string, below: string, attributes: string): string {
  return `<figure class="picture"${attributes}><img src="data:${mime};base64,${base64}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`
    + `<figcaption>${below}</figcaption></figure>\n`;
}

/** An item that is a picture. */
export function pictureHtml(item: LaidPicture): string {
  const source = `<span class="source">${escapeHtml(item.source)}</span>`;
  return figureHtml(item.picture, item.caption, `${escapeHtml(item.caption)} ${source}`, ` dir="auto"${pagesAttribute(item)}`);
}

/** What tells the foot of the page where a passage stands in its report (renderer/paper/furniture.ts). */
export function pagesAttribute({ pages, report }: Pick<LaidPicture, 'pages' | 'report'>): string {
  return ` data-pages="${report}|${escapeHtml(pages.from ?? '')}|${escapeHtml(pages.to ?? pages.from ?? '')}"`;
}
