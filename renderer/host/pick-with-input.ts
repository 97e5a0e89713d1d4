import { REPORT_ENDINGS } from '../../db/model/formats.ts';

/** What the dialog offers first, a report's manifest with it; anything may still be chosen, and the import says what it cannot read. */
const ACCEPT = { report: [...REPORT_ENDINGS.map((ending) => `.${ending}`), '.yaml', '.yml', '.json', 'text/plain', 'text/markdown'].join(','), pack: '.json,application/json' };

/** Opens the browser's own file dialog. @returns the chosen files, none where the user cancelled */
export function pickWithInput(page: Document, kind: 'report' | 'pack'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = Object.assign(page.createElement('input'), { type: 'file', accept: ACCEPT[kind], multiple: kind === 'report' });
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
