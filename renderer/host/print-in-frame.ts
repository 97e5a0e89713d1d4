import { placePages } from '../paper/place.ts';

/**
 * Prints a document of the app's own through the browser's dialog, from a frame that nobody sees.
 * @param url a page of the same origin
 */
export async function printInFrame(page: Document, url: string): Promise<void> {
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the document is the app's own, runs nothing, and the pages are set in it from here
  const frame = page.createElement('iframe');
  frame.title = 'The pack, for the printer';
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' });
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.src = url;
    page.body.append(frame);
  });
  if (frame.contentDocument) await placePages(frame.contentDocument);
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove(), { once: true });
  frame.contentWindow?.print();
}
