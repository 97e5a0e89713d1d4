import type { ReportFacts } from '../model/facts.ts';
import japanSoutheastAsia from './manifests/japan-southeast-asia.json' with { type: 'json' };

/** What a report's text lacks: facts about it, by hand. */
interface ShippedManifest {
  /** Words that all stand in the text of this report, and together in no other. */
  recognise: string[];
  facts: ReportFacts;
}

const SHIPPED: readonly ShippedManifest[] = [japanSoutheastAsia];

/**
 * Finds the manifest that ships for a report, by what stands in it: a file may have any name.
 * @param lines of the whole text
 */
export function shippedFacts(lines: readonly string[]): ReportFacts | null {
  return SHIPPED.find((manifest) => manifest.recognise.every((words) => lines.some((line) => line.includes(words))))?.facts ?? null;
}
