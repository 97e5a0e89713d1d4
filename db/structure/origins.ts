import { CONFIDENCE, readRef, type PassageOrigin } from '../model/origin.ts';
import type { ImportWarning } from '../model/report.ts';
import type { SourceBlock } from '../model/source.ts';

/**
 * Reads the sources and the confidence that an author set for a passage.
 * @param warnings gets one for every word that cannot be read; the rest still counts
 * @returns null where the author set neither
 */
export function originOf(block: Exclude<SourceBlock, { kind: 'heading' }>, warnings: ImportWarning[]): PassageOrigin | null {
  if (block.ref === null && !block.confidence) return null;
  const refs = (block.ref ?? '').split(',').map((word) => word.trim()).filter(Boolean).flatMap((word) => {
    const ref = readRef(word);
    if (!ref) warnings.push({ code: 'reference-unreadable', message: `“${word}” names no chapter, passage or note.`, line: block.line });
    return ref ? [ref] : [];
  });
  const confidence = CONFIDENCE.find((word) => word === block.confidence) ?? null;
  if (block.confidence && !confidence) {
    warnings.push({ code: 'confidence-unreadable', message: `“${block.confidence}” is none of ${CONFIDENCE.join(', ')}.`, line: block.line });
  }
  return { refs, confidence };
}
