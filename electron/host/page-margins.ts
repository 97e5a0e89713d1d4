/** Chromium sets `@page` margin boxes since this version. */
const MARGIN_BOXES_SINCE = 131;

/** @param version as a browser gives it: "Chrome/130.0.6723.58", "HeadlessChrome/156.0.8078.79", "130.0.6723.58" */
export function knowsMarginBoxes(version: string): boolean {
  const major = /(?:^|\/)(\d+)\./.exec(version);
  return major !== null && Number(major[1]) >= MARGIN_BOXES_SINCE;
}

/** A `<meta>` of a prepared document; its values were escaped by db/packs, and stay so. */
function meta(html: string, name: string): string {
  return new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(html)?.[1] ?? '';
}

/**
 * Head and foot for a Chromium that does not know margin boxes: the marking at top and bottom, the page's number and
 * the running title, as db/packs/page-style.ts sets them.
 * @param html a prepared document, which names its marking and title in meta elements
 */
export function marginTemplates(html: string): { headerTemplate: string; footerTemplate: string } {
  const marking = meta(html, 'marking');
  const line = 'width: 100%; margin: 0 30mm; font-family: Arial, sans-serif; color: #000; -webkit-print-color-adjust: exact;';
  const mark = `<div style="text-align: center; font-weight: 700; font-size: 9pt; letter-spacing: .05em">${marking}</div>`;
  return {
    headerTemplate: `<div style="${line} padding-top: 6mm">${mark}</div>`,
    footerTemplate: `<div style="${line} padding-bottom: 3mm">${mark}<div style="display: flex; justify-content: space-between; font-size: 8.5pt; margin-top: 1mm">`
      + `<span>Pack p. <span class="pageNumber"></span> of <span class="totalPages"></span></span><span>${meta(html, 'running-title')}</span></div></div>`,
  };
}
