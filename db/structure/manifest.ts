import japanSoutheastAsia from './manifests/japan-southeast-asia.json' with { type: 'json' };

/** What a report's text lacks: facts about it, by hand. */
export interface Manifest {
  /** Words that all stand in the text of this report, and together in no other. */
  recognise: string[];
  report: { title?: string; subtitle?: string; publisher?: string; date?: string; language?: string; licence?: string };
  /** In order; they are used only where the importer found just as many. */
  chapters?: { title?: string; number?: number | null; authors?: string[] }[];
}

const SHIPPED: readonly Manifest[] = [japanSoutheastAsia];

/**
 * Finds the manifest that ships for a report, by what stands in it: a file may have any name.
 * @param text the whole text
 */
export function shippedManifest(text: string): Manifest | null {
  return SHIPPED.find((manifest) => manifest.recognise.every((words) => text.includes(words))) ?? null;
}
